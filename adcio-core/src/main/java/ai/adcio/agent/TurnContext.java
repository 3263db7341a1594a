package ai.adcio.agent;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.internal.ConditionWording;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.reply.internal.Wording;
import ai.adcio.understanding.Interpretation;
import java.util.List;

/**
 * What a handler works with: one turn, what it means, and the one version of the catalogue that it sees.
 *
 * @param turn the shopper's words and page
 * @param conversation the state before the turn
 * @param meaning the interpretation
 * @param catalog the catalogue version
 * @param search finds products for this turn
 * @param phrases the clerk's sentences in the language of the reply
 * @param wording how values are written in that language
 */
record TurnContext(
        UserTurn turn,
        Conversation conversation,
        Interpretation meaning,
        CatalogSnapshot catalog,
        TurnSearch search,
        Phrases phrases,
        Wording wording) {

    ShoppingNeed need() {
        return meaning.need();
    }

    /** The records of those ids that exist, in order and each once. */
    List<Product> records(List<String> ids) {
        return catalog.records().getAll(ids.stream().distinct().toList());
    }

    /** How conditions are written in the language of the reply. */
    ConditionWording conditions() {
        return new ConditionWording(phrases, wording, catalog.capabilities());
    }

    String say(String phrase, Object... values) {
        return phrases.say(phrase, values);
    }
}
