package ai.adcio.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.ProductGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationJsonTest {
    private static final String WORDS = "무선 \"이어폰\" \\ \n\u0001 \ud83d\ude00 <b> under $10.00";

    private final Random random = new Random(20_261_126);
    private final ProductGenerator generator = new ProductGenerator(7);

    @Test
    void readsBackWhateverAConversationHolds() {
        for (int round = 0; round < 300; round++) {
            Conversation conversation = conversation("c" + round);
            assertThat(ConversationJson.read(ConversationJson.write(conversation)))
                    .isEqualTo(conversation);
        }
    }

    @Test
    void keepsEveryDigitOfABound() {
        Constraint bound = new Constraint.Range(
                "x",
                "price",
                new Constraint.Bound(new BigDecimal("10.00"), true),
                new Constraint.Bound(new BigDecimal("123456789012345678901234567890.000000000000000000001"), false),
                Currency.getInstance("KRW"));
        Conversation conversation = with(ShoppingNeed.EMPTY.withConstraints(List.of(bound)));
        assertThat(ConversationJson.read(ConversationJson.write(conversation))
                        .need()
                        .constraints())
                .containsExactly(bound);
    }

    @Test
    void readsBackAConversationInWhichNobodyHasSpoken() {
        Conversation start = Conversation.start("c");
        assertThat(ConversationJson.read(ConversationJson.write(start))).isEqualTo(start);
    }

    @Test
    void passesOverPartsThatALaterVersionAdded() {
        String json = ConversationJson.write(Conversation.start("c"));
        assertThat(ConversationJson.read(json.replace("\"turns\":0", "\"turns\":0,\"mood\":{\"is\":[1]}")))
                .isEqualTo(Conversation.start("c"));
    }

    @Test
    void refusesALaterFormatAndSaysWhatToDo() {
        String json = ConversationJson.write(Conversation.start("c"));
        assertThatThrownBy(() -> ConversationJson.read(json.replace("\"format\":1", "\"format\":2")))
                .isInstanceOf(AdcioException.class)
                .hasMessage("the conversation has format 2, and this version reads up to 1; bring every instance to the"
                        + " version that wrote it");
    }

    @Test
    void refusesWhatIsNoConversationWithoutQuotingIt() {
        String json = ConversationJson.write(with(need()));
        for (String damaged : List.of(
                "",
                "null",
                "[]",
                "secret words",
                json.substring(0, json.length() / 2),
                "{\"format\":1,\"conversation\":{\"id\":\"secret words\"}}",
                json.replace("\"turns\":3", "\"turns\":\"secret words\""))) {
            assertThatThrownBy(() -> ConversationJson.read(damaged))
                    .as(damaged)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    private Conversation with(ShoppingNeed need) {
        return new Conversation("c", 1, 3, null, need, List.of(), List.of(), List.of(), null, List.of(), Map.of());
    }

    private Conversation conversation(String id) {
        return new Conversation(
                id,
                random.nextInt(9),
                random.nextInt(9),
                random.nextBoolean() ? Language.KOREAN : null,
                need(),
                some(this::need),
                some(() -> new Exchange(
                        random.nextInt(9), WORDS, one(List.of(Intent.values())), Language.ENGLISH, need())),
                some(() -> new ShownList(random.nextInt(9), List.of("p1", WORDS), random.nextBoolean())),
                random.nextBoolean() ? WORDS : null,
                List.of("color", WORDS),
                Map.of("campaign", 3, WORDS, 1));
    }

    private ShoppingNeed need() {
        return new ShoppingNeed(
                orNull(WORDS),
                WORDS,
                some(() -> WORDS),
                some(() -> "wool"),
                some(() -> generator.constraint(generator.products(30), 2)),
                random.nextBoolean() ? new SortOrder("price", random.nextBoolean()) : null,
                some(() -> new SetAside(WORDS, "reason")),
                some(() -> new ShopperFact(one(List.of(ShopperFact.Kind.values())), WORDS, some(() -> "cue"))),
                some(() -> "p9"),
                orNull("p1"));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private @Nullable String orNull(String text) {
        return random.nextBoolean() ? text : null;
    }

    private <T> List<T> some(java.util.function.Supplier<T> supplier) {
        return new ArrayList<>(IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> supplier.get())
                .toList());
    }
}
