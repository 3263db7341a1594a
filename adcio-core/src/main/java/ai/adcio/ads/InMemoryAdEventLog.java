package ai.adcio.ads;

import ai.adcio.AdcioException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What happened to ads, in this process: totals of everything, and which events were reported for the newest of them.
 * Thread safe.
 */
public final class InMemoryAdEventLog implements AdEventLog {
    /** How many events are remembered by default, so that they do not count twice. */
    public static final int DEFAULT_REMEMBERED = 100_000;

    private final Cache<Key, AdEvent> remembered;
    private final ConcurrentMap<String, Map<AdEvent.Type, Long>> counts = new ConcurrentHashMap<>();

    /** Remembers {@link #DEFAULT_REMEMBERED} events. */
    public InMemoryAdEventLog() {
        this(DEFAULT_REMEMBERED);
    }

    /**
     * Remembers some events.
     *
     * @param most how many, one or more; one that was forgotten counts again when it is reported again
     */
    public InMemoryAdEventLog(int most) {
        if (most < 1) {
            throw new AdcioException("most is " + most + "; remember one event or more");
        }
        this.remembered =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** What makes two events the same. */
    private record Key(AdEvent.Type type, String requestId, String adsetId) {}

    @Override
    public boolean record(AdEvent event) {
        Key key = new Key(event.type(), event.requestId(), event.adsetId());
        if (remembered.asMap().putIfAbsent(key, event) != null) {
            return false;
        }
        counts.compute(event.adsetId(), (id, before) -> {
            Map<AdEvent.Type, Long> after = before == null ? new EnumMap<>(AdEvent.Type.class) : new EnumMap<>(before);
            after.merge(event.type(), 1L, Long::sum);
            return after;
        });
        return true;
    }

    @Override
    public AdTotals totals(String adsetId) {
        Map<AdEvent.Type, Long> found = counts.getOrDefault(adsetId, Map.of());
        return new AdTotals(
                found.getOrDefault(AdEvent.Type.IMPRESSION, 0L), found.getOrDefault(AdEvent.Type.CLICK, 0L));
    }

    /** Forgets everything. */
    @Override
    public void close() {
        remembered.invalidateAll();
        counts.clear();
    }
}
