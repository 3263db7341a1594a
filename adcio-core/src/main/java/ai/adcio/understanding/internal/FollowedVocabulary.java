package ai.adcio.understanding.internal;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vocabulary of one catalogue as it changes. No turn waits: from an update on, turns are read with the vocabulary
 * before until the new one is built on a thread of its own, one at a time. An update is known to turns after the build
 * that was under way when it came, a rest as long as that build, and one build more. Thread safe.
 */
final class FollowedVocabulary implements CatalogIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedVocabulary.class);
    // An update is told of before it is served; this long it is waited for between two looks.
    private static final long UNTIL_SERVED_MILLIS = 10;

    private final Catalog catalog;
    private final Function<CatalogSnapshot, Vocabulary> builder;
    private final Object lock = new Object();
    private volatile @Nullable Held held;

    // All guarded by the lock, which nobody holds while a vocabulary is built.
    private long wanted;
    private @Nullable Thread worker;
    private boolean closed;

    private record Held(long version, Vocabulary vocabulary) {}

    private FollowedVocabulary(Catalog catalog, Function<CatalogSnapshot, Vocabulary> builder) {
        this.catalog = catalog;
        this.builder = builder;
    }

    /** Builds the vocabulary of the current version on the caller's thread and follows the catalogue from there. */
    static FollowedVocabulary of(Catalog catalog, Function<CatalogSnapshot, Vocabulary> builder) {
        FollowedVocabulary followed = new FollowedVocabulary(catalog, builder);
        catalog.attach(followed);
        return followed;
    }

    /** The vocabulary for a turn on a version of the catalogue: that version's, or the newest that is built. */
    Vocabulary at(CatalogSnapshot snapshot) {
        Held newest = current();
        if (newest.version() < snapshot.version()) {
            want(snapshot.version());
        }
        return newest.vocabulary();
    }

    @Override
    public void apply(CatalogSnapshot next, CatalogChanges changes) {
        if (held == null) {
            held = new Held(next.version(), builder.apply(next));
        } else {
            want(next.version());
        }
    }

    @Override
    public void release(long version) {
        synchronized (lock) {
            if (version >= wanted) {
                // It never came to be served; whatever comes instead is told of by itself.
                wanted = 0;
                lock.notifyAll();
            }
        }
    }

    /**
     * Follows the catalogue no longer; what is built already stays good for turns under way. A build under way is not
     * waited for: it only reads, and its daemon thread ends with it.
     */
    @Override
    public void close() {
        catalog.detach(this);
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private Held current() {
        return Objects.requireNonNull(held);
    }

    private void want(long version) {
        synchronized (lock) {
            wanted = Math.max(wanted, version);
            if (!closed && worker == null) {
                // A platform thread: a build is long work for a processor, which would keep a virtual thread's carrier.
                worker = Thread.ofPlatform().name("adcio-vocabulary").daemon().start(this::work);
            }
        }
    }

    private void work() {
        try {
            do {
                long start = System.nanoTime();
                long pause = buildNewest() ? (System.nanoTime() - start) / 1_000_000 : UNTIL_SERVED_MILLIS;
                if (ended()) {
                    return;
                }
                // Catalogues that change all the time must not cost more than half a processor.
                rest(Math.max(1, pause));
            } while (!ended());
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "the vocabulary of a newer catalogue version could not be built; turns go on with that of version {}",
                    current().version(),
                    e);
            synchronized (lock) {
                worker = null;
            }
        }
    }

    /** Whether there was a newer version than that whose vocabulary is held. */
    private boolean buildNewest() {
        try (CatalogSnapshot newest = catalog.acquire()) {
            if (newest.version() <= current().version()) {
                return false;
            }
            held = new Held(newest.version(), builder.apply(newest));
            return true;
        }
    }

    /** Whether nothing is left to build; the worker is then no longer the worker. */
    private boolean ended() {
        synchronized (lock) {
            boolean done = closed || current().version() >= wanted;
            if (done) {
                worker = null;
            }
            return done;
        }
    }

    private void rest(long millis) {
        synchronized (lock) {
            try {
                if (!closed) {
                    lock.wait(millis);
                }
            } catch (InterruptedException e) {
                // Nobody but the thread's own group could; it only shortens the rest.
                LOG.debug("woken early", e);
            }
        }
    }
}
