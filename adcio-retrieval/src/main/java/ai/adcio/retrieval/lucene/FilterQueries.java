package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.TextCandidates;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Constraints as queries that find exactly the products for which {@link Constraint#test} is true. What the index
 * cannot tell for certain it narrows down, and {@link RecordQuery} holds the rest against the records.
 */
final class FilterQueries {
    private static final List<String> NAMES = List.of(Fields.TITLE, Fields.BRAND, Fields.CATEGORIES);

    private final CatalogSnapshot catalog;

    FilterQueries(CatalogSnapshot catalog) {
        this.catalog = catalog;
    }

    /** The products that a request is about at all, or null when it is about all of them. */
    static @Nullable Query of(RetrievalRequest request) {
        if (request.filters().isEmpty() && request.excludedIds().isEmpty()) {
            return null;
        }
        FilterQueries queries = new FilterQueries(request.catalog());
        Query all = queries.all(request.filters().stream().map(queries::query).toList());
        return request.excludedIds().isEmpty()
                ? all
                : new BooleanQuery.Builder()
                        .add(all, Occur.FILTER)
                        .add(ids(request.excludedIds()), Occur.MUST_NOT)
                        .build();
    }

    /** The products that have each of these words in their title, brand or categories. */
    Query names(List<String> words) {
        return all(words.stream()
                .map(word -> or(NAMES.stream()
                        .map(field -> query(new Constraint.AnyOf(word, field, Match.WORDS, List.of(word))))
                        .toList()))
                .toList());
    }

    private Query all(List<Query> conditions) {
        return conditions.isEmpty() ? MatchAllDocsQuery.INSTANCE : and(conditions);
    }

    /** The products of these ids. */
    static Query ids(Collection<String> ids) {
        return new TermInSetQuery(
                FilterFields.ID, ids.stream().map(BytesRef::new).toList());
    }

    Query query(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> anyOf(c.field(), c.match(), c.values(), c);
            case Constraint.NoneOf c -> not(c.choice() ? onlyUnwanted(c) : excluded(c));
            case Constraint.Range c -> range(c);
            case Constraint.Present c -> present(c);
            case Constraint.Either c ->
                or(c.alternatives().stream().map(this::query).toList());
        };
    }

    private Query excluded(Constraint.NoneOf c) {
        return anyOf(
                c.field(), c.match(), c.values(), new Constraint.AnyOf(c.text(), c.field(), c.match(), c.values()));
    }

    /** Products that offer nothing but what is not wanted. */
    private Query onlyUnwanted(Constraint.NoneOf c) {
        Query offers = or(c.values().stream()
                .map(v -> candidates(c.field(), c.match(), v))
                .toList());
        return verified(offers, product -> !c.test(product));
    }

    private Query anyOf(String field, Match match, List<String> values, Constraint truth) {
        Query candidates =
                or(values.stream().map(v -> candidates(field, match, v)).toList());
        boolean certain = values.stream().allMatch(v -> TextCandidates.certain(field, match, v));
        return certain ? candidates : verified(candidates, truth::test);
    }

    private Query present(Constraint.Present c) {
        return FilterTerms.isCertain(c.field(), "") ? has(c.field()) : verified(has(c.field()), c::test);
    }

    /** All products that may have the value, and perhaps some that do not. */
    private static Query candidates(String field, Match match, String value) {
        return switch (TextCandidates.of(field, match, value)) {
            case TextCandidates.Nothing ignored -> new MatchNoDocsQuery("a phrase without words");
            case TextCandidates.Having having -> new TermQuery(new Term(FilterFields.HAS, having.name()));
            case TextCandidates.Exact exact -> new TermQuery(new Term(FilterFields.EXACT, exact.term()));
            case TextCandidates.Phrase phrase -> phrase(phrase);
        };
    }

    private static Query phrase(TextCandidates.Phrase phrase) {
        Query byWords = and(phrase.words().stream()
                .map(forms -> (Query) new TermInSetQuery(
                        FilterFields.WORD, forms.stream().map(BytesRef::new).toList()))
                .toList());
        if (phrase.grams().isEmpty()) {
            return byWords;
        }
        Query byGrams = and(phrase.grams().stream()
                .map(gram -> (Query) new TermQuery(new Term(FilterFields.GRAM, gram)))
                .toList());
        return or(List.of(byWords, byGrams));
    }

    private static Query has(String field) {
        return new TermQuery(new Term(FilterFields.HAS, FilterTerms.name(field)));
    }

    private Query range(Constraint.Range c) {
        if (!FilterFields.indexesNumbers(c.field())) {
            return verified(has(c.field()), c::test);
        }
        boolean money = c.field().equals(Fields.PRICE) || c.field().equals(Fields.LIST_PRICE);
        String field = money && c.currency() != null ? FilterFields.inCurrency(c.field(), c.currency()) : c.field();
        BigInteger least = c.lower() == null
                ? FixedPoint.lowest()
                : FixedPoint.least(c.lower().value(), c.lower().inclusive());
        BigInteger greatest = c.upper() == null
                ? FixedPoint.highest()
                : FixedPoint.greatest(c.upper().value(), c.upper().inclusive());
        // Numbers with more digits than the index keeps are told by the record.
        Query loose = verified(new TermQuery(new Term(FilterFields.LOOSE, FilterTerms.name(field))), c::test);
        if (least.compareTo(greatest) > 0
                || least.compareTo(FixedPoint.highest()) > 0
                || greatest.compareTo(FixedPoint.lowest()) < 0) {
            return loose;
        }
        byte[] dimension = FilterFields.dimension(field);
        Query points = BinaryPoint.newRangeQuery(
                FilterFields.NUMBER,
                new byte[][] {dimension, FixedPoint.bytes(least)},
                new byte[][] {dimension, FixedPoint.bytes(greatest)});
        return or(List.of(points, loose));
    }

    private Query verified(Query candidates, Predicate<ai.adcio.catalog.Product> truth) {
        return new RecordQuery(candidates, truth, catalog.records());
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query or(List<Query> queries) {
        return combine(queries, Occur.SHOULD);
    }

    private static Query and(List<Query> queries) {
        return combine(queries, Occur.FILTER);
    }

    private static Query combine(List<Query> queries, Occur occur) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        // Trees of at most a few hundred clauses each stay below Lucene's limit of 1,024.
        List<Query> level = new ArrayList<>(queries);
        while (level.size() > 1) {
            List<Query> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 256) {
                BooleanQuery.Builder builder = new BooleanQuery.Builder();
                level.subList(i, Math.min(level.size(), i + 256)).forEach(query -> builder.add(query, occur));
                next.add(builder.build());
            }
            level = next;
        }
        return level.getFirst();
    }
}
