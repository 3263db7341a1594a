package ai.adcio.benchmarks;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.feed.FeedReader;
import ai.adcio.understanding.DeterministicInterpreter;
import ai.adcio.understanding.Interpretation;
import java.util.List;

/** A catalogue, an interpreter that follows it as an agent's does, and turns about it. Thread safe. */
final class ReadyShop implements AutoCloseable {
    private final Catalog catalog;
    private final CatalogSnapshot snapshot;
    private final DeterministicInterpreter interpreter;
    private final List<ReadyTurn> turns;

    private ReadyShop(Catalog catalog, List<ReadyTurn> turns) {
        this.catalog = catalog;
        this.turns = turns;
        this.interpreter = DeterministicInterpreter.create().following(catalog);
        this.snapshot = catalog.acquire();
    }

    /**
     * Reads a catalogue of the data folder and plays what is said about it.
     *
     * @param dialogues a file of dialogues; one that is not absolute starts at the data folder
     * @throws ai.adcio.AdcioException when a file is missing or not as it should be
     */
    static ReadyShop open(DataFolder data, String name, String dialogues) {
        Catalog catalog = FeedReader.create().load(data.catalog(name)).catalog();
        return new ReadyShop(
                catalog, ReadyTurn.played(Talks.about(name, data.path().resolve(dialogues), data), catalog));
    }

    List<ReadyTurn> turns() {
        return turns;
    }

    Interpretation interpret(ReadyTurn turn) {
        return interpreter.interpret(turn.turn(), turn.before(), snapshot);
    }

    @Override
    public void close() {
        interpreter.close();
        snapshot.close();
        catalog.close();
    }
}
