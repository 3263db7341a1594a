package ai.adcio.sql;

import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a database in step with a catalogue of this process, and the rows of earlier versions for as long as turns hold
 * them: a {@link DatabaseRetriever} that knows this index answers each turn from the turn's own version. Other processes
 * that read the database see the newest version. Thread safe.
 */
public final class DatabaseIndex implements CatalogIndex {
    private static final int BATCH = 1_000;

    private final JdbcSink sink;
    private final String generation;
    private final TreeMap<Long, Long> revisions = new TreeMap<>();
    private boolean published;

    /**
     * An index that writes through a sink and does not close it.
     *
     * @param generation the name of the generation to write, which no catalogue was written into before: lower-case
     *     letters, digits and hyphens, at most 40 characters
     */
    public DatabaseIndex(JdbcSink sink, String generation) {
        JdbcSink.checkName("generation", generation);
        this.sink = sink;
        this.generation = generation;
    }

    @Override
    public void apply(CatalogSnapshot next, CatalogChanges changes) {
        if (!published) {
            sink.begin(generation, next.capabilities());
        }
        List<Product> batch = new ArrayList<>(BATCH);
        for (Product product : changes.upserts()) {
            batch.add(product);
            if (batch.size() == BATCH) {
                sink.write(generation, new CatalogChanges(batch, List.of()));
                batch.clear();
            }
        }
        sink.write(generation, new CatalogChanges(batch, changes.deletions()));
        long revision = sink.refresh(generation, held());
        if (!published) {
            sink.publish(generation);
            published = true;
        }
        synchronized (revisions) {
            revisions.put(next.version(), revision);
        }
    }

    private List<Long> held() {
        synchronized (revisions) {
            return List.copyOf(revisions.values());
        }
    }

    // Only takes a note, as a turn's own thread may be the one that lets go: the rows go with the next update. Those of
    // a version that never came to be served are put right by it too.
    @Override
    public void release(long version) {
        synchronized (revisions) {
            if (revisions.size() > 1) {
                revisions.remove(version);
            }
        }
    }

    String shop() {
        return sink.shop();
    }

    /** The revision that holds a version of the catalogue, or null when the newest of that generation must do. */
    @Nullable
    Long revision(String ofGeneration, long version) {
        if (!ofGeneration.equals(generation)) {
            return null;
        }
        synchronized (revisions) {
            return revisions.get(version);
        }
    }
}
