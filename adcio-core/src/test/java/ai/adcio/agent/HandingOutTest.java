package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.conversation.ConcurrentTurnException;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.InMemoryConversationStore;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.ReplyEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a conversation remembers when its answer cannot be handed out. */
class HandingOutTest {
    private final InMemoryCatalog catalog = LampShop.catalog();
    private final InMemoryConversationStore store = new InMemoryConversationStore();
    private final ShoppingAgent agent = ShoppingAgent.builder(catalog)
            .retrievers(RecordArm.keyword(), RecordArm.sql())
            .conversationStore(store)
            .withoutDeadline()
            .build();

    @AfterEach
    void close() {
        agent.close();
        store.close();
        catalog.close();
    }

    @Test
    void aConsumerThatFailsAtAnyEventLeavesTheConversationAsItWas() {
        agent.reply(UserTurn.of("c", "desk lamps under $40"));
        Conversation before = store.load("c");
        assertThat(before).isNotNull();
        int events = count(UserTurn.of("other", "desk lamps in black"));
        assertThat(events).isGreaterThan(6);
        for (int failing = 1; failing <= events; failing++) {
            failAt(failing, UserTurn.of("c", "in black"));
            Conversation after = store.load("c");
            assertThat(after).as("failed at event %d", failing).isNotNull();
            assertThat(after.withVersion(0)).isEqualTo(before.withVersion(0));
        }
        assertThat(agent.reply(UserTurn.of("c", "in black")).turnId()).isEqualTo("2");
    }

    @Test
    void aConsumerThatFailsInTheFirstTurnLeavesNoConversation() {
        int events = count(UserTurn.of("other", "desk lamps"));
        for (int failing = 1; failing <= events; failing++) {
            failAt(failing, UserTurn.of("c", "desk lamps"));
            assertThat(store.load("c")).as("failed at event %d", failing).isNull();
        }
    }

    @Test
    void aTurnThatAnotherInstanceOvertookHandsOutNothingOfItsAnswer() {
        UserTurn turn = UserTurn.of("c", "desk lamps");
        List<ReplyEvent> events = new ArrayList<>();
        assertThatThrownBy(() -> agent.stream(turn, event -> {
                    events.add(event);
                    if (event instanceof ReplyEvent.Understood) {
                        store.save(Conversation.start("c"), 0);
                    }
                }))
                .isInstanceOf(ConcurrentTurnException.class);
        assertThat(events)
                .noneMatch(event -> event instanceof ReplyEvent.TextWritten
                        || event instanceof ReplyEvent.CardsChosen
                        || event instanceof ReplyEvent.Completed);
        assertThat(store.load("c")).isEqualTo(Conversation.start("c").withVersion(1));
    }

    private int count(UserTurn turn) {
        List<ReplyEvent> events = new ArrayList<>();
        agent.stream(turn, events::add);
        return events.size();
    }

    private void failAt(int number, UserTurn turn) {
        int[] seen = {0};
        assertThatThrownBy(() -> agent.stream(turn, event -> {
                    if (++seen[0] == number) {
                        throw new IllegalStateException("the line broke");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the line broke");
    }
}
