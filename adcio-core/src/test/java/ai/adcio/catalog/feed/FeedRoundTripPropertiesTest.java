package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.Review;
import ai.adcio.catalog.Variant;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedRoundTripPropertiesTest {
    @Property(tries = 300)
    void readsEveryProductThatIsWrittenAsJsonLines(@ForAll("products") List<Product> products) {
        String feed = products.stream().map(JsonLines::write).collect(Collectors.joining("\n"));

        List<Product> read = new ArrayList<>();
        FeedReport report = FeedReader.builder()
                .policy(RejectionPolicy.STRICT)
                .build()
                .read(FeedText.of(FeedText.gzip(feed.getBytes(StandardCharsets.UTF_8))), read::add);

        assertThat(read).isEqualTo(products);
        assertThat(report.rows()).isEqualTo(products.size());
        assertThat(report.ignoredFields()).isEmpty();
    }

    @Property(tries = 300)
    void readsEveryTextThatIsWrittenAsFields(
            @ForAll("titles") List<String> titles,
            @ForAll("separators") char separator,
            @ForAll("ends") LineDelimiter end) {
        StringWriter feed = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(separator).lineDelimiter(end).build(feed)) {
            csv.writeRecord("id", "title", "brand");
            for (int i = 0; i < titles.size(); i++) {
                csv.writeRecord("p" + i, titles.get(i), titles.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        List<Product> products = FeedText.products(
                FeedReader.builder().policy(RejectionPolicy.STRICT).heldBytes(200), feed.toString());

        assertThat(products).extracting(Product::title).isEqualTo(titles);
        assertThat(products).extracting(Product::brand).isEqualTo(titles);
    }

    @Property(tries = 300)
    void losesNoRowOfAnyLines(@ForAll("lines") List<String> lines) {
        FeedReport report = FeedText.report("{\"id\":\"first\",\"title\":\"T\"}\n" + String.join("\n", lines));

        long rows = 1 + lines.stream().filter(line -> !line.isBlank()).count();
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.products() + report.rejectedCount()).isEqualTo(rows);
    }

    @Property(tries = 300)
    void readsAnyDetailThatIsWritten(
            @ForAll("parts") String section, @ForAll("parts") String name, @ForAll("parts") String value)
            throws RowProblem {
        String text = ProductDetail.write(section, name, value);

        assertThat(ProductDetail.read(List.of(text + "," + text))).isEqualTo(Map.of(name, List.of(value)));
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings()
                .withChars("ab:,\\ 등\n")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(part -> ("x" + part).strip());
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withChars("{}[]\":,ab1 ").ofMaxLength(12),
                        Arbitraries.integers().between(1, 9).map(i -> "{\"id\":\"" + i + "\",\"title\":\"T\"}"),
                        Arbitraries.of("{\"id\":\"x\"}", "null", "{\"id\":1,\"title\":\"T\"}", "\"", "{"))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.strings()
                .withChars("ab등\"\t,;\n '&<#\\😀")
                .ofMaxLength(12)
                .map(text -> ("x" + WellFormed.text(text)).strip())
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of('\t', ',');
    }

    @Provide
    Arbitrary<LineDelimiter> ends() {
        return Arbitraries.of(LineDelimiter.LF, LineDelimiter.CRLF);
    }

    @Provide
    Arbitrary<List<Product>> products() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(15).map(t -> "x" + WellFormed.text(t));
        Arbitrary<Money> money = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("1e9"))
                                .ofScale(2),
                        Arbitraries.of("USD", "KRW", "EUR"))
                .as((amount, currency) -> Money.of(amount.toPlainString(), currency));
        Arbitrary<Map<String, List<String>>> attributes =
                Arbitraries.maps(text, text.list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(3);
        Arbitrary<Variant> variant = Combinators.combine(
                        text,
                        attributes,
                        money.injectNull(0.3),
                        Arbitraries.of(Availability.class).injectNull(0.3))
                .as(Variant::new);
        Arbitrary<Product> product = Combinators.combine(
                        text,
                        text.list().ofMaxSize(3),
                        money,
                        Arbitraries.of(Availability.class),
                        variant.list().uniqueElements(Variant::id).ofMaxSize(3),
                        attributes,
                        text.injectNull(0.3),
                        Arbitraries.doubles().between(0, 5))
                .as((title, categories, price, availability, variants, values, optional, stars) -> Product.builder(
                                "id", title)
                        .description(title)
                        .brand(optional)
                        .url(optional)
                        .imageUrl(optional)
                        .categories(categories)
                        .price(price)
                        .listPrice(optional == null ? null : price)
                        .availability(availability)
                        .variants(variants)
                        .rating(optional == null ? null : new Rating(stars, 12))
                        .attributes(values)
                        .reviews(List.of(new Review(title, optional == null ? null : stars, title)))
                        .build());
        return product.list().ofMinSize(1).ofMaxSize(8).map(list -> {
            List<Product> numbered = new ArrayList<>();
            for (Product p : list) {
                numbered.add(new Product(
                        "p" + numbered.size(),
                        p.title(),
                        p.description(),
                        p.brand(),
                        p.categories(),
                        p.url(),
                        p.imageUrl(),
                        p.price(),
                        p.listPrice(),
                        p.availability(),
                        p.variants(),
                        p.rating(),
                        p.attributes(),
                        p.reviews()));
            }
            return numbered;
        });
    }
}
