package ai.adcio.retrieval;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What all arms together found.
 *
 * @param candidates fused, best first, no id twice
 * @param answers each planned arm's own answer, by its name, in the plan's order
 * @param missing the arms that were planned and failed or were late; empty when the result is whole
 * @param timings how long each arm took, by its name; a late arm has the time that was waited for it
 */
public record HybridResult(
        List<Candidate> candidates,
        Map<String, RetrievalResult> answers,
        List<MissingArm> missing,
        Map<String, Duration> timings) {
    /** Copies the lists and maps. */
    public HybridResult {
        candidates = List.copyOf(candidates);
        answers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(answers));
        missing = List.copyOf(missing);
        timings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(timings));
    }

    /** Whether an arm that was planned is missing. */
    public boolean partial() {
        return !missing.isEmpty();
    }
}
