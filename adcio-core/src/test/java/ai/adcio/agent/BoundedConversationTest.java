package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.InMemoryConversationStore;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A shopper who means to fill the memory does not. */
class BoundedConversationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    // Measured: up to 57,000. Before there were bounds, 20 turns took two million.
    private static final int MOST_CHARACTERS = 300_000;

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void aThousandAdversarialTurnsKeepTheStateSmall(@ForAll Random random) throws JsonProcessingException {
        try (InMemoryCatalog catalog = LampShop.catalog();
                InMemoryConversationStore store = new InMemoryConversationStore();
                ShoppingAgent agent = ShoppingAgent.builder(catalog)
                        .retrievers(RecordArm.keyword(), RecordArm.sql())
                        .conversationStore(store)
                        .withoutDeadline()
                        .build()) {
            for (int turn = 0; turn < 1_000; turn++) {
                agent.reply(UserTurn.of("c", adversarial(random)).on(page(random)));
                Conversation state = store.load("c");
                if (turn % 25 == 24) {
                    assertThat(state).isNotNull();
                    assertThat(JSON.writeValueAsString(state).length())
                            .as("characters after %d turns", turn + 1)
                            .isLessThan(MOST_CHARACTERS);
                }
            }
        }
    }

    private static String adversarial(Random random) {
        String word = word(random, 3 + random.nextInt(20));
        return switch (random.nextInt(13)) {
            case 0 -> "desk lamps, not " + word;
            case 1 -> "not " + word(random, 1_900);
            case 2 -> "lamps without " + word + " and without " + word(random, 9) + " and no " + word(random, 7);
            case 3 -> (word(random, 9) + " ").repeat(190);
            case 4 -> "i am allergic to " + word;
            case 5 -> "something";
            case 6 -> "lamps under $" + random.nextInt(100_000) + " delivered " + word;
            case 7 -> word(random, 100_000);
            case 8 -> "another one";
            case 9 -> "similar ones but " + word;
            case 10 -> random.nextBoolean() ? "mugs instead" : "lamps instead";
            case 11 -> "검정 말고 " + word + " 빼고 " + random.nextInt(99) + "만원 이하";
            default ->
                IntStream.range(0, 150).mapToObj(i -> "not " + word(random, 6)).reduce("lamps", (a, b) -> a + ", " + b);
        };
    }

    private static PageContext page(Random random) {
        List<String> ids = IntStream.range(0, random.nextInt(3_000))
                .mapToObj(i -> word(random, 12))
                .toList();
        return new PageContext(
                "/" + word(random, 50), word(random, 50), word(random, random.nextInt(5_000) + 1), ids, null, ids, ids);
    }

    private static String word(Random random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
