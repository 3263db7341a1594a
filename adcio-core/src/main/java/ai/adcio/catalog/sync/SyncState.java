package ai.adcio.catalog.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an indexer remembers between its runs. Immutable.
 *
 * @param format the version of this shape
 * @param load the newest load, or null before the first
 * @param sinks how far each engine is with it, by name
 */
record SyncState(
        @JsonProperty("format") int format,
        @JsonProperty("load") @Nullable Load load,
        @JsonProperty("sinks") Map<String, Progress> sinks) {
    static final int FORMAT = 1;
    static final SyncState NOTHING = new SyncState(FORMAT, null, Map.of());

    SyncState {
        sinks = Map.copyOf(sinks);
    }

    /**
     * One whole catalogue on its way into the engines.
     *
     * @param number counts the loads, from the time of the first, in milliseconds
     * @param hash tells its content
     * @param products how many it has
     * @param sequence the last batch of changes before it, which it holds already
     * @param finished whether every engine has published it
     */
    record Load(
            @JsonProperty("number") long number,
            @JsonProperty("hash") String hash,
            @JsonProperty("products") long products,
            @JsonProperty("sequence") long sequence,
            @JsonProperty("finished") boolean finished) {
        String generation() {
            return "g" + number + '-' + hash.substring(0, 12);
        }

        Load done() {
            return new Load(number, hash, products, sequence, true);
        }
    }

    /**
     * How far an engine is.
     *
     * @param written how many products of the newest load it has acknowledged, in their order
     * @param refused how many of those it refused
     * @param published whether it serves that load
     * @param sequence the last batch of changes that it has taken over
     */
    record Progress(
            @JsonProperty("written") long written,
            @JsonProperty("refused") long refused,
            @JsonProperty("published") boolean published,
            @JsonProperty("sequence") long sequence) {
        static final Progress NOTHING = new Progress(0, 0, false, 0);
    }

    Progress progress(String sink) {
        return sinks.getOrDefault(sink, Progress.NOTHING);
    }

    SyncState with(String sink, UnaryOperator<Progress> change) {
        Map<String, Progress> changed = new LinkedHashMap<>(sinks);
        changed.put(sink, change.apply(progress(sink)));
        return new SyncState(FORMAT, load, changed);
    }

    /** The state in which a load begins, with nothing of it written anywhere. */
    SyncState beginning(Load next) {
        Map<String, Progress> fresh = new LinkedHashMap<>();
        sinks.forEach((name, progress) -> fresh.put(name, new Progress(0, 0, false, progress.sequence())));
        return new SyncState(FORMAT, next, fresh);
    }

    SyncState with(Load next) {
        return new SyncState(FORMAT, next, sinks);
    }
}
