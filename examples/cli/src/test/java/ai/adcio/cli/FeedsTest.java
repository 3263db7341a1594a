package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
    private static final String SHOPIFY = "Handle,Title,Type,Variant Price\nmug,Clay mug,Mugs,12000\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAShopifyExportInTheCurrencyThatIsGiven() throws IOException {
        String file = file("products.csv", SHOPIFY);

        Terminal run =
                Terminal.run("", "search", "--json", "--no-vector", "--catalog", file, "--currency", "KRW", "mug");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode product = card(run);
        assertThat(product.path("id").asText()).isEqualTo("mug");
        assertThat(product.path("price").toString()).isEqualTo("{\"amount\":\"12000\",\"currency\":\"KRW\"}");
    }

    @Test
    void namesTheOptionThatAShopifyExportNeeds() throws IOException {
        Terminal run = Terminal.run("", "search", "--no-vector", "--catalog", file("products.csv", SHOPIFY), "mug");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("products.csv")
                .contains("--currency KRW");
    }

    @Test
    void tellsOfRejectedRowsOnStandardErrorOnly() throws IOException {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> "m" + i + "\tClay mug " + i + "\t" + (i < 7 ? "12,50" : "12.50") + " USD\n")
                .collect(Collectors.joining());
        String file = file("feed.txt", "id\ttitle\tprice\n" + rows);

        Terminal run = Terminal.run("", "search", "--json", "--no-vector", "--catalog", file, "mug");

        assertThat(run.code()).isZero();
        assertThat(card(run).path("id").asText()).startsWith("m");
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err().lines())
                .hasSize(7)
                .startsWith(file + ": Merchant Center text: 193 products from 200 rows, 7 rejected, 0 skipped")
                .endsWith("  and 2 more");
        assertThat(run.err()).contains("  row 2, price \"12,50 USD\": has a comma; write a point");
    }

    @Test
    void failsInOneLineWhenTooMuchIsRejected() throws IOException {
        String file = file("shop.jsonl", "{\"id\":\"a\",\"title\":\"Mug\"}\n{\"id\":\"b\"}\n");

        Terminal run = Terminal.run(
                "", "index", "--catalog", file, "--index", folder.resolve("i").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("adcio: " + file + ": 1 of 2 rows were rejected");
        assertThat(folder.resolve("i")).doesNotExist();
    }

    @Test
    void refusesACurrencyThatIsNone() {
        Terminal run = Terminal.run("", "search", "--currency", "WON", "mug");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--currency");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static JsonNode card(Terminal run) throws JsonProcessingException {
        return JsonFiles.MAPPER.readTree(run.out()).path("cards").path(0).path("product");
    }
}
