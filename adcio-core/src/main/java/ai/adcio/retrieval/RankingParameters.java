package ai.adcio.retrieval;

import ai.adcio.AdcioException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every number that can change an order, in one immutable value: the weights of fields and arms and the parameters of
 * fusion and ranking. It comes into a turn from outside, so that a shop, and later a shopper, can have its own.
 * Immutable and thread safe.
 *
 * @param version names this set of numbers, so that a reply can be traced to it
 * @param values the numbers by name; the names are the constants of this type. A name that is absent has the value of
 *     {@link #defaults()}.
 */
public record RankingParameters(String version, Map<String, Double> values) {
    /** The constant of reciprocal rank fusion that is added to every rank; greater evens out the first places. */
    public static final String FUSION_RRF_K = "fusion.rrf.k";

    /**
     * What stands before an arm's name for the least score that the arm can give: with it, scores are normalised from
     * that bound instead of from the worst score of the list.
     */
    public static final String FUSION_MINIMUM_PREFIX = "fusion.minimum.";

    /** What stands before the name of a searched field (title, brand, color, ...) for its weight in BM25F. */
    public static final String KEYWORD_FIELD_PREFIX = "keyword.field.";

    /** BM25's k1: how fast repeating a word stops to help. */
    public static final String KEYWORD_K1 = "keyword.k1";

    /** BM25's b: how much long texts are held against a product, 0 to 1. */
    public static final String KEYWORD_B = "keyword.b";

    /**
     * What an exactly matched identifier adds to a keyword score, as a multiple of the most that the query's words can
     * score: from 1 on it comes before everything else; 0 turns it off.
     */
    public static final String KEYWORD_IDENTIFIER = "keyword.identifier";

    /**
     * What a word counts that no product has and that was replaced by the nearest one, as a share of a word that was
     * found as it is; 0 turns the replacing off.
     */
    public static final String KEYWORD_CORRECTION = "keyword.correction";

    /** The share of its keyword score that a product loses whose title is about an unwanted word, 0 to 1. */
    public static final String KEYWORD_UNWANTED = "keyword.unwanted";

    /**
     * How many neighbours a vector arm gathers at least, whatever the limit: more finds more of the truly nearest ones
     * and takes longer.
     */
    public static final String VECTOR_CANDIDATES = "vector.candidates";

    /** The rating that a product without ratings is taken to have. */
    public static final String PRIOR_MEAN = "prior.mean";

    /** How many ratings it takes for a product's own mean to count as much as {@link #PRIOR_MEAN}. */
    public static final String PRIOR_STRENGTH = "prior.strength";

    /** The keyword arm's share for words as they are said. */
    public static final String ROUTE_KEYWORD = "route.keyword";

    /** The vector arm's share for words as they are said. */
    public static final String ROUTE_VECTOR = "route.vector";

    /** The keyword arm's share for a query that holds a model number or another identifier. */
    public static final String ROUTE_IDENTIFIER_KEYWORD = "route.identifier.keyword";

    /** The vector arm's share for a query that holds a model number or another identifier. */
    public static final String ROUTE_IDENTIFIER_VECTOR = "route.identifier.vector";

    /** Added when the title says a word that the shopper does not want; less than zero. */
    public static final String EVIDENCE_UNWANTED = "evidence.unwanted";

    /** Added when the title says that it is free of what the shopper does not want. */
    public static final String EVIDENCE_FREE_OF = "evidence.freeOf";

    /** Added when the query names the product's brand. */
    public static final String EVIDENCE_BRAND = "evidence.brand";

    /** Added when the title names what is sought only as what the product is for; less than zero. */
    public static final String EVIDENCE_ACCESSORY = "evidence.accessory";

    /** Added for the share of the query's words that name the product's kind. */
    public static final String EVIDENCE_KIND = "evidence.kind";

    private static final RankingParameters DEFAULTS = new RankingParameters("1", DefaultRanking.VALUES);

    /** Copies the numbers; rejects one that is not finite. */
    public RankingParameters {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new AdcioException("ranking parameter " + name + " is " + value + "; give a finite number");
            }
        });
    }

    /** The numbers that the library comes with, found by measurement; see the decision records. */
    public static RankingParameters defaults() {
        return DEFAULTS;
    }

    /**
     * One number: this set's own, or the library's default where the set has none.
     *
     * @throws AdcioException when neither knows the name
     */
    public double value(String name) {
        Double value = optional(name);
        if (value == null) {
            throw new AdcioException("ranking parameter " + name + " is unknown; use a name of RankingParameters");
        }
        return value;
    }

    /** One number as {@link #value} finds it, or null when neither this set nor the defaults have it. */
    public @Nullable Double optional(String name) {
        Double own = values.get(name);
        return own != null ? own : DefaultRanking.VALUES.get(name);
    }

    /** The same numbers under another version, some of them replaced. */
    public RankingParameters with(String newVersion, Map<String, Double> replacements) {
        Map<String, Double> merged = new TreeMap<>(values);
        merged.putAll(replacements);
        return new RankingParameters(newVersion, merged);
    }
}
