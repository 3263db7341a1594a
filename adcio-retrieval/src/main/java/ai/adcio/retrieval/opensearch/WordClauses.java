package ai.adcio.retrieval.opensearch;

import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.FieldWeights;
import ai.adcio.retrieval.internal.FreeOf;
import ai.adcio.retrieval.internal.Identifiers;
import ai.adcio.retrieval.internal.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a request as BM25F over the fields of a product, as near to it as the engine's version comes, with exact
 * identifiers ahead of everything. For one search and one thread.
 */
final class WordClauses {
    // The engine rejects queries of more clauses than 1,024; a shopper's need has a dozen words.
    private static final int MAX_TERMS = 64;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_CORRECTIONS = 8;
    private static final int SHORTEST_COMPOUND = 2;
    private static final double MOST_SCALE = 1_000;

    private final RankingParameters parameters;
    private final EngineVersion version;
    private final FieldWeights weights;
    private final Vocabulary vocabulary;
    private final Exchange exchange;
    private final Analyzer english;
    private final List<Map<String, Object>> clauses = new ArrayList<>();
    private long products;
    private int corrected;
    private double most;

    WordClauses(
            RankingParameters parameters,
            EngineVersion version,
            Vocabulary vocabulary,
            Analyzer english,
            Exchange exchange) {
        this.parameters = parameters;
        this.version = version;
        this.weights = FieldWeights.of(parameters);
        this.vocabulary = vocabulary;
        this.english = english;
        this.exchange = exchange;
    }

    /** The query, or null when the request has no words to search by. */
    @Nullable
    Map<String, Object> of(RetrievalRequest request) throws EngineFailure {
        String text = Analyzers.plain(shortened(request.query()));
        StringBuilder hangul = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (String word : text.split("\\s+")) {
            (Analyzers.hasHangul(word) ? hangul : other).append(word).append(' ');
        }
        List<String> latin = first(Analyzers.terms(english, other.toString()));
        List<String> korean = first(vocabulary.koreanTerms(hangul.toString().strip(), exchange));
        if (!latin.isEmpty() || !korean.isEmpty()) {
            products = vocabulary.products(exchange);
        }
        Map<String, Long> counts = vocabulary.counts(latin, ProductDocument.ENGLISH, exchange);
        for (String term : latin) {
            addEnglish(term, counts.getOrDefault(term, 0L));
        }
        counts = vocabulary.counts(korean, ProductDocument.KOREAN, exchange);
        for (String term : korean) {
            addKorean(term, counts.getOrDefault(term, 0L));
        }
        addIdentifiers(text);
        return clauses.isEmpty() ? null : demoted(any(clauses), request.unwanted());
    }

    private void addEnglish(String term, long documents) throws EngineFailure {
        double share = parameters.value(RankingParameters.KEYWORD_CORRECTION);
        List<String> insteads = List.of();
        if (documents == 0 && share > 0 && corrected < MAX_CORRECTIONS) {
            corrected++;
            insteads = vocabulary.instead(term, english, exchange);
        }
        if (insteads.isEmpty()) {
            add(inFields(term, ProductDocument.ENGLISH, 1), documents);
            return;
        }
        Map<String, Long> counts = vocabulary.counts(insteads, ProductDocument.ENGLISH, exchange);
        for (String instead : insteads) {
            add(inFields(instead, ProductDocument.ENGLISH, share), counts.getOrDefault(instead, 0L));
        }
    }

    private void addKorean(String term, long documents) throws EngineFailure {
        double share = parameters.value(RankingParameters.KEYWORD_CORRECTION);
        boolean compound = term.length() >= SHORTEST_COMPOUND && Analyzers.hasHangul(term);
        if (documents == 0 && share > 0 && compound && corrected < MAX_CORRECTIONS) {
            corrected++;
            long count = vocabulary.insideNames(term, exchange);
            add(constant(FilterClauses.insideNames(term), share * idf(count) * factor()), count);
        } else {
            add(inFields(term, ProductDocument.KOREAN, 1), documents);
        }
    }

    private void add(Map<String, Object> clause, long documents) {
        if (clauses.size() < MAX_TERMS) {
            clauses.add(clause);
            most += documents == 0 ? 0 : idf(documents);
        }
    }

