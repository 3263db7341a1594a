package ai.adcio.ads;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShoppingNeed;
import java.util.Set;

/**
 * The finished answer that an ad could stand beside. Nothing in it can be changed from here.
 *
 * @param requestId the id of the request
 * @param conversation the state before the turn, which tells how often each campaign was shown
 * @param intent what the turn asked for
 * @param need the need after the turn
 * @param language the language of the reply
 * @param cardIds the products on the answer's cards
 * @param failed whether the turn could not be answered for want of an arm
 * @param catalog the catalogue version of the turn
 */
public record AdMoment(
        String requestId,
        Conversation conversation,
        Intent intent,
        ShoppingNeed need,
        Language language,
        Set<String> cardIds,
        boolean failed,
        CatalogSnapshot catalog) {
    /** Copies the ids. */
    public AdMoment {
        cardIds = Set.copyOf(cardIds);
    }
}
