package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.Review;
import ai.adcio.catalog.Variant;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a product from JSON, strict about types, and names the path of the field at fault. Not thread safe. */
final class ProductJsonReader {
    // A product nests four deep; what nests deeper is an attack or an unknown field nobody reads.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .maxNameLength(2_000)
                    .maxStringLength(16 * 1024 * 1024)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Attribute names come from outside and have no bound; a JVM-wide table of them would only grow.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Consumer<String> ignored;

    /** @param ignored told the path of each field that nothing reads */
    ProductJsonReader(Consumer<String> ignored) {
        this.ignored = ignored;
    }

    Product read(byte[] bytes, int offset, int length) throws RowProblem {
        try (JsonParser json = FACTORY.createParser(bytes, offset, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new RowProblem(
                        "", shown(json), "is not a JSON object; write one product as {\"id\":..,\"title\":..}");
            }
            Product product = product(json);
            if (json.nextToken() != null) {
                throw new RowProblem("", shown(json), "something follows the product; write one product a line");
            }
            return product;
        } catch (JsonProcessingException e) {
            throw new RowProblem("", "", "is not valid JSON: " + RowProblem.shown(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new RowProblem("", "", "is not valid UTF-8 JSON: " + e.getMessage());
        }
    }

    private Product product(JsonParser json) throws IOException, RowProblem {
        Draft draft = new Draft();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "id" -> draft.id = text(json, name);
                case "title" -> draft.title = text(json, name);
                case "description" -> draft.description = text(json, name);
                case "brand" -> draft.brand = optionalText(json, name);
                case "categories" -> draft.categories = texts(json, name);
                case "url" -> draft.url = optionalText(json, name);
                case "imageUrl" -> draft.imageUrl = optionalText(json, name);
                case "price" -> draft.price = money(json, name);
                case "listPrice" -> draft.listPrice = money(json, name);
                case "availability" -> draft.availability = availability(json, name);
                case "variants" -> draft.variants = variants(json, name);
                case "rating" -> draft.rating = rating(json, name);
                case "attributes" -> draft.attributes = attributes(json, name);
                case "reviews" -> draft.reviews = reviews(json, name);
                default -> ignore(json, name);
            }
        }
        String id = required(draft.id, "id", "every product needs one of its own");
        String title = required(draft.title, "title", "shoppers need a name to read");
        if (draft.price != null
                && draft.listPrice != null
                && !draft.price.currency().equals(draft.listPrice.currency())) {
            throw new RowProblem(
                    "listPrice.currency",
                    draft.listPrice.currency().getCurrencyCode(),
                    "differs from that of the price; give both in one currency");
        }
        return new Product(
                id,
                title,
                draft.description,
                draft.brand,
                draft.categories,
                draft.url,
                draft.imageUrl,
                draft.price,
                draft.listPrice,
                draft.availability,
                draft.variants,
                draft.rating,
                draft.attributes,
                draft.reviews);
    }

    private static final class Draft {
        @Nullable
        String id;

        @Nullable
        String title;

        String description = "";

        @Nullable
        String brand;

        List<String> categories = List.of();

        @Nullable
        String url;

        @Nullable
        String imageUrl;

        @Nullable
        Money price;

        @Nullable
        Money listPrice;

        Availability availability = Availability.IN_STOCK;
        List<Variant> variants = List.of();

        @Nullable
        Rating rating;

        Map<String, List<String>> attributes = Map.of();
        List<Review> reviews = List.of();
    }

    private static String required(@Nullable String value, String path, String why) throws RowProblem {
        if (value == null || value.isBlank()) {
            throw new RowProblem(
                    path, value == null ? "" : value, (value == null ? "is missing" : "is blank") + "; " + why);
        }
        return value;
    }

