package ai.adcio.conversation;

import java.util.List;

/**
 * The products of one reply in the order of its cards. Ads are never among them.
 *
 * @param turn the turn's number in the conversation, from 1
 * @param productIds in card order, at least one
 * @param ordinal whether ordinals ("the third one") count in it: a reply to a search, a refinement or a superlative
 *     with two or more cards
 */
public record ShownList(int turn, List<String> productIds, boolean ordinal) {
    /** Copies the ids. */
    public ShownList {
        productIds = List.copyOf(productIds);
    }
}
