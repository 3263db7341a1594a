package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.LeadingNumber;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.internal.Analyzers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of a field in the forms that filters look for.
 *
 * @param exact the whole value as a term
 * @param words the terms of its words side by side; null when it has none
 * @param characters the terms of its characters side by side; null when it has no Hangul
 * @param number the number that it starts with, or null
 */
record ValueTerms(
        String exact,
        @Nullable String words,
        @Nullable String characters,
        @Nullable Numeral number) {

    /** A number as a term whose order is that of the numbers, and as a value to sort by. */
    record Numeral(String term, double value) {}

    /** The terms of a value of the field with this {@linkplain FieldTerms#name name}. */
    static ValueTerms of(String name, String value) {
        String folded = TextFolding.fold(value);
        String words = TextFolding.joinedWords(folded);
        BigDecimal number = LeadingNumber.of(value);
        return new ValueTerms(
                FieldTerms.part(name, folded),
                words.isEmpty() ? null : FieldTerms.row(name, words),
                Analyzers.hasHangul(words) ? FieldTerms.row(name, FieldTerms.characters(words)) : null,
                number == null
                        ? null
                        : new Numeral(FieldTerms.number(name, DecimalTerms.of(number)), number.doubleValue()));
    }
}
