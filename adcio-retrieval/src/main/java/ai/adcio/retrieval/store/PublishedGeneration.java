package ai.adcio.retrieval.store;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of a shop is served, as an entry of the store itself: every process that shares the store sees it. A
 * new entry with a greater number is put beside the old one, which is removed then, so that there is one at every moment.
 */
final class PublishedGeneration {
    private static final String GENERATION = "generation";
    private static final String NUMBER = "number";
    private static final int MOST_ENTRIES = 16;

    private final EmbeddingStoreSettings settings;
    private final StoreEntries entries;
    // Some models embed a text to know it.
    private volatile int dimensions;

    PublishedGeneration(EmbeddingStoreSettings settings, StoreEntries entries) {
        this.settings = settings;
        this.entries = entries;
    }

    /** An entry that says so. */
    private record Entry(String id, String generation, long number) {}

    /** The generation, or null before the first. */
    @Nullable
    String read() {
        Entry newest = newest(all());
        return newest == null ? null : newest.generation();
    }

    /** Serves a generation from now on. */
    void write(String generation) {
        List<Entry> before = all();
        Entry newest = newest(before);
        if (newest == null || !newest.generation().equals(generation)) {
            long number = newest == null ? 1 : newest.number() + 1;
            String id = StoreEntries.uuid(entries.published() + "\n" + number);
            Metadata metadata = new Metadata()
                    .put(StoreEntries.WITHIN, entries.published())
                    .put(GENERATION, generation)
                    .put(NUMBER, number);
            settings.store()
                    .addAll(List.of(id), List.of(direction()), List.of(TextSegment.from("published", metadata)));
        } else {
            before.remove(newest);
        }
        if (!before.isEmpty()) {
            settings.store().removeAll(before.stream().map(Entry::id).toList());
        }
    }

    private static @Nullable Entry newest(List<Entry> all) {
        Entry newest = null;
        for (Entry entry : all) {
            newest = newest == null || entry.number() > newest.number() ? entry : newest;
        }
        return newest;
    }

    private List<Entry> all() {
        List<Entry> found = new ArrayList<>();
        for (EmbeddingMatch<TextSegment> match : settings.store()
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(direction())
                        .filter(new IsEqualTo(StoreEntries.WITHIN, entries.published()))
                        .maxResults(MOST_ENTRIES)
                        .build())
                .matches()) {
            TextSegment segment = match.embedded();
            String generation = segment == null ? null : segment.metadata().getString(GENERATION);
            Long number = segment == null ? null : segment.metadata().getLong(NUMBER);
            if (generation != null && number != null) {
                found.add(new Entry(match.embeddingId(), generation, number));
            }
        }
        return found;
    }

    /** Any direction; it is found by its metadata. */
    Embedding direction() {
        int width = dimensions;
        if (width == 0) {
            width = settings.model().model().dimension();
            dimensions = width;
        }
        float[] vector = new float[width];
        vector[0] = 1;
        return Embedding.from(vector);
    }
}
