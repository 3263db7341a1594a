package ai.adcio.conversation;

import java.util.List;

/**
 * What shoppers said of themselves. It outlives a change of topic.
 *
 * @param kind what it is about
 * @param text the shopper's words
 * @param cues words by which a product's cautions speak of the same thing, in the catalogue's languages; empty for a
 *     size
 */
public record ShopperFact(Kind kind, String text, List<String> cues) {
    /** Copies the cues. */
    public ShopperFact {
        cues = List.copyOf(cues);
    }

    /** What a fact is about. */
    public enum Kind {
        /** A disease or a state of health. */
        CONDITION,
        /** A medicine that is being taken. */
        MEDICINE,
        /** An allergy. */
        ALLERGY,
        /** Expecting or nursing. */
        PREGNANCY,
        /** The shopper's own size. */
        SIZE
    }
}
