package ai.adcio.ads;

import ai.adcio.Language;
import ai.adcio.conversation.ShoppingNeed;
import java.time.Instant;

/**
 * What a source of ads is told: the need, never who the shopper is.
 *
 * @param requestId the request
 * @param need what the shopper is after
 * @param language the language of the reply
 * @param at the time of the turn
 */
public record AdRequest(String requestId, ShoppingNeed need, Language language, Instant at) {}
