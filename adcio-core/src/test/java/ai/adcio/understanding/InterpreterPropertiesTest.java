package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class InterpreterPropertiesTest {
    private static final DeterministicInterpreter INTERPRETER =
            DeterministicInterpreter.builder().maxCharacters(200_000).build();
    private static final List<CatalogSnapshot> SHOPS = List.of(SmallShops.english(), SmallShops.korean());

    @Property(tries = 1000)
    void neverFailsOnAnyText(@ForAll("texts") String text, @ForAll @IntRange(max = 1) int shop) {
        Interpretation meaning =
                INTERPRETER.interpret(UserTurn.of("c", text), Conversation.start("c"), SHOPS.get(shop));
        assertThat(meaning.spans()).allMatch(s -> 0 <= s.start() && s.start() <= s.end() && s.end() <= text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                        "kettle",
                        "no",
                        "not",
                        "under",
                        "$",
                        "30",
                        "first",
                        "one",
                        "or",
                        ",",
                        "니트",
                        "말고",
                        "3만원",
                        "이하",
                        "그거",
                        "1번",
                        "검은색",
                        "빼고",
                        "와",
                        "은",
                        "만",
                        "원",
                        "천",
                        "2~4만원",
                        "a hundred",
                        "compare",
                        "back to",
                        "any",
                        "#",
                        "4.5",
                        "stars",
                        "?",
                        "...",
                        "~",
                        "-",
                        "\u0000",
                        "\ud83d\ude00",
                        "ㄱㄱ",
                        "of these",
                        "cheaper",
                        "than")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join(list.size() % 2 == 0 ? " " : "", list));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), words);
    }

    @Property(tries = 6)
    void readsAHundredKilobytes(@ForAll("units") String unit) {
        String text = unit.repeat(100_000 / unit.length());
        long start = System.nanoTime();
        INTERPRETER.interpret(UserTurn.of("c", text), Conversation.start("c"), SHOPS.getLast());
        // Quadratic time would take minutes; this bound is loose enough for any machine.
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("가", "니트 말고 ", "no kettle ", "1", "만", "$1-2 ", "a ", "kettle, ", "첫 번째 ");
    }

    @Property(tries = 300)
    void readsBackEveryWonAmount(
            @ForAll @IntRange(min = 1, max = 999) int thousands, @ForAll("wordings") String wording) {
        int won = thousands * 1000;
        Interpretation meaning = INTERPRETER.interpret(
                UserTurn.of("c", "니트 " + amount(won, wording) + " 이하"), Conversation.start("c"), SHOPS.getLast());
        assertThat(meaning.need().constraints())
                .filteredOn(c -> c instanceof Constraint.Range)
                .singleElement()
                .isInstanceOfSatisfying(Constraint.Range.class, r -> {
                    assertThat(r.upper()).isNotNull();
                    assertThat(r.upper().value()).isEqualByComparingTo(BigDecimal.valueOf(won));
                });
    }

    @Provide
    Arbitrary<String> wordings() {
        return Arbitraries.of("plain", "comma", "man", "spaced", "sino");
    }

    private static String amount(int won, String wording) {
        int man = won / 10_000;
        int rest = won % 10_000;
        return switch (wording) {
            case "plain" -> won + "원";
            case "comma" -> String.format(java.util.Locale.ROOT, "%,d원", won);
            case "man" -> (man > 0 ? man + "만" : "") + (rest > 0 ? rest / 1000 + "천" : "") + "원";
            case "spaced" -> (man > 0 ? man + "만 " : "") + (rest > 0 ? rest / 1000 + "천" : "") + "원";
            default -> (man > 0 ? sino(man) + "만" : "") + (rest > 0 ? sino(rest / 1000) + "천" : "") + "원";
        };
    }

    private static String sino(int number) {
        String[] digits = {"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
        int tens = number / 10;
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "십" : "") + digits[number % 10];
    }

    @Property(tries = 300)
    void readsBackEveryDollarAmount(
            @ForAll @IntRange(min = 6, max = 9999) int dollars, @ForAll("bounds") String pattern) {
        Interpretation meaning = INTERPRETER.interpret(
                UserTurn.of("c", "kettles " + pattern.replace("N", Integer.toString(dollars))),
                Conversation.start("c"),
                SHOPS.getFirst());
        assertThat(meaning.need().constraints())
                .filteredOn(c -> c instanceof Constraint.Range)
                .singleElement()
                .isInstanceOfSatisfying(Constraint.Range.class, r -> {
                    assertThat(r.field()).isEqualTo("price");
                    assertThat(r.upper()).isNotNull();
                    assertThat(r.upper().value()).isEqualByComparingTo(BigDecimal.valueOf(dollars));
                });
    }

    @Provide
    Arbitrary<String> bounds() {
        return Arbitraries.of(
                "under $N",
                "below N dollars",
                "up to N",
                "N max",
                "N tops",
                "for N or less",
                "at most N bucks",
                "nothing over N",
                "cheaper than $N",
                "my limit is $N",
                "$N or under");
    }
}
