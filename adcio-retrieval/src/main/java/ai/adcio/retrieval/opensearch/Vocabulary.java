package ai.adcio.retrieval.opensearch;

import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.SearchText;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;

/**
 * What the index knows of words: in how many products a term is, how the engine takes Korean apart, and what to read
 * instead of a word that no product has. Answers are kept for a while, since shoppers use the same words: a known word
 * for minutes, an unknown one for as long as a new product may take to be found by it. Thread safe.
 */
final class Vocabulary {
    private static final int MOST_KEPT = 50_000;
    private static final Duration KNOWN = Duration.ofMinutes(10);
    private static final Duration UNKNOWN = Duration.ofSeconds(30);
    // One edit in a word of five letters, two from eight: fewer letters are as likely to be another word.
    private static final int SHORTEST_WORD = 5;
    private static final int LONG_WORD = 8;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_NEIGHBOUR = 4;
    private static final int NEIGHBOURS = 20;
    // A spelling nearer by one letter of eight outweighs any difference in how common the words are.
    private static final double NEARNESS = 10;
    private static final double COMMONNESS = 0.3;
    // In this order: a title's spelling is more likely to be right than a description's.
    private static final List<String> DICTIONARIES =
            List.of(SearchText.TITLE, SearchText.BRAND, SearchText.DESCRIPTION);
    private static final String EVERYTHING = "";

