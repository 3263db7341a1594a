package ai.adcio.benchmarks;

import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.Catalog;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.InMemoryConversationStore;
import ai.adcio.conversation.UserTurn;
import ai.adcio.retrieval.lucene.EmbeddedRetrieval;
import ai.adcio.sql.H2Retriever;
import java.util.ArrayList;
import java.util.List;

/**
 * A turn as an interpreter is given it.
 *
 * @param turn what is said
 * @param before the state of the conversation before it
 */
record ReadyTurn(UserTurn turn, Conversation before) {
    /**
     * The turns with the states that a clerk's own answers led to. It answers with the keyword and the SQL arm, which
     * are left again afterwards.
     */
    static List<ReadyTurn> played(List<UserTurn> turns, Catalog catalog) {
        List<ReadyTurn> ready = new ArrayList<>();
        try (EmbeddedRetrieval retrieval = EmbeddedRetrieval.builder(catalog).build();
                H2Retriever sql = H2Retriever.inMemory(catalog);
                InMemoryConversationStore store = new InMemoryConversationStore();
                ShoppingAgent agent = ShoppingAgent.builder(catalog)
                        .retrievers(retrieval.keyword(), sql)
                        .conversationStore(store)
                        .withoutDeadline()
                        .build()) {
            for (UserTurn turn : turns) {
                Conversation before = store.load(turn.conversationId());
                ready.add(new ReadyTurn(turn, before == null ? Conversation.start(turn.conversationId()) : before));
                agent.reply(turn);
            }
            catalog.detach(retrieval.keyword());
            catalog.detach(sql);
        }
        return List.copyOf(ready);
    }
}
