package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import java.util.List;

/** Which {@link FilterTerms} a product must have so that one of its values may match: all that do, perhaps some more. */
public sealed interface TextCandidates {
    /** No product matches. */
    record Nothing() implements TextCandidates {}

    /**
     * Products that have a value in a field at all.
     *
     * @param name one of {@link FilterTerms#has}
     */
    record Having(String name) implements TextCandidates {}

    /**
     * Products that have a whole value.
     *
     * @param term one of {@link FilterTerms#exact}
     */
    record Exact(String term) implements TextCandidates {}

    /**
     * Products that have all words of a phrase, or all grams of it.
     *
     * @param words for each word the terms of which one must be among {@link FilterTerms#words}
     * @param grams terms that may all be among {@link FilterTerms#grams} instead; empty when only the words count
     */
    record Phrase(List<List<String>> words, List<String> grams) implements TextCandidates {}

    /** The candidates for a value that a constraint names. */
    static TextCandidates of(String field, Match match, String value) {
        if (match == Match.EXACT) {
            return new Exact(FilterTerms.exactTerm(field, value));
        }
        List<String> words = TextFolding.words(value);
        if (words.isEmpty()) {
            return new Nothing();
        }
        if (!FilterTerms.indexesWords(field) || !words.stream().allMatch(FilterTerms::indexesWord)) {
            return new Having(FilterTerms.name(field));
        }
        List<List<String>> forms =
                words.stream().map(word -> FilterTerms.forms(field, word)).toList();
        if (!Analyzers.hasHangul(words.getFirst())) {
            return new Phrase(forms, List.of());
        }
        return new Phrase(
                forms,
                FilterTerms.grams(words).stream()
                        .map(gram -> FilterTerms.term(field, gram))
                        .toList());
    }

    /** Whether the candidates for a value all match it, so that no record need be asked. */
    static boolean certain(String field, Match match, String value) {
        if (match == Match.EXACT) {
            return FilterTerms.isCertain(field, TextFolding.fold(value));
        }
        List<String> words = TextFolding.words(value);
        return words.isEmpty()
                || words.size() == 1
                        && FilterTerms.isCertain(field, words.getFirst())
                        && FilterTerms.indexesWords(field)
                        && FilterTerms.indexesWord(words.getFirst())
                        && !Analyzers.hasHangul(words.getFirst());
    }
}