    private final String alias;
    private final Cache<String, Long> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KNOWN).build();
    private final Cache<String, Long> unknown = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(UNKNOWN)
            .build();
    private final Cache<String, List<String>> korean =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KNOWN).build();
    private final Cache<String, List<String>> instead = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(UNKNOWN)
            .build();

    Vocabulary(String alias) {
        this.alias = alias;
    }

    /** Forgets what may have changed with the catalogue. */
    void forget() {
        known.invalidateAll();
        unknown.invalidateAll();
        instead.invalidateAll();
    }

    /** The terms of Korean text in order, each once. */
    List<String> koreanTerms(String text, Exchange exchange) throws EngineFailure {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> kept = korean.getIfPresent(text);
        if (kept != null) {
            return kept;
        }
        Answer answer = exchange.ask(Call.of(
                "POST", "/" + alias + "/_analyze", Map.of("analyzer", IndexBody.KOREAN_ANALYZER, "text", text)));
        List<String> terms = new ArrayList<>();
        for (JsonNode token : answer.body().path("tokens")) {
            String term = token.path("token").asText("");
            if (!term.isEmpty() && !terms.contains(term)) {
                terms.add(term);
            }
        }
        korean.put(text, List.copyOf(terms));
        return terms;
    }

    /**
     * In how many products each term is, in any of the searched fields.
     *
     * @param suffix that of the fields of one language
     */
    Map<String, Long> counts(Collection<String> terms, String suffix, Exchange exchange) throws EngineFailure {
        Map<String, Map<String, Object>> queries = new LinkedHashMap<>();
        terms.forEach(term -> queries.put(
                term,
                Map.of(
                        "bool",
                        Map.of(
                                "should",
                                SearchText.FIELDS.stream()
                                        .map(field -> Map.of("term", Map.of(field + suffix, term)))
                                        .toList()))));
        return countsOf(queries, suffix, exchange);
    }

    /** In how many products' names the characters of a word stand side by side. */
    long insideNames(String term, Exchange exchange) throws EngineFailure {
        return countsOf(Map.of(term, FilterClauses.insideNames(term)), "inside", exchange)
                .getOrDefault(term, 0L);
    }

    /** How many products there are. */
    long products(Exchange exchange) throws EngineFailure {
        return countsOf(Map.of(EVERYTHING, FilterClauses.ALL), "", exchange).getOrDefault(EVERYTHING, 0L);
    }

    private Map<String, Long> countsOf(Map<String, Map<String, Object>> queries, String kind, Exchange exchange)
            throws EngineFailure {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Map<String, Object>> asked = new LinkedHashMap<>();
        queries.forEach((word, query) -> {
            String key = kind + ' ' + word;
            Long kept = known.getIfPresent(key);
            kept = kept == null ? unknown.getIfPresent(key) : kept;
            if (kept == null) {
                asked.put(word, query);
            } else {
                counts.put(word, kept);
            }
        });
        if (asked.isEmpty()) {
            return counts;
        }
        List<Map<String, Object>> searches = asked.values().stream()
                .map(query -> Map.of("size", 0, "track_total_hits", true, "query", query))
                .toList();
        List<JsonNode> answers = many(searches, exchange);
        int i = 0;
        for (String word : asked.keySet()) {
            long count =
                    answers.get(i++).path("hits").path("total").path("value").asLong(0);
            counts.put(word, count);
            (count == 0 ? unknown : known).put(kind + ' ' + word, count);
        }
        return counts;
    }

    /**
     * The terms to search instead of a Latin word that no product has: two words that were written as one, or else the
     * nearest spelling. Empty when there is nothing near.
     */
    List<String> instead(String term, Analyzer english, Exchange exchange) throws EngineFailure {
        if (term.length() < SHORTEST_WORD
                || term.length() > LONGEST_WORD
                || !term.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        List<String> kept = instead.getIfPresent(term);
        if (kept != null) {
            return kept;
        }
        List<List<String>> splits = splits(term, english);
        List<Map<String, Object>> searches = new ArrayList<>();
        searches.add(Map.of("size", 0, "suggest", neighbours(term)));
        splits.forEach(split -> searches.add(Map.of("size", 0, "track_total_hits", 1, "query", phrase(split))));
        List<JsonNode> answers = many(searches, exchange);
        List<String> found = List.of();
        for (int i = 0; i < splits.size() && found.isEmpty(); i++) {
            boolean some =
                    answers.get(i + 1).path("hits").path("total").path("value").asLong(0) > 0;
            found = some ? splits.get(i) : found;
        }
        found = found.isEmpty() ? nearest(answers.getFirst().path("suggest")) : found;
        instead.put(term, found);
        return found;
    }

    /** The ways to read a word as two: "firestick" as "fire stick". */
    private static List<List<String>> splits(String term, Analyzer english) {
        List<List<String>> splits = new ArrayList<>();
        for (int i = SHORTEST_PART; i <= term.length() - SHORTEST_PART; i++) {
            List<String> rest = Analyzers.terms(english, term.substring(i));
            if (rest.size() == 1) {
                splits.add(List.of(term.substring(0, i), rest.getFirst()));
            }
        }
        return splits;
    }

    private static Map<String, Object> phrase(List<String> words) {
        return Map.of(
                "match_phrase",
                Map.of(
                        SearchText.TITLE + ProductDocument.ENGLISH,
                        Map.of("query", String.join(" ", words), "analyzer", "whitespace")));
    }

    private static Map<String, Object> neighbours(String term) {
        Map<String, Object> suggest = new LinkedHashMap<>();
        for (String field : DICTIONARIES) {
            suggest.put(
                    field,
                    Map.of(
                            "text",
                            term,
                            "term",
                            Map.of(
                                    "field",
                                    field + ProductDocument.ENGLISH,
                                    "suggest_mode",
                                    "always",
                                    "max_edits",
                                    term.length() >= LONG_WORD ? 2 : 1,
                                    // The first letter is nearly never the wrong one.
                                    "prefix_length",
                                    1,
                                    "min_word_length",
                                    SHORTEST_WORD,
                                    "size",
                                    NEIGHBOURS)));
        }
        return suggest;
    }

    private static List<String> nearest(JsonNode suggest) {
        for (String field : DICTIONARIES) {
            String best = "";
            double bestScore = Double.NEGATIVE_INFINITY;
            for (JsonNode option : suggest.path(field).path(0).path("options")) {
                String candidate = option.path("text").asText("");
                double score = NEARNESS * option.path("score").asDouble(0)
                        + COMMONNESS * Math.log1p(option.path("freq").asDouble(0));
                if (candidate.length() >= SHORTEST_NEIGHBOUR && score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
            if (!best.isEmpty()) {
                return List.of(best);
            }
        }
        return List.of();
    }

    /** Several searches in one call; the answers in their order. */
    private List<JsonNode> many(List<Map<String, Object>> searches, Exchange exchange) throws EngineFailure {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map<String, Object> search : searches) {
            lines.writeBytes("{}\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            lines.writeBytes(Json.bytes(search));
            lines.write('\n');
        }
        Answer answer = exchange.ask(new Call("POST", "/" + alias + "/_msearch", Map.of(), lines.toByteArray(), true));
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode one : answer.body().path("responses")) {
            Answer part = new Answer(one.path("status").asInt(500), one);
            Exchange.check(part);
            answers.add(one);
        }
        if (answers.size() != searches.size()) {
            throw new EngineFailure(EngineFailure.Kind.GARBAGE, "the engine did not answer every search");
        }
        return answers;
    }
}
