package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.RetrievalRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Constraints as clauses that find exactly the products for which {@link Constraint#test} is true. */
final class FilterClauses {
    static final Map<String, Object> ALL = Map.of("match_all", Map.of());

    private static final Map<String, Object> NONE = Map.of("match_none", Map.of());
    private static final List<String> NAMES = List.of(Fields.TITLE, Fields.BRAND, Fields.CATEGORIES);
    // The engine's own limit for the terms of one clause.
    private static final int MOST_TERMS = 65_536;

    private FilterClauses() {}

    /** What every product found must be, and what none may be; both empty when a request is about all products. */
    static Map<String, Object> of(RetrievalRequest request) {
        Map<String, Object> clauses = new LinkedHashMap<>();
        if (!request.filters().isEmpty()) {
            clauses.put(
                    "filter",
                    request.filters().stream().map(FilterClauses::clause).toList());
        }
        if (!request.excludedIds().isEmpty()) {
            clauses.put("must_not", ids(request.excludedIds()));
        }
        return clauses;
    }

    /** The products that have each of these words in their title, brand or categories. */
    static List<Map<String, Object>> names(List<String> words) {
        return words.stream()
                .map(word -> or(NAMES.stream()
                        .map(field -> phrase("", FieldTerms.name(field), word))
                        .toList()))
                .toList();
    }

    /** Where the characters of a word stand in a name, however the name is written apart or joined. */
    static Map<String, Object> insideNames(String term) {
        List<String> folded = TextFolding.words(term);
        return folded.isEmpty()
                ? NONE
                : or(NAMES.stream()
                        .map(field -> characters("", FieldTerms.name(field), folded))
                        .toList());
    }

    /** The products of these ids, in as many clauses as the engine's limit asks for. */
    static List<Map<String, Object>> ids(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_TERMS) {
            clauses.add(terms(ProductDocument.ID, all.subList(from, Math.min(all.size(), from + MOST_TERMS))));
        }
        return clauses;
    }

    static Map<String, Object> clause(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> anyOf("", c.field(), c.match(), c.values());
            case Constraint.NoneOf c -> noneOf(c);
            case Constraint.Range c -> range(c);
            case Constraint.Present c -> Map.of("term", Map.of(ProductDocument.HAS, FieldTerms.name(c.field())));
            case Constraint.Either c ->
                or(c.alternatives().stream().map(FilterClauses::clause).toList());
        };
    }

    private static Map<String, Object> noneOf(Constraint.NoneOf c) {
        Map<String, Object> any = anyOf("", c.field(), c.match(), c.values());
        if (!c.choice()) {
            return not(any);
        }
        Map<String, Object> another = bool(Map.of(
                "filter",
                Map.of(
                        "term",
                        Map.of(ProductDocument.OPTIONS + "." + ProductDocument.FIELD, FieldTerms.name(c.field()))),
                "must_not",
                anyOf(ProductDocument.OPTIONS + ".", c.field(), c.match(), c.values())));
        return or(List.of(not(any), Map.of("nested", Map.of("path", ProductDocument.OPTIONS, "query", another))));
    }

    /**
     * Products, or options of a product, of which some value matches.
     *
     * @param path empty, or what stands before the names of the fields
     */
    private static Map<String, Object> anyOf(String path, String field, Match match, List<String> values) {
        String name = FieldTerms.name(field);
        return switch (match) {
            case EXACT ->
                terms(
                        path + ProductDocument.EXACT,
                        values.stream().map(v -> FieldTerms.exact(name, v)).toList());
            case WORDS -> or(values.stream().map(v -> phrase(path, name, v)).toList());
        };
    }

    /** As {@link TextFolding#containsPhrase}. */
    private static Map<String, Object> phrase(String path, String name, String phrase) {
        List<String> words = TextFolding.words(phrase);
        if (words.isEmpty()) {
            return NONE;
        }
        Map<String, Object> inOrder = words.size() == 1
                ? terms(path + ProductDocument.WORDS, forms(name, words.getFirst()))
                : near(words.stream()
                        .map(word -> anySpan(path + ProductDocument.WORDS, forms(name, word)))
                        .toList());
        int first = words.getFirst().codePointAt(0);
        return Character.UnicodeScript.of(first) == Character.UnicodeScript.HANGUL
                ? or(List.of(inOrder, characters(path, name, words)))
                : inOrder;
    }

    private static List<String> forms(String name, String word) {
        return List.of(
                FieldTerms.part(name, word), FieldTerms.part(name, word + "s"), FieldTerms.part(name, word + "es"));
    }

    private static Map<String, Object> characters(String path, String name, List<String> words) {
        return Map.of(
                "match_phrase",
                Map.of(
                        path + ProductDocument.CHARACTERS,
                        FieldTerms.row(name, FieldTerms.characters(String.join(" ", words)))));
    }

    private static Map<String, Object> near(List<Map<String, Object>> spans) {
        return Map.of("span_near", Map.of("clauses", spans, "slop", 0, "in_order", true));
    }

    private static Map<String, Object> anySpan(String field, List<String> terms) {
        List<Map<String, Object>> spans = terms.stream()
                .map(term -> Map.<String, Object>of("span_term", Map.of(field, term)))
                .toList();
        return Map.of("span_or", Map.of("clauses", spans));
    }

    private static Map<String, Object> range(Constraint.Range c) {
        boolean money = c.field().equals(Fields.PRICE) || c.field().equals(Fields.LIST_PRICE);
        String name = money && c.currency() != null
                ? FieldTerms.name(c.field(), c.currency().getCurrencyCode())
                : FieldTerms.name(c.field());
        Constraint.Bound lower = c.lower();
        Constraint.Bound upper = c.upper();
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (lower == null) {
            bounds.put("gte", FieldTerms.beforeNumbers(name));
        } else {
            bounds.put(lower.inclusive() ? "gte" : "gt", FieldTerms.number(name, DecimalTerms.of(lower.value())));
        }
        if (upper == null) {
            bounds.put("lt", FieldTerms.afterNumbers(name));
        } else {
            bounds.put(upper.inclusive() ? "lte" : "lt", FieldTerms.number(name, DecimalTerms.of(upper.value())));
        }
        return Map.of("range", Map.of(ProductDocument.NUMBER, bounds));
    }

    static Map<String, Object> terms(String field, List<String> terms) {
        return Map.of("terms", Map.of(field, terms));
    }

    static Map<String, Object> bool(Map<String, Object> clauses) {
        return Map.of("bool", clauses);
    }

    private static Map<String, Object> not(Map<String, Object> clause) {
        return bool(Map.of("must_not", clause));
    }

    private static Map<String, Object> or(List<Map<String, Object>> clauses) {
        return clauses.size() == 1 ? clauses.getFirst() : bool(Map.of("should", clauses, "minimum_should_match", 1));
    }
}
