package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import java.io.Serializable;
import java.util.List;

/** An engine refused a part of a batch for good; the rest of the batch was taken. */
public final class SinkException extends AdcioException {
    private static final long serialVersionUID = 1L;

    private final Refusal[] refusals;

    /**
     * Tells what was refused.
     *
     * @param sink the name of the arm
     * @param refusals one or more
     */
    public SinkException(String sink, List<Refusal> refusals) {
        super("%s refused %d products, first %s: %s"
                .formatted(
                        sink,
                        refusals.size(),
                        refusals.getFirst().id(),
                        refusals.getFirst().cause()));
        this.refusals = refusals.toArray(Refusal[]::new);
    }

    /** What was refused. */
    public List<Refusal> refusals() {
        return List.of(refusals);
    }

    /**
     * One product that the engine did not take.
     *
     * @param id the product's id
     * @param cause what the engine said
     */
    public record Refusal(String id, String cause) implements Serializable {}
}
