package ai.adcio.retrieval;

import java.util.List;

/**
 * A product after fusion.
 *
 * @param id the product's id
 * @param score the fused score, greater is better
 * @param provenance which arms found it, at least one
 */
public record Candidate(String id, double score, List<Provenance> provenance) {
    /** Copies the list. */
    public Candidate {
        provenance = List.copyOf(provenance);
    }

    /**
     * Where a candidate comes from.
     *
     * @param arm the arm's name
     * @param rank its place in the arm's list, from 1
     * @param score the arm's own score
     */
    public record Provenance(String arm, int rank, double score) {}
}