    /** The weight that BM25 gives to something which so many products have. */
    private double idf(long documents) {
        double all = Math.max(products, documents);
        return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    }

    /** What the engine multiplies every score with. */
    private double factor() {
        return version.multipliesScores() ? 1 + IndexBody.K1 : 1;
    }

    /** One term in all fields of a language. */
    private Map<String, Object> inFields(String term, String suffix, double boost) {
        return version.combinesFields()
                ? Map.of("combined_fields", Map.of("query", term, "fields", scaled(suffix), "boost", boost))
                : Map.of(
                        "multi_match",
                        Map.of(
                                "query",
                                term,
                                "type",
                                "cross_fields",
                                "fields",
                                shares(suffix),
                                "tie_breaker",
                                CrossFields.TIE_BREAKER,
                                "boost",
                                boost));
    }

    /** The weights with which the index's own k1 scores as the wanted one would. */
    private List<String> scaled(String suffix) {
        double scale = Math.min(MOST_SCALE, IndexBody.K1 / Math.max(weights.k1(), IndexBody.K1 / MOST_SCALE));
        return weights.byField().entrySet().stream()
                .map(field -> field.getKey() + suffix + "^" + Math.max(1, field.getValue() * scale))
                .toList();
    }

    private List<String> shares(String suffix) {
        double greatest = weights.byField().values().stream()
                .max(Comparator.naturalOrder())
                .orElse(1f);
        return weights.byField().entrySet().stream()
                .map(field -> field.getKey() + suffix + "^" + CrossFields.share(field.getValue() / greatest))
                .toList();
    }

    /** No sum of words scores above that of their idf, so that an identifier which adds as much comes first. */
    private void addIdentifiers(String text) {
        double lift = parameters.value(RankingParameters.KEYWORD_IDENTIFIER);
        List<String> identifiers = List.copyOf(Identifiers.in(text));
        if (lift > 0 && !identifiers.isEmpty()) {
            double bound = version.combinesFields() ? most : most * factor() * CrossFields.MOST;
            clauses.add(
                    constant(FilterClauses.terms(ProductDocument.IDENTIFIER, identifiers), lift * Math.max(1, bound)));
        }
    }

    /** Takes a share off the score of products whose title is about an unwanted word. */
    private Map<String, Object> demoted(Map<String, Object> query, List<String> unwanted) throws EngineFailure {
        double share = parameters.value(RankingParameters.KEYWORD_UNWANTED);
        if (unwanted.isEmpty() || share <= 0) {
            return query;
        }
        List<Map<String, Object>> about = new ArrayList<>();
        for (String word : first(unwanted)) {
            boolean hangul = Analyzers.hasHangul(word);
            String plain = Analyzers.plain(word);
            List<String> terms = hangul ? vocabulary.koreanTerms(plain, exchange) : Analyzers.terms(english, plain);
            String title = SearchText.TITLE + (hangul ? ProductDocument.KOREAN : ProductDocument.ENGLISH);
            terms.forEach(term -> about.add(about(title, term)));
        }
        return about.isEmpty()
                ? query
                : Map.of(
                        "boosting",
                        Map.of("positive", query, "negative", any(about), "negative_boost", Math.max(0, 1 - share)));
    }

    /** Titles that have a word and do not say that the product is without it. */
    private static Map<String, Object> about(String title, String term) {
        List<Map<String, Object>> without = new ArrayList<>();
        FreeOf.BEFORE.forEach(no -> without.add(near(title, no, term, FreeOf.WORDS_BETWEEN)));
        FreeOf.AFTER.forEach(free -> without.add(near(title, term, free, 0)));
        return FilterClauses.bool(Map.of("filter", Map.of("term", Map.of(title, term)), "must_not", without));
    }

    private static Map<String, Object> near(String field, String first, String second, int between) {
        return Map.of(
                "match_phrase",
                Map.of(field, Map.of("query", first + " " + second, "analyzer", "whitespace", "slop", between)));
    }

    private static Map<String, Object> any(List<Map<String, Object>> clauses) {
        return FilterClauses.bool(Map.of("should", clauses, "minimum_should_match", 1));
    }

    private static Map<String, Object> constant(Map<String, Object> filter, double score) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", score));
    }

    private static List<String> first(List<String> words) {
        return words.subList(0, Math.min(words.size(), MAX_TERMS));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
