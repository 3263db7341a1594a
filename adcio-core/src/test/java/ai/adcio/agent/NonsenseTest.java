package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyJson;
import ai.adcio.reply.ReplySchema;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is typed, the reply is well formed: ten thousand turns of any Unicode up to 100 kB. */
class NonsenseTest {
    private static final InMemoryCatalog CATALOG = LampShop.catalog();
    private static final ShoppingAgent AGENT = ShoppingAgent.builder(CATALOG)
            .retrievers(RecordArm.keyword(), RecordArm.sql())
            .withoutDeadline()
            .build();

    @AfterContainer
    static void close() {
        AGENT.close();
        CATALOG.close();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void anyTurnGetsAWellFormedReply(@ForAll("turns") UserTurn turn) {
        AgentReply reply = AGENT.reply(turn);
        ReplySchema.check(ReplyJson.write(reply));
        assertThat(reply.cards())
                .allSatisfy(
                        card -> assertThat(CATALOG.find(card.product().id())).isEqualTo(card.product()));
        assertThat(reply.cards()).extracting(card -> card.product().id()).doesNotHaveDuplicates();
        if (!reply.intent().carriesCards()) {
            assertThat(reply.cards()).isEmpty();
        }
    }

    @Provide
    Arbitrary<UserTurn> turns() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(80);
        Arbitrary<String> long100k =
                Arbitraries.strings().withChars("a1 가를$,.\n").ofMinLength(2_000).ofMaxLength(100_000);
        Arbitrary<String> words = Arbitraries.of(
                        "lamp",
                        "under",
                        "$20",
                        "not",
                        "Lumo",
                        "black",
                        "the",
                        "second",
                        "one",
                        "cheapest",
                        "how many",
                        "compare",
                        "mugs",
                        "more",
                        "similar",
                        "첫 번째",
                        "3만원",
                        "이하",
                        "말고",
                        "보여줘",
                        "비교",
                        "제일 싼",
                        "몇 개",
                        "빼고",
                        "-",
                        "~",
                        "4.5",
                        "stars",
                        "between",
                        "and",
                        "reset",
                        "this",
                        "그거",
                        "#1",
                        "''")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join(" ", list));
        Arbitrary<String> text = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(60, words),
                net.jqwik.api.Tuple.of(38, anything),
                net.jqwik.api.Tuple.of(2, long100k));
        Arbitrary<Language> language = Arbitraries.of(Language.ENGLISH, Language.KOREAN);
        Arbitrary<PageContext> page = Arbitraries.of(
                PageContext.EMPTY,
                PageContext.product("L1"),
                PageContext.product("no such id"),
                PageContext.listing(java.util.List.of("L1", "gone", "M1")));
        Arbitrary<String> conversation = Arbitraries.integers().between(1, 40).map(n -> "c" + n);
        return net.jqwik.api.Combinators.combine(text, language, page, conversation)
                .as((t, l, p, c) -> new UserTurn(c, t, l, p));
    }
}
