package ai.adcio.understanding;

import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;

/**
 * What a turn means.
 *
 * @param intent what it asks for
 * @param language the language to answer in
 * @param ask what exactly is to be done
 * @param need the whole need after this turn
 * @param changed the constraints of the need that this turn added or replaced
 * @param notCarried what was asked for by a name that no product of the catalogue goes by: a kind of product or a
 *     brand; an answer to it shows no unrelated cards
 * @param topicChanged whether the need before was left for another kind of product
 * @param spans the words that were understood, in order
 * @param unexplained words with a meaning that nothing was made of, folded
 * @param corrections what was read in place of what was typed
 * @param confidence how likely it is that the whole turn is understood rightly, 0 to 1. From the deterministic
 *     interpreter it is a calibrated probability: of turns with 0.8 about four in five are right
 */
public record Interpretation(
        Intent intent,
        Language language,
        Ask ask,
        ShoppingNeed need,
        List<Constraint> changed,
        List<NotCarried> notCarried,
        boolean topicChanged,
        List<Span> spans,
        List<String> unexplained,
        List<Correction> corrections,
        double confidence) {
    /** Copies the lists; rejects a confidence outside 0 to 1. */
    public Interpretation {
        changed = List.copyOf(changed);
        notCarried = List.copyOf(notCarried);
        spans = List.copyOf(spans);
        unexplained = List.copyOf(unexplained);
        corrections = List.copyOf(corrections);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + "; it ranges from 0 to 1");
        }
    }

    /** The same interpretation of another ask about another need. */
    public Interpretation asking(Ask otherAsk, ShoppingNeed otherNeed) {
        return new Interpretation(
                intent,
                language,
                otherAsk,
                otherNeed,
                changed,
                notCarried,
                topicChanged,
                spans,
                unexplained,
                corrections,
                confidence);
    }

    /**
     * Words of the turn that were understood.
     *
     * @param start the first character, from 0
     * @param end one past the last character
     * @param role what they were read as, such as {@code price}, {@code brand} or {@code intent}
     * @param confidence how sure that reading is, 0 to 1
     */
    public record Span(int start, int end, String role, double confidence) {}

    /**
     * A name that nothing in the catalogue goes by.
     *
     * @param text the shopper's words
     * @param field {@code categories} for a kind of product, {@code brand} for a brand
     */
    public record NotCarried(String text, String field) {}

    /**
     * A word that was read as another.
     *
     * @param typed what the shopper wrote
     * @param read what it was taken for
     */
    public record Correction(String typed, String read) {}
}
