package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Product;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductDocumentTest {
    private final FieldMemory memory = new FieldMemory();

    private JsonNode document(Product product) throws IOException {
        return Json.read(ProductDocument.of(product, 7, memory));
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    @Test
    void filesValuesAsTermsOfTheirField() throws IOException {
        JsonNode document = document(Product.builder("p1", "Kettle <b>No. 5</b>")
                .brand("O'Neill's")
                .attribute("color", "Navy Blue", "RED")
                .attribute("소재", "면 100%")
                .attribute("capacity", "1.5 l")
                .build());
        assertThat(texts(document.path("exact")))
                .contains("brand=o'neill's", "attributes.color=navy blue", "attributes.color=red");
        assertThat(texts(document.path("words")))
                .contains(
                        "brand=oneills",
                        "attributes.color=navy attributes.color=blue",
                        "attributes.color=red",
                        "attributes.소재=면 attributes.소재=100");
        assertThat(texts(document.path("characters")))
                .containsExactly("attributes.소재=면 attributes.소재=1 attributes.소재=0 attributes.소재=0");
        assertThat(texts(document.path("number"))).containsExactly("attributes.capacity=6500000000115");
        assertThat(texts(document.path("options").findPath("words")))
                .containsExactly("attributes.color=navy attributes.color=blue");
        assertThat(document.path("sorting").findPath("value").path(0).doubleValue())
                .isEqualTo(1.5);
        assertThat(document.path("order").asInt()).isEqualTo(7);
    }

    @Test
    void sameValuesOfOtherFieldsAndProductsStayApart() throws IOException {
        Product first = Product.builder("p1", "Kettle")
                .attribute("a", "red")
                .attribute("b", "red")
                .build();
        assertThat(document(first)).isEqualTo(document(first));
        assertThat(texts(document(first).path("exact"))).contains("attributes.a=red", "attributes.b=red");
        Product second = Product.builder("p2", "Kettle").attribute("b", "red").build();
        assertThat(texts(document(second).path("exact")))
                .contains("attributes.b=red")
                .doesNotContain("attributes.a=red");
    }

    @Test
    void longWordsAndNamesStandAsHashes() throws IOException {
        String word = "x".repeat(129);
        JsonNode document = document(
                Product.builder("p1", word + " kettle").attribute("a b", "=1").build());
        String row = texts(document.path("words")).get(1);
        assertThat(row).matches("title=#[\\w-]{43} title=kettle");
        assertThat(texts(document.path("has"))).contains("attributes.a+b");
    }
}
