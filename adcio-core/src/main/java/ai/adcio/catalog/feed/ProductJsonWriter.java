package ai.adcio.catalog.feed;

import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Review;
import ai.adcio.catalog.Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a product as JSON; what a record does not have is left out. */
final class ProductJsonWriter {
    private final JsonGenerator json;

    private ProductJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Product product) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = ProductJsonReader.FACTORY.createGenerator(bytes)) {
            new ProductJsonWriter(json).product(product);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void product(Product product) throws IOException {
        json.writeStartObject();
        text("id", product.id());
        text("title", product.title());
        if (!product.description().isEmpty()) {
            text("description", product.description());
        }
        text("brand", product.brand());
        if (!product.categories().isEmpty()) {
            texts("categories", product.categories());
        }
        text("url", product.url());
        text("imageUrl", product.imageUrl());
        money("price", product.price());
        money("listPrice", product.listPrice());
        text("availability", product.availability().schemaOrgName());
        if (!product.variants().isEmpty()) {
            json.writeArrayFieldStart("variants");
            for (Variant variant : product.variants()) {
                variant(variant);
            }
            json.writeEndArray();
        }
        if (product.rating() != null) {
            json.writeObjectFieldStart("rating");
            json.writeNumberField("value", product.rating().value());
            json.writeNumberField("count", product.rating().count());
            json.writeEndObject();
        }
        attributes(product.attributes());
        if (!product.reviews().isEmpty()) {
            json.writeArrayFieldStart("reviews");
            for (Review review : product.reviews()) {
                review(review);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void variant(Variant variant) throws IOException {
        json.writeStartObject();
        text("id", variant.id());
        attributes(variant.attributes());
        money("price", variant.price());
        text(
                "availability",
                variant.availability() == null ? null : variant.availability().schemaOrgName());
        json.writeEndObject();
    }

    private void review(Review review) throws IOException {
        json.writeStartObject();
        text("id", review.id());
        if (review.rating() != null) {
            json.writeNumberField("rating", review.rating());
        }
        text("text", review.text());
        json.writeEndObject();
    }

    private void attributes(Map<String, List<String>> attributes) throws IOException {
        if (!attributes.isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, List<String>> entry : attributes.entrySet()) {
                texts(WellFormed.text(entry.getKey()), entry.getValue());
            }
            json.writeEndObject();
        }
    }

    private void money(String name, @Nullable Money money) throws IOException {
        if (money != null) {
            json.writeObjectFieldStart(name);
            text("amount", money.plainAmount());
            text("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(WellFormed.text(value));
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, WellFormed.text(value));
        }
    }
}
