package ai.adcio.sql;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The catalogues of the folder that the environment variable ADCIO_DATA names; tests on them are skipped without it. */
final class RealCatalogs {
    private RealCatalogs() {}

    static Path folder() {
        String folder = System.getProperty("adcio.data", System.getenv("ADCIO_DATA"));
        Assumptions.assumeTrue(folder != null, "set ADCIO_DATA to the folder of the shared data to run this test");
        return Path.of(String.valueOf(folder));
    }

    static List<Product> read(String name) throws IOException {
        Path file = folder().resolve("catalogs").resolve(name + ".jsonl.gz");
        ObjectMapper json = new ObjectMapper();
        List<Product> products = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                products.add(product(json.readTree(line)));
            }
        }
        return products;
    }

    private static Product product(JsonNode node) {
        Product.Builder builder = Product.builder(
                        node.path("id").asText(), node.path("title").asText())
                .description(node.path("description").asText(""))
                .brand(
                        node.path("brand").isMissingNode()
                                ? null
                                : node.path("brand").asText())
                .categories(texts(node.path("categories")))
                .price(money(node.path("price")))
                .listPrice(money(node.path("listPrice")))
                .availability(Availability.parse(node.path("availability").asText("InStock")));
        JsonNode rating = node.path("rating");
        if (rating.isObject()) {
            builder.rating(new Rating(
                    rating.path("value").asDouble(), rating.path("count").asInt()));
        }
        node.path("attributes")
                .properties()
                .forEach(entry -> builder.attribute(entry.getKey(), texts(entry.getValue())));
        return builder.build();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static @Nullable Money money(JsonNode node) {
        return node.isObject()
                ? Money.of(node.path("amount").asText(), node.path("currency").asText())
                : null;
    }
}
