package ai.adcio.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A product as bytes. What is read is equal to what was written, to the last digit of a price. */
final class ProductCodec {
    private ProductCodec() {}

    static void write(RecordOutput out, Product product) {
        out.text(product.id());
        out.text(product.title());
        out.text(product.description());
        out.optional(product.brand(), RecordOutput::text);
        out.list(product.categories(), RecordOutput::text);
        out.optional(product.url(), RecordOutput::text);
        out.optional(product.imageUrl(), RecordOutput::text);
        out.optional(product.price(), ProductCodec::writeMoney);
        out.optional(product.listPrice(), ProductCodec::writeMoney);
        writeAvailability(out, product.availability());
        out.list(product.variants(), ProductCodec::writeVariant);
        out.optional(product.rating(), ProductCodec::writeRating);
        writeAttributes(out, product.attributes());
        out.list(product.reviews(), ProductCodec::writeReview);
    }

    static Product read(RecordInput in) {
        return new Product(
                in.text(),
                in.text(),
                in.text(),
                in.optional(RecordInput::text),
                in.list(RecordInput::text),
                in.optional(RecordInput::text),
                in.optional(RecordInput::text),
                in.optional(ProductCodec::readMoney),
                in.optional(ProductCodec::readMoney),
                readAvailability(in),
                in.list(ProductCodec::readVariant),
                in.optional(ProductCodec::readRating),
                readAttributes(in),
                in.list(ProductCodec::readReview));
    }

    private static void writeMoney(RecordOutput out, Money money) {
        // A decimal's text keeps its digits and its scale.
        out.text(money.amount().toString());
        out.text(money.currency().getCurrencyCode());
    }

    private static Money readMoney(RecordInput in) {
        return new Money(new BigDecimal(in.text()), Currency.getInstance(in.text()));
    }

    private static void writeAvailability(RecordOutput out, Availability availability) {
        out.text(availability.name());
    }

    private static Availability readAvailability(RecordInput in) {
        return Availability.valueOf(in.text());
    }

    private static void writeVariant(RecordOutput out, Variant variant) {
        out.text(variant.id());
        writeAttributes(out, variant.attributes());
        out.optional(variant.price(), ProductCodec::writeMoney);
        out.optional(variant.availability(), ProductCodec::writeAvailability);
    }

    private static Variant readVariant(RecordInput in) {
        return new Variant(
                in.text(),
                readAttributes(in),
                in.optional(ProductCodec::readMoney),
                in.optional(ProductCodec::readAvailability));
    }

    private static void writeRating(RecordOutput out, Rating rating) {
        out.real(rating.value());
        out.number(rating.count());
    }

    private static Rating readRating(RecordInput in) {
        return new Rating(in.real(), in.integer());
    }

    private static void writeReview(RecordOutput out, Review review) {
        out.text(review.id());
        out.optional(review.rating(), RecordOutput::real);
        out.text(review.text());
    }

    private static Review readReview(RecordInput in) {
        return new Review(in.text(), in.optional(RecordInput::real), in.text());
    }

    private static void writeAttributes(RecordOutput out, Map<String, List<String>> attributes) {
        out.number(attributes.size());
        attributes.forEach((name, values) -> {
            out.text(name);
            out.list(values, RecordOutput::text);
        });
    }

    private static Map<String, List<String>> readAttributes(RecordInput in) {
        int count = in.count();
        String[] names = new String[count];
        List<List<String>> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names[i] = in.text();
            values.add(in.list(RecordInput::text));
        }
        return Attributes.of(names, List.copyOf(values));
    }
}
