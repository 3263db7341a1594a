package ai.adcio.reply;

import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Variant;
import ai.adcio.reply.internal.PlainDigits;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a card shows it on the wire: to the letter, absent parts left out, without reviews and description. */
final class ProductJson {
    private ProductJson() {}

    static void product(JsonGenerator json, String name, Product product) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("id", product.id());
        json.writeStringField("title", product.title());
        optional(json, "brand", product.brand());
        strings(json, "categories", product.categories());
        optional(json, "url", product.url());
        optional(json, "imageUrl", product.imageUrl());
        money(json, "price", product.price());
        money(json, "listPrice", product.listPrice());
        json.writeStringField("availability", product.availability().schemaOrgName());
        if (product.rating() != null) {
            json.writeObjectFieldStart("rating");
            json.writeNumberField("value", product.rating().value());
            json.writeNumberField("count", product.rating().count());
            json.writeEndObject();
        }
        attributes(json, product.attributes());
        if (!product.variants().isEmpty()) {
            json.writeArrayFieldStart("variants");
            for (Variant variant : product.variants()) {
                json.writeStartObject();
                json.writeStringField("id", variant.id());
                attributes(json, variant.attributes());
                money(json, "price", variant.price());
                if (variant.availability() != null) {
                    json.writeStringField("availability", variant.availability().schemaOrgName());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void attributes(JsonGenerator json, Map<String, List<String>> attributes) throws IOException {
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
            strings(json, attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
    }

    private static void money(JsonGenerator json, String name, @Nullable Money money) throws IOException {
        if (money != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("amount", PlainDigits.recorded(money));
            json.writeStringField("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }
}
