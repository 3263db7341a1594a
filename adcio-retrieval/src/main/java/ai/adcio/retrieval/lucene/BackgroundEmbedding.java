package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.ProductRecords;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.internal.PassageEmbeddings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings products into the vector index: at once when their embedding is cached, else by one thread in the background,
 * in batches. A product that changes while it waits is embedded as it is last. Thread safe.
 */
final class BackgroundEmbedding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundEmbedding.class);
    private static final int BATCH = 64;
    // A remote model may fail for a moment; after this many batches in a row it is taken to be down.
    private static final int MOST_FAILURES = 5;
    private static final long RETRY_MILLIS = 500;
    // A server comes back by itself; a model in this process does not.
    private static final long RETRY_LATER_MILLIS = 2_000;

    private final LuceneStore store;
    private final PassageEmbeddings embeddings;
    private final boolean remote;
    private final EmbeddingProgress progress;
    private final Object lock = new Object();

    // Read without the lock: a search must not wait for a batch that is being indexed.
    private volatile boolean firstVersionDone;
    private volatile String state = "embedding has not begun";

    // All guarded by the lock.
    private final Map<String, Product> waiting = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private @Nullable ProductRecords records;
    private @Nullable ProductRecords before;
    private long written = -1;
    private int total;
    private boolean closed;
    private @Nullable Thread worker;
    private @Nullable String failure;

    BackgroundEmbedding(
            LuceneStore store, EmbeddingSettings settings, EmbeddingCache cache, EmbeddingProgress progress) {
        this.store = store;
        this.embeddings = new PassageEmbeddings(settings, cache);
        this.remote = settings.remote();
        this.progress = progress;
    }

    /** Takes over a version: what is cached is searchable at once, the rest as soon as it is embedded. */
    void apply(CatalogSnapshot next, CatalogChanges changes) {
        synchronized (lock) {
            if (closed) {
                throw new AdcioException("the vector arm is closed");
            }
            try {
                changed.clear();
                if (records != null) {
                    changed.addAll(changes.deletions());
                    changes.upserts().forEach(product -> changed.add(product.id()));
                }
                before = records;
                records = next.records();
                write(changes);
                store.publish(next.version());
                written = next.version();
            } catch (IOException e) {
                throw new AdcioException("the vector index could not be written: " + e.getMessage(), e);
            }
            if (!firstVersionDone) {
                total = Math.max(total, changes.upserts().size());
            }
            goOn();
        }
    }

    /** Lets go of a version. One that never came to be served is undone, as the worker goes on with the one before. */
    void release(long version) throws IOException {
        synchronized (lock) {
            store.release(version);
            ProductRecords served = before;
            if (closed || version != written || served == null) {
                return;
            }
            List<String> gone =
                    changed.stream().filter(id -> served.get(id) == null).toList();
            write(new CatalogChanges(served.getAll(changed), gone));
            store.publishNewest();
            written = store.newest();
            records = served;
            before = null;
            changed.clear();
            goOn();
        }
    }

    private void write(CatalogChanges changes) throws IOException {
        store.delete(changes.deletions());
        changes.deletions().forEach(waiting::remove);
        // A whole catalogue is brought in by the worker, cached or not: building its graph takes seconds.
        boolean few = changes.upserts().size() <= BATCH;
        for (Product product : changes.upserts()) {
            float[] vector = few ? embeddings.cached(product) : null;
            if (vector == null) {
                // The record changed: nobody shall find it by what it was.
                if (before != null) {
                    store.delete(List.of(product.id()));
                }
                waiting.put(product.id(), product);
            } else {
                waiting.remove(product.id());
                store.put(product.id(), LuceneVectorRetriever.document(product, vector));
            }
        }
    }

    private void goOn() {
        tellState();
        if (waiting.isEmpty()) {
            done();
        } else if (worker == null) {
            worker = Thread.ofPlatform()
                    .name("adcio-embedding")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::work);
        }
    }

    /** Whether the first version is whole; a later change leaves the arm ready and the product out until it is embedded. */
    boolean ready() {
        return firstVersionDone;
    }

    /** Why the arm is not ready. */
    String state() {
        return state;
    }

    private void tellState() {
        state = failure != null
                ? "embedding failed: " + failure
                : "embedding " + (total - Math.min(total, waiting.size())) + " of " + total + " products";
    }

    boolean await(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        synchronized (lock) {
            while (!waiting.isEmpty() || !firstVersionDone) {
                if (failure != null) {
                    throw new AdcioException("embedding failed: " + failure);
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closed) {
                    return false;
                }
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    throw new AdcioException("interrupted while waiting for embeddings", e);
                }
            }
            return true;
        }
    }

    private void work() {
        int failures = 0;
        while (true) {
            List<Product> batch;
            synchronized (lock) {
                if (closed || waiting.isEmpty()) {
                    worker = null;
                    return;
                }
                batch = waiting.values().stream().limit(BATCH).toList();
            }
            try {
                take(batch, embeddings.embed(batch));
                failures = 0;
            } catch (RuntimeException | IOException e) {
                failures++;
                if (failures <= MOST_FAILURES) {
                    LOG.warn("could not embed a batch of {} products, attempt {}", batch.size(), failures, e);
                }
                if (failures >= MOST_FAILURES) {
                    tellFailure(e);
                    if (!remote) {
                        return;
                    }
                }
                pause(failures < MOST_FAILURES ? RETRY_MILLIS : RETRY_LATER_MILLIS);
            }
        }
    }

    private void take(List<Product> batch, List<float @Nullable []> vectors) throws IOException {
        int done;
        int all;
        synchronized (lock) {
            if (closed) {
                return;
            }
            for (int i = 0; i < batch.size(); i++) {
                Product product = batch.get(i);
                // It may have changed while it was embedded; then it waits already to be embedded again.
                if (waiting.remove(product.id(), product)) {
                    float[] vector = vectors.get(i);
                    if (vector != null) {
                        store.put(product.id(), LuceneVectorRetriever.document(product, vector));
                    }
                }
            }
            failure = null;
            if (waiting.isEmpty()) {
                store.publishNewest();
                done();
            }
            tellState();
            all = total;
            done = total - Math.min(total, waiting.size());
        }
        progress.step(done, all);
    }

    private void done() {
        firstVersionDone = true;
        failure = null;
        lock.notifyAll();
    }

    private void tellFailure(Exception e) {
        synchronized (lock) {
            failure =
                    e instanceof AdcioException ? e.getMessage() : e.getClass().getSimpleName();
            worker = remote ? worker : null;
            tellState();
            lock.notifyAll();
        }
    }

    private void pause(long millis) {
        synchronized (lock) {
            try {
                lock.wait(closed ? 1 : millis);
            } catch (InterruptedException e) {
                LOG.debug("interrupted while waiting to embed again", e);
            }
        }
    }

    @Override
    public void close() {
        Thread last;
        synchronized (lock) {
            closed = true;
            last = worker;
            lock.notifyAll();
        }
        if (last != null) {
            try {
                // A batch under way is finished: it may not write to an index that is closed.
                last.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                LOG.debug("interrupted while closing", e);
            }
        }
    }
}
