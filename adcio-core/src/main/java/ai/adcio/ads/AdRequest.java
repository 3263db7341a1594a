package ai.adcio.ads;

import ai.adcio.Language;
import ai.adcio.conversation.ShoppingNeed;
import java.time.Instant;
import java.util.List;

/**
 * What a source of ads is told: the need, never who the shopper is.
 *
 * @param requestId the request
 * @param need what the shopper is after
 * @param words what is sought in single words, folded by {@link ai.adcio.catalog.TextFolding#words}, none twice: the kind,
 *     the words of the query, and the brands and categories that the need is bound to
 * @param language the language of the reply
 * @param at the time of the turn
 */
public record AdRequest(String requestId, ShoppingNeed need, List<String> words, Language language, Instant at) {
    /** Copies the words. */
    public AdRequest {
        words = List.copyOf(words);
    }
}
