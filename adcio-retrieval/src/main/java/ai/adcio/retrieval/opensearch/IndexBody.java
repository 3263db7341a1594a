package ai.adcio.retrieval.opensearch;

import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.internal.SearchText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings and the mapping of an index. Every field that there will ever be is in it, however many attributes the
 * catalogue has, so that a new attribute neither changes the cluster's state nor meets its limit of fields.
 */
final class IndexBody {
    /** Goes up with every change that an index written before cannot serve. */
    static final int FORMAT = 1;

    /**
     * The k1 of every index, which the engine takes from the index alone. Queries bring their own by scaling the fields'
     * weights: BM25F stays the same when weights and k1 grow alike. Field weights cannot be below one, so that this is
     * also the greatest k1 for a field of weight one.
     */
    static final double K1 = 1.2;

    static final String KOREAN_ANALYZER = "adcio_korean";
    static final String NORI = "nori";
    static final String CJK = "cjk";
    static final String META_FORMAT = "format";

    private static final String ENGLISH_ANALYZER = "adcio_english";

    private IndexBody() {}

    /**
     * The body that creates an index.
     *
     * @param nori whether the engine has the Korean analysis plugin
     */
    static Map<String, Object> of(OpenSearchSettings settings, boolean nori) {
        return Map.of("settings", settings(settings, nori), "mappings", mappings(nori));
    }

    private static Map<String, Object> settings(OpenSearchSettings settings, boolean nori) {
        Map<String, Object> index = new LinkedHashMap<>(loading(settings));
        index.put("number_of_shards", settings.shards());
        index.put(
                "similarity",
                Map.of(
                        "default",
                        Map.of(
                                "type",
                                "BM25",
                                "k1",
                                K1,
                                "b",
                                RankingParameters.defaults().value(RankingParameters.KEYWORD_B))));
        index.put("analysis", analysis(nori));
        return Map.of("index", index);
    }

    /** While a whole catalogue is written: no searches see it, and copies are made when it is complete. */
    static Map<String, Object> loading(OpenSearchSettings settings) {
        return Map.of("refresh_interval", "-1", "number_of_replicas", settings.replicasWhileLoading());
    }

    static Map<String, Object> serving(OpenSearchSettings settings) {
        return Map.of(
                "refresh_interval",
                settings.refreshInterval().toMillis() + "ms",
                "number_of_replicas",
                settings.replicas());
    }

    private static Map<String, Object> analysis(boolean nori) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put(
                "adcio_parts",
                Map.of(
                        "type", "word_delimiter_graph",
                        "generate_word_parts", true,
                        "generate_number_parts", true,
                        "catenate_all", true,
                        "split_on_case_change", false,
                        "split_on_numerics", false,
                        "stem_english_possessive", true,
                        "adjust_offsets", false));
        Map<String, Object> english = custom(
                "whitespace",
                List.of(
                        "adcio_parts",
                        "flatten_graph",
                        "lowercase",
                        "asciifolding",
                        "porter_stem",
                        "remove_duplicates"));
        if (nori) {
            return Map.of(
                    "filter",
                    filters,
                    "tokenizer",
                    Map.of("adcio_nori", Map.of("type", "nori_tokenizer", "decompound_mode", "mixed")),
                    "analyzer",
                    Map.of(
                            ENGLISH_ANALYZER,
                            english,
                            KOREAN_ANALYZER,
                            custom("adcio_nori", List.of("nori_part_of_speech", "nori_readingform", "lowercase"))));
        }
        return Map.of(
                "filter",
                filters,
                "analyzer",
                Map.of(
                        ENGLISH_ANALYZER,
                        english,
                        KOREAN_ANALYZER,
                        custom("standard", List.of("cjk_width", "lowercase", "cjk_bigram"))));
    }

    private static Map<String, Object> custom(String tokenizer, List<String> filters) {
        return Map.of("type", "custom", "tokenizer", tokenizer, "filter", filters);
    }

    private static Map<String, Object> mappings(boolean nori) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(ProductDocument.ID, Map.of("type", "keyword"));
        fields.put(ProductDocument.ORDER, Map.of("type", "long", "index", false));
        for (String field : SearchText.FIELDS) {
            fields.put(field, Map.of("properties", Map.of("en", text(ENGLISH_ANALYZER), "ko", text(KOREAN_ANALYZER))));
        }
        fields.put(ProductDocument.IDENTIFIER, terms());
        fields.put(ProductDocument.HAS, terms());
        fields.put(ProductDocument.NUMBER, terms());
        fields.putAll(values());
        for (String field : ProductDocument.NUMERIC) {
            fields.put(field, Map.of("type", "double", "index", false));
        }
        Map<String, Object> option = new LinkedHashMap<>(values());
        option.put(ProductDocument.FIELD, terms());
        fields.put(ProductDocument.OPTIONS, Map.of("type", "nested", "properties", option));
        fields.put(
                ProductDocument.SORTING,
                Map.of(
                        "type",
                        "nested",
                        "properties",
                        Map.of(
                                ProductDocument.FIELD,
                                terms(),
                                ProductDocument.VALUE,
                                Map.of("type", "double", "index", false))));
        return Map.of(
                "dynamic",
                "strict",
                // The records are elsewhere, and a changed product is written anew as a whole.
                "_source",
                Map.of("enabled", false),
                "_meta",
                Map.of(META_FORMAT, FORMAT, "korean", nori ? NORI : CJK),
                "properties",
                fields);
    }

    private static Map<String, Object> values() {
        return Map.of(
                ProductDocument.EXACT, terms(),
                ProductDocument.WORDS, row(),
                ProductDocument.CHARACTERS, row());
    }

    /** A searched text; queries bring terms, so that each has its own weight and can be asked for by itself. */
    private static Map<String, Object> text(String analyzer) {
        return Map.of("type", "text", "analyzer", analyzer, "search_analyzer", "keyword");
    }

    private static Map<String, Object> terms() {
        return Map.of("type", "keyword", "doc_values", false, "norms", false);
    }

    /** Terms in order, values apart. */
    private static Map<String, Object> row() {
        return Map.of(
                "type", "text",
                "analyzer", "whitespace",
                "norms", false,
                "index_options", "positions",
                "position_increment_gap", 100);
    }
}
