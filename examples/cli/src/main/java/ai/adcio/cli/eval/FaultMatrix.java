package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.Engines;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every fault on every engine, printed as it is measured. */
final class FaultMatrix {
    /** Is searched under faults. */
    private static final String SHOP = "faults";

    /** Is harmed and filled anew. */
    private static final String HARMED = "faultsharmed";

    private final FaultTurns turns;
    private final EngineLoad load;
    private final int count;
    private final PrintWriter out;
    private final Consumer<String> underWay;
    private int failed;

    /**
     * A matrix.
     *
     * @param count how many turns a fault is measured by
     * @param underWay told of each row before it is measured
     */
    FaultMatrix(FaultTurns turns, EngineLoad load, int count, PrintWriter out, Consumer<String> underWay) {
        this.turns = turns;
        this.load = load;
        this.count = count;
        this.out = out;
        this.underWay = underWay;
    }

    /** How many rows did not come out as they must. */
    int failed() {
        return failed;
    }

    /** Measures an engine; leaves nothing of its shops behind. */
    void measure(TestedEngine engine) {
        try {
            underWay.accept(engine.title() + ", filling");
            engine.remove(SHOP);
            load.fill(engine.direct(SHOP), SHOP);
            List<String> texts = texts(engine);
            out.printf("%n### %s: searching%n%n", engine.title());
            MarkdownTable searched = new MarkdownTable(out, FaultRow.HEAD);
            search(engine, SHOP, Fault.none(), texts, searched);
            for (Fault fault : Fault.passing(engine)) {
                search(engine, SHOP, fault, texts, searched);
            }
            search(engine, SHOP, readOnly(engine, SHOP, true), texts, searched);
            search(engine, HARMED, harmed(engine, "wrong schema", () -> engine.misshape(HARMED)), texts, searched);
            search(engine, HARMED, harmed(engine, "missing index", () -> engine.drop(HARMED)), texts, searched);
            breaker(engine, texts, searched);
            out.printf("%n### %s: filling%n%n", engine.title());
            fill(engine);
        } finally {
            List.of(SHOP, HARMED, EngineLoad.SHOP).forEach(engine::remove);
        }
    }

    private List<String> texts(TestedEngine engine) {
        underWay.accept(engine.title() + ", looking for questions");
        List<String> found = turns.texts(engine, SHOP, count);
        if (found.isEmpty()) {
            throw new AdcioException("no question about this catalogue asks the arm " + engine.arm()
                    + "; take a catalogue with categories and prices");
        }
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.addAll(found.subList(0, Math.min(found.size(), count - texts.size())));
        }
        return texts;
    }

    private void search(TestedEngine engine, String shop, Fault fault, List<String> texts, MarkdownTable table) {
        underWay.accept(engine.title() + ", " + fault.moment());
        if (shop.equals(HARMED)) {
            fillAnew(engine);
        }
        print(turns.row(engine, shop, fault, texts, FaultTurns::withoutBreaker), table);
    }

    private void print(FaultRow row, MarkdownTable table) {
        table.row(row.cells());
        failed += row.passed() ? 0 : 1;
    }

    private void fillAnew(TestedEngine engine) {
        engine.remove(HARMED);
        load.fill(engine.direct(HARMED), HARMED);
    }

    private Fault harmed(TestedEngine engine, String name, Runnable harm) {
        return new Fault(name, false, false, harm, () -> fillAnew(engine));
    }

    private static Fault readOnly(TestedEngine engine, String shop, boolean harmless) {
        return new Fault(
                "read-only index",
                false,
                harmless,
                () -> engine.readOnly(shop, true),
                () -> engine.readOnly(shop, false));
    }

    /** Twice as many turns: the circuit opens within the first half. */
    private void breaker(TestedEngine engine, List<String> texts, MarkdownTable table) {
        underWay.accept(engine.title() + ", circuit breaker");
        List<String> twice =
                Collections.nCopies(2, texts).stream().flatMap(List::stream).toList();
        Fault hang = Fault.hang(engine, "hang, with the circuit breaker", true);
        print(turns.row(engine, SHOP, hang, twice, Engines::guarded), table);
    }

    private void fill(TestedEngine engine) {
        MarkdownTable table = new MarkdownTable(out, WriteRow.HEAD);
        // By name: what strikes in the middle of filling has no first call.
        Map<String, Fault> faults = new LinkedHashMap<>();
        Fault.passing(engine).forEach(fault -> faults.putIfAbsent(fault.name(), fault));
        Fault readOnly = readOnly(engine, EngineLoad.SHOP, false);
        faults.put(readOnly.name(), readOnly);
        for (Fault fault : faults.values()) {
            underWay.accept(engine.title() + ", filling under " + fault.name());
            WriteRow row = load.fillUnder(fault, engine);
            table.row(row.cells());
            failed += row.passed() ? 0 : 1;
        }
    }
}
