package ai.adcio.catalog.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one engine is.
 *
 * @param sink the name of the arm
 * @param generation the generation that is being written or was published last, or null before the first
 * @param written how many products of it the engine has acknowledged
 * @param total how many it has
 * @param published whether shoppers are served from it
 * @param pendingChanges how many batches of changes the engine has not taken over yet
 * @param refused the products that the engine refused in this run
 * @param failure why the engine is behind, or null when nothing failed
 */
public record SinkStatus(
        String sink,
        @Nullable String generation,
        long written,
        long total,
        boolean published,
        int pendingChanges,
        List<SinkException.Refusal> refused,
        @Nullable String failure) {
    /** Copies the list. */
    public SinkStatus {
        refused = List.copyOf(refused);
    }

    /** Whether the engine has all that it was given. */
    public boolean inStep() {
        return failure == null && published && pendingChanges == 0;
    }
}
