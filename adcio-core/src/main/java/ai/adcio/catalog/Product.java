package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the shop's catalogue records it. Immutable and thread safe. Text fields come from outside and are
 * data: they are shown and searched, never obeyed.
 *
 * @param id the shop's own id, unique in the catalogue, not blank
 * @param title the name that shoppers see, not blank
 * @param description free text, empty when there is none
 * @param brand the brand, or null when none is recorded
 * @param categories from the broadest to the narrowest, possibly empty
 * @param url where the product's page is, as the shop writes it, or null
 * @param imageUrl where its picture is, or null
 * @param price what it costs now, or null when none is recorded
 * @param listPrice what it cost before a reduction, or null when it is not reduced
 * @param availability whether it can be bought
 * @param variants its purchasable forms, empty when it has only one
 * @param rating what buyers think, or null when nobody rated it
 * @param attributes everything else, by name, in the feed's order; no value list is empty
 * @param reviews what buyers wrote, possibly empty
 */
public record Product(
        String id,
        String title,
        String description,
        @Nullable String brand,
        List<String> categories,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable Money price,
        @Nullable Money listPrice,
        Availability availability,
        List<Variant> variants,
        @Nullable Rating rating,
        Map<String, List<String>> attributes,
        List<Review> reviews) {
    /** Rejects a blank id or title; copies the lists. */
    public Product {
        if (id.isBlank()) {
            throw new AdcioException("id is blank; every product needs one of its own");
        }
        if (title.isBlank()) {
            throw new AdcioException("title of product " + id + " is blank; shoppers need a name to read");
        }
        categories = List.copyOf(categories);
        variants = List.copyOf(variants);
        attributes = Attributes.copy(attributes);
        reviews = List.copyOf(reviews);
    }

    /** Starts a product with what none can do without. */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /** The values of one attribute, those of the variants after the product's own; empty when there is none. */
    public List<String> attribute(String name) {
        List<String> own = attributes.getOrDefault(name, List.of());
        if (variants.isEmpty()) {
            return own;
        }
        return java.util.stream.Stream.concat(
                        own.stream(),
                        variants.stream().flatMap(v -> v.attributes().getOrDefault(name, List.of()).stream()))
                .distinct()
                .toList();
    }

    /** Collects a product's optional parts. Not thread safe. */
    public static final class Builder {
        private final String id;
        private final String title;
        private String description = "";
        private @Nullable String brand;
        private List<String> categories = List.of();
        private @Nullable String url;
        private @Nullable String imageUrl;
        private @Nullable Money price;
        private @Nullable Money listPrice;
        private Availability availability = Availability.IN_STOCK;
        private List<Variant> variants = List.of();
        private @Nullable Rating rating;
        private final Map<String, List<String>> attributes = new LinkedHashMap<>();
        private List<Review> reviews = List.of();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Sets the free text. */
        public Builder description(String text) {
            this.description = text;
            return this;
        }

        /** Sets the brand; null means that none is recorded. */
        public Builder brand(@Nullable String name) {
            this.brand = name;
            return this;
        }

        /** Sets the categories from the broadest to the narrowest. */
        public Builder categories(List<String> path) {
            this.categories = path;
            return this;
        }

        /** Sets the address of the product's page. */
        public Builder url(@Nullable String address) {
            this.url = address;
            return this;
        }

        /** Sets the address of the picture. */
        public Builder imageUrl(@Nullable String address) {
            this.imageUrl = address;
            return this;
        }

        /** Sets the current price. */
        public Builder price(@Nullable Money money) {
            this.price = money;
            return this;
        }

        /** Sets the price before a reduction. */
        public Builder listPrice(@Nullable Money money) {
            this.listPrice = money;
            return this;
        }

        /** Sets the availability; in stock unless set. */
        public Builder availability(Availability value) {
            this.availability = value;
            return this;
        }

        /** Sets the purchasable forms. */
        public Builder variants(List<Variant> forms) {
            this.variants = forms;
            return this;
        }

        /** Sets the rating. */
        public Builder rating(@Nullable Rating value) {
            this.rating = value;
            return this;
        }

        /** Sets one attribute, replacing what it had. */
        public Builder attribute(String name, List<String> values) {
            attributes.put(name, values);
            return this;
        }

        /** Sets one attribute of one value or more, replacing what it had. */
        public Builder attribute(String name, String... values) {
            return attribute(name, List.of(values));
        }

        /** Adds attributes, replacing those of the same name. */
        public Builder attributes(Map<String, List<String>> values) {
            attributes.putAll(values);
            return this;
        }

        /** Sets the reviews. */
        public Builder reviews(List<Review> texts) {
            this.reviews = texts;
            return this;
        }

        /**
         * Makes the product.
         *
         * @throws AdcioException when a required part is blank
         */
        public Product build() {
            return new Product(
                    id,
                    title,
                    description,
                    brand,
                    categories,
                    url,
                    imageUrl,
                    price,
                    listPrice,
                    availability,
                    variants,
                    rating,
                    attributes,
                    reviews);
        }
    }
}
