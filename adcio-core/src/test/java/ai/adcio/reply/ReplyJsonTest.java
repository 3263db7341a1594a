package ai.adcio.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.ads.AdSlot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.Variant;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.SetAside;
import ai.adcio.retrieval.Candidate;
import ai.adcio.retrieval.MissingArm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesEveryPartSoThatItKeepsTheSchema() throws IOException {
        String json = ReplyJson.write(full());
        ReplySchema.check(json);
        JsonNode tree = mapper.readTree(json);
        assertThat(tree.at("/intent").asText()).isEqualTo("count_or_superlative");
        assertThat(tree.at("/cards/0/product/price/amount").asText()).isEqualTo("19.90");
        assertThat(tree.at("/constraints/applied/0/op").asText()).isEqualTo("gt");
        assertThat(tree.at("/constraints/applied/1/op").asText()).isEqualTo("le");
        assertThat(tree.at("/constraints/applied/2/value/1").asText()).isEqualTo("blue");
        assertThat(tree.at("/pageActions/3/requiresConfirmation").asBoolean()).isTrue();
        assertThat(tree.at("/pageActions/0/target/place").asText()).isEqualTo("product");
        assertThat(tree.at("/adSlot/label").asText()).isEqualTo("Ad");
    }

    @Test
    void leavesAbsentPartsOutInsteadOfWritingEmptyOnes() throws IOException {
        AgentReply reply = new AgentReply(
                "c",
                "1",
                Intent.SMALL_TALK,
                Language.ENGLISH,
                "Hello!",
                null,
                List.of(new AgentReply.Card(
                        1,
                        Product.builder("p", "Bare").brand("").build(),
                        new AgentReply.Reason("in stock", List.of()),
                        List.of())),
                null,
                List.of(),
                null,
                AgentReply.Constraints.NONE,
                null,
                List.of(),
                "r",
                "clerk",
                false,
                List.of(),
                Map.of());
        String json = ReplyJson.write(reply);
        ReplySchema.check(json);
        JsonNode product = mapper.readTree(json).at("/cards/0/product");
        assertThat(product.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "categories", "availability", "attributes");
        assertThat(mapper.readTree(json).has("answer")).isFalse();
        assertThat(mapper.readTree(json).has("adSlot")).isFalse();
    }

    @Test
    void staysOneLineOfJsonWhateverTextARecordHolds() throws IOException {
        String hostile = "line\nbreak \u2028 \"quote\" </script> \u0000 \ud83d\ude00";
        AgentReply reply = new AgentReply(
                "c",
                "1",
                Intent.SEARCH,
                Language.ENGLISH,
                hostile,
                null,
                List.of(),
                null,
                List.of(),
                null,
                AgentReply.Constraints.NONE,
                null,
                List.of(),
                "r",
                "clerk",
                false,
                List.of(),
                Map.of());
        String json = ReplyJson.write(reply);
        assertThat(json).doesNotContain("\n");
        assertThat(mapper.readTree(json).at("/text").asText()).isEqualTo(hostile);
    }

    @Test
    void writesAlternativesWithFieldAndValueOfEach() throws IOException {
        JsonNode any = mapper.readTree(ReplyJson.write(full())).at("/constraints/applied/5");
        assertThat(any.at("/op").asText()).isEqualTo("any");
        assertThat(any.has("field")).isFalse();
        assertThat(any.at("/conditions/0/field").asText()).isEqualTo("attributes.color");
        assertThat(any.at("/conditions/0/value/0").asText()).isEqualTo("red");
    }

    @Test
    void keepsTheTwoBoundsOfAnAlternativeTogether() throws IOException {
        Constraint cheap = new Constraint.Range(
                "under 60", Fields.PRICE, null, new Constraint.Bound(new BigDecimal("60"), false), null);
        Constraint middling = new Constraint.Range(
                "80 to 90",
                Fields.PRICE,
                new Constraint.Bound(new BigDecimal("80.00"), true),
                new Constraint.Bound(new BigDecimal("9E+1"), true),
                null);
        String json = ReplyJson.write(applying(new Constraint.Either("either", List.of(cheap, middling))));
        ReplySchema.check(json);
        JsonNode any = mapper.readTree(json).at("/constraints/applied/0");
        assertThat(any.at("/conditions/0/op").asText()).isEqualTo("lt");
        assertThat(any.at("/conditions/1/op").asText()).isEqualTo("all");
        assertThat(any.at("/conditions/1/conditions/0/value").asText()).isEqualTo("80");
        assertThat(any.at("/conditions/1/conditions/1/value").asText()).isEqualTo("90");
    }

    @Test
    void writesWonWithoutMinorUnitsAndDollarsToTheLetter() throws IOException {
        JsonNode won = mapper.readTree(ReplyJson.write(applying(won("80000.00"))));
        assertThat(won.at("/constraints/applied/0/value").asText()).isEqualTo("80000");
        JsonNode dollars = mapper.readTree(ReplyJson.write(full()));
        assertThat(dollars.at("/cards/0/product/price/amount").asText()).isEqualTo("19.90");
    }

    private static Constraint won(String amount) {
        return new Constraint.Range(
                "8만원 이하",
                Fields.PRICE,
                null,
                new Constraint.Bound(new BigDecimal(amount), true),
                Currency.getInstance("KRW"));
    }

    private static AgentReply applying(Constraint constraint) {
        return new AgentReply(
                "c",
                "1",
                Intent.SEARCH,
                Language.ENGLISH,
                "text",
                null,
                List.of(),
                null,
                List.of(),
                null,
                new AgentReply.Constraints(List.of(constraint), List.of(), List.of()),
                null,
                List.of(),
                "r",
                "clerk",
                false,
                List.of(),
                Map.of());
    }

    private static AgentReply full() {
        Product product = Product.builder("p1", "A lamp")
                .brand("Lumo")
                .categories(List.of("Home", "Lamps"))
                .url("/p/1")
                .imageUrl("/i/1.png")
                .price(Money.of("19.90", "USD"))
                .listPrice(Money.of("25", "USD"))
                .rating(new Rating(4.5, 12))
                .attribute("color", "Red", "Blue")
                .variants(List.of(new Variant("v1", Map.of("color", List.of("Red")), Money.of("20", "USD"), null)))
                .build();
        Constraint price = new Constraint.Range(
                "between 5 and 20",
                Fields.PRICE,
                new Constraint.Bound(BigDecimal.valueOf(5), false),
                new Constraint.Bound(BigDecimal.valueOf(20), true),
                null);
        Constraint colour =
                new Constraint.AnyOf("blue", Fields.attribute("color"), Match.WORDS, List.of("red", "blue"));
        return new AgentReply(
                "c",
                "3",
                Intent.COUNT_OR_SUPERLATIVE,
                Language.ENGLISH,
                "The cheapest is A lamp.",
                new AgentReply.Answer("19.90", "USD", List.of(new AgentReply.Evidence("price", "19.90"))),
                List.of(new AgentReply.Card(
                        1,
                        product,
                        new AgentReply.Reason("price $19.90", List.of(new AgentReply.Evidence("price", "19.90"))),
                        List.of(new Candidate.Provenance("keyword", 1, 7.25)))),
                new AgentReply.FollowUp(
                        "Which colour?",
                        "attributes.color",
                        List.of(new AgentReply.Choice("Red", "red"), new AgentReply.Choice("Blue", "blue"))),
                List.of("Cheaper ones"),
                new AgentReply.Comparison(List.of("price"), List.of("p1", "p2"), List.of(List.of("$19.90", ""))),
                new AgentReply.Constraints(
                        List.of(
                                price,
                                colour,
                                new Constraint.NoneOf("no Acme", "brand", Match.EXACT, List.of("Acme"), false),
                                new Constraint.Present("on sale", "listPrice"),
                                new Constraint.Either("lamps", List.of(colour))),
                        List.of(new SetAside("by Friday", "delivery dates are not recorded")),
                        List.of(new AgentReply.NotCovered("purple lamp", null, null, null))),
                new AdSlot(
                        "s",
                        "r",
                        "side",
                        "set",
                        "Ad",
                        product,
                        "Lumo Inc",
                        "camp",
                        new AdSlot.Beacons("/i?x=1", "/c?x=1")),
                List.of(
                        new PageAction.Navigate(PageAction.Place.PRODUCT, "p1", "/p/1"),
                        new PageAction.Filter(List.of(price)),
                        new PageAction.Sort(new SortOrder("price", true)),
                        new PageAction.AddToCart("p1", null, 2),
                        new PageAction.Highlight(List.of("p1")),
                        new PageAction.Rearrange(List.of("p1"))),
                "r",
                "clerk",
                true,
                List.of(new MissingArm("vector", "late")),
                Map.of("total", 1.25));
    }
}
