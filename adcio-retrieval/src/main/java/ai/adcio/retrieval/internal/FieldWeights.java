package ai.adcio.retrieval.internal;

import ai.adcio.retrieval.RankingParameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of BM25F as Lucene takes them: its field weights start at one, so that smaller ones are all scaled up, and
 * k1 with them, which leaves every score as it was.
 *
 * @param byField the weight of each searched field, at least 1; a field of weight zero is absent
 * @param k1 how fast repeating a word stops to help
 * @param b how much length counts
 */
public record FieldWeights(Map<String, Float> byField, float k1, float b) {
    /** Copies the weights. */
    public FieldWeights {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    /** The weights that a request asks for. */
    public static FieldWeights of(RankingParameters parameters) {
        Map<String, Double> given = new LinkedHashMap<>();
        for (String field : SearchText.FIELDS) {
            double weight = parameters.value(RankingParameters.KEYWORD_FIELD_PREFIX + field);
            if (weight > 0) {
                given.put(field, weight);
            }
        }
        double least = given.values().stream().mapToDouble(w -> w).min().orElse(1);
        double scale = Math.max(1, 1 / least);
        Map<String, Float> scaled = new LinkedHashMap<>();
        // A quotient may come out a hair below one, which Lucene rejects.
        given.forEach((field, weight) -> scaled.put(field, (float) Math.max(1, weight * scale)));
        return new FieldWeights(scaled, (float) (parameters.value(RankingParameters.KEYWORD_K1) * scale), (float)
                parameters.value(RankingParameters.KEYWORD_B));
    }
}
