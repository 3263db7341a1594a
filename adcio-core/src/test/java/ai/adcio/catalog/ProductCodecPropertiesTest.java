package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.UniqueElements;

class ProductCodecPropertiesTest {
    @Property
    void readsTheProductThatWasWritten(
            @ForAll("products") Product product, @ForAll("repeated") @UniqueElements List<String> repeated) {
        Map<String, Integer> numbers = new java.util.HashMap<>();
        repeated.forEach(text -> numbers.put(text, numbers.size()));
        RecordOutput out = new RecordOutput(numbers);
        ProductCodec.write(out, product);
        RecordInput in = new RecordInput(out.toBytes(), repeated.toArray(String[]::new));

        Product read = ProductCodec.read(in);

        assertThat(in.atEnd()).isTrue();
        assertThat(read).isEqualTo(product);
        // Equal prices may have other digits, and equal maps another order.
        assertThat(read.toString()).isEqualTo(product.toString());
    }

    @Property
    void readsTheNumberThatWasWritten(@ForAll long number, @ForAll double real) {
        RecordOutput out = new RecordOutput(Map.of());
        out.number(number);
        out.real(real);
        RecordInput in = new RecordInput(out.toBytes(), new String[0]);

        assertThat(in.number()).isEqualTo(number);
        assertThat(in.real()).isEqualTo(real);
        assertThat(in.atEnd()).isTrue();
    }

    @Property
    void readsTheTextThatWasWrittenWhateverItsCharacters(@ForAll String text) {
        RecordOutput out = new RecordOutput(Map.of());
        out.text(text);

        assertThat(new RecordInput(out.toBytes(), new String[0]).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<List<String>> repeated() {
        return words().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Product> products() {
        Arbitrary<Product.Builder> required = Combinators.combine(filled(), filled(), texts(), words(), texts())
                .as((id, title, description, brand, url) -> Product.builder(id, title)
                        .description(description)
                        .brand(brand)
                        .url(url));
        return Combinators.combine(
                        required,
                        words().list().ofMaxSize(4),
                        money().injectNull(0.3),
                        money().injectNull(0.7),
                        Arbitraries.of(Availability.class),
                        variants().list().ofMaxSize(3),
                        attributes(),
                        reviews().list().ofMaxSize(2))
                .as((product, categories, price, listPrice, availability, variants, attributes, reviews) ->
                        product.categories(categories)
                                .price(price)
                                .listPrice(listPrice)
                                .availability(availability)
                                .variants(variants)
                                .rating(reviews.isEmpty() ? null : new Rating(reviews.size() / 3.0, reviews.size()))
                                .attributes(attributes)
                                .reviews(reviews)
                                .build());
    }

    private static Arbitrary<Variant> variants() {
        return Combinators.combine(
                        texts(),
                        attributes(),
                        money().injectNull(0.5),
                        Arbitraries.of(Availability.class).injectNull(0.5))
                .as(Variant::new);
    }

    private static Arbitrary<Review> reviews() {
        return Combinators.combine(texts(), Arbitraries.doubles().between(0, 5).injectNull(0.3), texts())
                .as(Review::new);
    }

    private static Arbitrary<Map<String, List<String>>> attributes() {
        return Arbitraries.maps(words(), words().list().ofMinSize(1).ofMaxSize(3))
                .ofMaxSize(6);
    }

    private static Arbitrary<Money> money() {
        Arbitrary<BigDecimal> amounts = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(30)),
                        Arbitraries.integers().between(-12, 12))
                .as(BigDecimal::new);
        return Combinators.combine(amounts, Arbitraries.of("USD", "KRW", "EUR"))
                .as((amount, code) -> new Money(amount, Currency.getInstance(code)));
    }

    /** Few enough that products and the texts that repeat have some in common. */
    private static Arbitrary<String> words() {
        return Arbitraries.oneOf(Arbitraries.of("color", "Black", "검정", "", " ", "Café", "USD"), texts());
    }

    private static Arbitrary<String> filled() {
        return texts().filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().withCharRange('가', '힣').ofMaxLength(20),
                // Half pairs of surrogates among them.
                Arbitraries.strings().all().ofMaxLength(20));
    }
}