    private static String text(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.VALUE_STRING, path, "write text in quotes");
        return WellFormed.text(json.getText());
    }

    private static @Nullable String optionalText(JsonParser json, String path) throws IOException, RowProblem {
        String text = text(json, path);
        return text.isBlank() ? null : text;
    }

    private static List<String> texts(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_ARRAY, path, "write a list of texts");
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String text = text(json, path + "[" + texts.size() + "]");
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable Money money(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_OBJECT, path, "write {\"amount\":\"19.99\",\"currency\":\"USD\"}");
        String amount = null;
        String currency = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String at = path + "." + name;
            json.nextToken();
            switch (name) {
                case "amount" -> {
                    expect(json, JsonToken.VALUE_STRING, at, "write plain digits in quotes, such as \"19.99\"");
                    amount = json.getText();
                }
                case "currency" -> currency = text(json, at);
                default -> ignore(json, at);
            }
        }
        String digits = required(amount, path + ".amount", "write plain digits such as \"19.99\"");
        String code = required(currency, path + ".currency", "write an ISO 4217 code such as \"USD\"");
        return MoneyText.parse(digits, code, path + ".amount", path + ".currency");
    }

    private static Availability availability(JsonParser json, String path) throws IOException, RowProblem {
        String name = text(json, path);
        try {
            return Availability.parse(name);
        } catch (AdcioException e) {
            throw new RowProblem(
                    path, name, "is unknown; write InStock, OutOfStock, PreOrder, BackOrder or Discontinued");
        }
    }

    private List<Variant> variants(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_ARRAY, path, "write a list of variants");
        List<Variant> variants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String at = path + "[" + variants.size() + "]";
            Variant variant = variant(json, at);
            if (!ids.add(variant.id())) {
                throw new RowProblem(at + ".id", variant.id(), "is repeated; a variant's id is unique in its product");
            }
            variants.add(variant);
        }
        return variants;
    }

    private Variant variant(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_OBJECT, path, "write {\"id\":..,\"attributes\":{..}}");
        String id = null;
        Map<String, List<String>> attributes = Map.of();
        Money price = null;
        Availability availability = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String at = path + "." + name;
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "id" -> id = text(json, at);
                case "attributes" -> attributes = attributes(json, at);
                case "price" -> price = money(json, at);
                case "availability" -> availability = availability(json, at);
                default -> ignore(json, at);
            }
        }
        return new Variant(
                required(id, path + ".id", "every variant needs one of its own"), attributes, price, availability);
    }

    private @Nullable Rating rating(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_OBJECT, path, "write {\"value\":4.5,\"count\":12}");
        Double value = null;
        int count = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String at = path + "." + name;
            json.nextToken();
            switch (name) {
                case "value" -> value = number(json, at, 5);
                case "count" -> count = (int) number(json, at, Integer.MAX_VALUE);
                default -> ignore(json, at);
            }
        }
        if (value == null) {
            throw new RowProblem(path + ".value", "", "is missing; leave the rating out when there is none");
        }
        return new Rating(value, count);
    }

    private List<Review> reviews(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_ARRAY, path, "write a list of reviews");
        List<Review> reviews = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reviews.add(review(json, path + "[" + reviews.size() + "]"));
        }
        return reviews;
    }

    private Review review(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_OBJECT, path, "write {\"id\":..,\"rating\":4,\"text\":..}");
        String id = null;
        Double rating = null;
        String text = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String at = path + "." + name;
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "id" -> id = text(json, at);
                case "rating" -> rating = number(json, at, 5);
                case "text" -> text = text(json, at);
                default -> ignore(json, at);
            }
        }
        return new Review(required(id, path + ".id", "every review needs one"), rating, text);
    }

    private Map<String, List<String>> attributes(JsonParser json, String path) throws IOException, RowProblem {
        expect(json, JsonToken.START_OBJECT, path, "write {\"name\":[\"value\"]}");
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = WellFormed.text(json.currentName());
            String at = path + "." + name;
            if (name.isBlank()) {
                throw new RowProblem(at, "", "has a blank name; name the attribute");
            }
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                attributes.put(name, texts(json, at));
            }
        }
        return attributes;
    }

    private static double number(JsonParser json, String path, double greatest) throws IOException, RowProblem {
        if (!json.currentToken().isNumeric()) {
            throw new RowProblem(path, shown(json), "is not a number; write it without quotes");
        }
        double number = json.getDoubleValue();
        if (!(number >= 0 && number <= greatest)) {
            throw new RowProblem(path, shown(json), "ranges from 0 to " + (long) greatest);
        }
        return number;
    }

    private static void expect(JsonParser json, JsonToken wanted, String path, String remedy)
            throws IOException, RowProblem {
        JsonToken token = json.currentToken();
        if (token != wanted) {
            throw new RowProblem(path, shown(json), "is " + kindOf(token) + "; " + remedy);
        }
    }

    private static String kindOf(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "missing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "out of place";
        };
    }

    private static String shown(JsonParser json) throws IOException {
        String text = json.currentToken() == null ? null : json.getText();
        return text == null ? "" : text;
    }

    private void ignore(JsonParser json, String path) throws IOException {
        ignored.accept(path);
        json.skipChildren();
    }
}
