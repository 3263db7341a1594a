package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExclusionWordingPropertiesTest {
    private static final ConditionWording ENGLISH = in(Language.ENGLISH);
    private static final ConditionWording KOREAN = in(Language.KOREAN);

    @Property(tries = 2000)
    void noExclusionIsEverWrittenWithoutItsNegation(@ForAll("exclusions") Constraint.NoneOf exclusion) {
        assertThat(ENGLISH.of(exclusion)).matches("(?s)(not|without) .*\\S.*");
        assertThat(KOREAN.of(exclusion)).matches("(?s).*\\S.* 제외");
        assertThat(ENGLISH.worded(exclusion).text()).isEqualTo(ENGLISH.of(exclusion));
        assertThat(KOREAN.worded(exclusion).text()).isEqualTo(KOREAN.of(exclusion));
    }

    @Property(tries = 500)
    void neitherIsOneAmongAlternatives(
            @ForAll("exclusions") Constraint.NoneOf one, @ForAll("exclusions") Constraint.NoneOf other) {
        Constraint either = new Constraint.Either("either", List.of(one, other));
        assertThat(ENGLISH.of(either)).contains(ENGLISH.of(one)).contains(ENGLISH.of(other));
        assertThat(KOREAN.of(either)).contains(KOREAN.of(one)).contains(KOREAN.of(other));
    }

    @Provide
    Arbitrary<Constraint.NoneOf> exclusions() {
        Arbitrary<String> words = Arbitraries.of(
                "red",
                "빨강",
                "Black",
                "waterproof",
                "방수",
                "yes",
                "없음",
                "InStock",
                "Moa Basic",
                "m 사이즈",
                "M",
                "250",
                "가죽",
                "!",
                "a b c d");
        Arbitrary<String> texts = Arbitraries.oneOf(
                words, Arbitraries.just(""), Arbitraries.strings().ofMaxLength(12));
        Arbitrary<String> fields = Arbitraries.of(
                Fields.BRAND,
                Fields.CATEGORIES,
                Fields.TITLE,
                Fields.AVAILABILITY,
                Fields.DESCRIPTION,
                Fields.attribute("color"),
                Fields.attribute("size"),
                Fields.attribute("waterproof"),
                Fields.attribute("cautions"),
                Fields.attribute("neckline"));
        return Combinators.combine(texts, fields, words.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(true, false))
                .as((text, field, values, choice) -> new Constraint.NoneOf(text, field, Match.EXACT, values, choice));
    }

    private static ConditionWording in(Language language) {
        Phrases phrases = Phrases.in(language);
        return new ConditionWording(phrases, new Wording(phrases), CatalogCapabilities.of(List.of()));
    }
}
