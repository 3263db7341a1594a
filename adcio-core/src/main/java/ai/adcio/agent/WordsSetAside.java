package ai.adcio.agent;

import ai.adcio.conversation.ShoppingNeed;
import org.jspecify.annotations.Nullable;

/**
 * Words that a search only prefers, when no product says them: a count or a superlative that required them would find
 * nothing right after cards were shown. They are set aside and that is said.
 */
final class WordsSetAside {
    private WordsSetAside() {}

    /** The turn without the words of its need; null when it has none, or nothing else is known of what is sought. */
    static @Nullable TurnContext of(TurnContext turn) {
        ShoppingNeed need = turn.need();
        if (need.terms().isEmpty() || need.constraints().isEmpty()) {
            return null;
        }
        ShoppingNeed looser = need.withTermsSetAside(turn.say("setAside.noneSays"));
        return new TurnContext(
                turn.turn(),
                turn.conversation(),
                turn.meaning().asking(turn.meaning().ask(), looser),
                turn.catalog(),
                turn.search(),
                turn.phrases(),
                turn.wording());
    }

    /** The sentence that tells which words were set aside. */
    static String told(TurnContext turn) {
        return ' ' + turn.say("count.words", String.join(", ", turn.need().terms()));
    }
}
