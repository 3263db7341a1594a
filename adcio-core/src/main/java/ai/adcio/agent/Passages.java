package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Review;
import ai.adcio.catalog.TextFolding;
import ai.adcio.ranking.Cautions;
import ai.adcio.reply.AgentReply.Evidence;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentence of a product's description or reviews that a question is about, to be quoted as what it is: text by
 * a seller or a buyer. What speaks of money is never quoted, as prices are told from the record alone; nor is anything
 * of a product that carries cautions, as whatever is claimed of its safety is for its cautions to say.
 */
final class Passages {
    private static final String REVIEWS = "reviews";
    private static final int LONGEST = 240;
    private static final Pattern MONEY = Pattern.compile("""
            [$€£₩¥]
            | \\p{Nd} \\s* (?: 만 | 천 | 백 )* \\s* (?: 원 | won\\b ) | (?: 만 | 천 | 백 ) \\s* 원
            | % \\s* (?: off | discount | 할인 | 세일 )
            | \\b (?: usd | eur | gbp | krw | dollars? | bucks? | euros? ) \\b
            | \\b (?: price[ds]? | costs? | cheap (?: er | est )? | discount (?: s | ed )? | refunds? ) \\b
            | (?<! - ) \\b free \\b
            | 가격 | 할인 | 무료 | 공짜 | 환불
            """, Pattern.COMMENTS);

    private Passages() {}

    /**
     * The words of a question that stand nowhere in a product's record; none of a product that carries cautions, which may
     * answer it in words of their own.
     */
    static List<String> unsaid(Product product, String question) {
        if (!Fields.texts(product, Cautions.FIELD).isEmpty()) {
            return List.of();
        }
        Set<String> unsaid = asked(product, question);
        dropAll(unsaid, product.attributes());
        product.variants().forEach(variant -> dropAll(unsaid, variant.attributes()));
        product.categories().forEach(category -> drop(unsaid, category));
        drop(unsaid, product.description());
        product.reviews().forEach(review -> drop(unsaid, review.text()));
        return List.copyOf(unsaid);
    }

    private static void dropAll(Set<String> words, Map<String, List<String>> attributes) {
        attributes.forEach((name, values) -> {
            drop(words, name);
            values.forEach(value -> drop(words, value));
        });
    }

    private static void drop(Set<String> words, String said) {
        words.removeIf(word -> says(said, word));
    }

    /** The words of a question that the product's title does not answer already. */
    private static Set<String> asked(Product product, String question) {
        Set<String> wanted = new LinkedHashSet<>(TextFolding.words(question));
        wanted.removeIf(word -> word.length() < 2 || TextFolding.containsPhrase(product.title(), word));
        return wanted;
    }

    /**
     * The sentence that says most of the question's words.
     *
     * @param question the question's own words
     * @return the sentence and the field it stands in, or null when none says more than half of the words
     */
    static @Nullable Evidence about(Product product, String question, Locale locale) {
        Set<String> wanted = asked(product, question);
        if (wanted.isEmpty() || !Fields.texts(product, Cautions.FIELD).isEmpty()) {
            return null;
        }
        Evidence best = null;
        int most = 0;
        for (Evidence sentence : sentences(product, locale)) {
            int said = 0;
            for (String word : wanted) {
                said += says(sentence.value(), word) ? 1 : 0;
            }
            if (2 * said > wanted.size() && said > most) {
                most = said;
                best = sentence;
            }
        }
        return best;
    }

    private static List<Evidence> sentences(Product product, Locale locale) {
        List<Evidence> sentences = new ArrayList<>();
        split(product.description(), Fields.DESCRIPTION, locale, sentences);
        for (Review review : product.reviews()) {
            split(review.text(), REVIEWS, locale, sentences);
        }
        return sentences;
    }

    private static void split(String text, String field, Locale locale, List<Evidence> into) {
        BreakIterator ends = BreakIterator.getSentenceInstance(locale);
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            String sentence = text.substring(start, end).strip();
            boolean quotable = !sentence.isEmpty()
                    && sentence.length() <= LONGEST
                    && !MONEY.matcher(sentence.toLowerCase(Locale.ROOT)).find();
            if (quotable) {
                into.add(new Evidence(field, sentence));
            }
        }
    }

    private static boolean says(String sentence, String word) {
        if (word.codePointAt(0) >= 0xAC00) {
            return sentence.contains(word);
        }
        String stem = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return TextFolding.containsPhrase(sentence, stem);
    }
}
