package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkIndex;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of a catalogue of this process that turns still hold, each as a point in time of the engine, so that a
 * turn which began before a change is answered from before it. The newest is searched without one, as a point in time is
 * bound to the copies of the shards that it was opened on. Thread safe.
 */
final class HeldVersions {
    private static final Logger LOG = LoggerFactory.getLogger(HeldVersions.class);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final long NONE = -1;

    private final OpenSearchConnection connection;
    private final String alias;
    private final ConcurrentMap<Long, String> points = new ConcurrentHashMap<>();
    // The version that the index shows, or none while one is written.
    private volatile long shown = NONE;

    HeldVersions(OpenSearchConnection connection, String alias) {
        this.connection = connection;
        this.alias = alias;
    }

    /** Keeps the engine in step with a catalogue, and its versions while they are held. */
    CatalogIndex index(CatalogSink sink, String generation, Runnable changed) {
        SinkIndex written = new SinkIndex(sink, generation);
        return new CatalogIndex() {
            @Override
            public void apply(CatalogSnapshot next, CatalogChanges changes) {
                shown = NONE;
                written.apply(next, changes);
                String point = open();
                if (point != null) {
                    points.put(next.version(), point);
                }
                shown = next.version();
                changed.run();
            }

            @Override
            public void release(long version) {
                String point = points.remove(version);
                if (point != null) {
                    drop(point);
                }
            }
        };
    }

    /** The point in time that shows a version, or null when the index itself does, or when there is nothing better. */
    @Nullable
    String pointOf(long version) {
        return version == shown ? null : points.get(version);
    }

    /** Gives up a point in time that the engine has lost. */
    void lost(String point) {
        points.values().remove(point);
    }

    private @Nullable String open() {
        try {
            Answer answer = Exchange.check(connection.call(openCall(alias), TIME));
            return answer.body().path("pit_id").textValue();
        } catch (EngineFailure e) {
            // Without one, turns under way see the newest state, held against their own records.
            LOG.warn("cannot hold a version of {}: {}", alias, e.getMessage());
            return null;
        }
    }

    /** Opens a point in time of an index. */
    static Call openCall(String index) {
        return Call.of("POST", "/" + index + "/_search/point_in_time").with("keep_alive", KEEP_ALIVE);
    }

    /** Lets go of a point in time without waiting; the engine drops it by itself in a while. */
    void drop(String point) {
        connection
                .send(Call.of("DELETE", "/_search/point_in_time", Map.of("pit_id", point)), TIME, null)
                .exceptionally(problem -> {
                    LOG.debug("could not drop a point in time", problem);
                    return null;
                });
    }

    /** How long the engine keeps a point in time that nobody asks. */
    static final String KEEP_ALIVE = "5m";
}
