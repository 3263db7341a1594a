package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String JSON_LINES = "{\"id\":\"a\",\"title\":\"Lamp\"}\n\n{\"id\":\"b\",\"title\":\"등\"}";
    private static final String TSV = "id\ttitle\tprice\na\tLamp\t19.99 USD\nb\t등\t39000 KRW\n";
    private static final String RSS = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
            <item><g:id>a</g:id><title>Lamp</title></item>
            <item><g:id>b</g:id><title>등</title></item></channel></rss>
            """;
    private static final String SHOPIFY = "Handle,Title,Variant Price\na,Lamp,19.99\nb,등,5\n";

    @TempDir
    private Path folder = Path.of("");

    static List<String> everyFormat() {
        return List.of(JSON_LINES, TSV, TSV.replace('\t', ','), RSS, SHOPIFY);
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void readsEveryFormatInEveryEncodingPackedOrNot(String feed) {
        byte[] utf8 = feed.getBytes(StandardCharsets.UTF_8);
        List<byte[]> encodings = List.of(
                utf8,
                marked(feed, StandardCharsets.UTF_8),
                marked(feed, StandardCharsets.UTF_16BE),
                marked(feed, StandardCharsets.UTF_16LE));
        for (byte[] bytes : encodings) {
            for (byte[] content : List.of(bytes, FeedText.gzip(bytes))) {
                LoadedFeed loaded = FeedReader.builder().currency("KRW").build().load(FeedText.of(content));
                assertThat(loaded.report().rows()).isEqualTo(2);
                assertThat(loaded.report().products()).isEqualTo(2);
                assertThat(loaded.catalog().find("a")).extracting("title").isEqualTo("Lamp");
                assertThat(loaded.catalog().find("b")).extracting("title").isEqualTo("등");
            }
        }
    }

    @Test
    void tellsTheFormatByTheContentAndNotByTheName() throws IOException {
        Path file = Files.writeString(folder.resolve("feed.csv"), JSON_LINES);

        assertThat(FeedReader.create().load(file).report().format()).isEqualTo(FeedFormat.JSON_LINES);
        assertThat(FeedText.report(TSV).format()).isEqualTo(FeedFormat.MERCHANT_TEXT);
        assertThat(FeedText.report("\n\n " + RSS.strip().substring("<?xml version=\"1.0\"?>".length() + 1))
                        .format())
                .isEqualTo(FeedFormat.MERCHANT_XML);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | is empty; expected are JSON Lines
            hello world                 | starts with "hello world", which is no format that is read; expected are JSON Lines
            [{}]                        | is a JSON list; write one product a line
            <html></html>               | is XML whose root is <html>; expected is a Merchant Center feed
            PK\u0003\u0004xyz           | is a ZIP archive
            id;title;price              | parts its fields by semicolons; save it with commas or tabs
            id,name,price               | looks like Merchant Center text, but its header has no column "title"
            title,price,link            | looks like Merchant Center text, but its header has no column "id"
            Handle,Name                 | looks like Shopify CSV, but its header has no column "Title"
            """)
    void saysInOneLineWhatWasExpected(String feed, String message) {
        String content = feed.translateEscapes();
        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(content)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesUtf16WithoutAMark() {
        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(TSV.getBytes(StandardCharsets.UTF_16LE))))
                .hasMessageContaining("save it as UTF-8");
    }

    @Test
    void rejectsRowsOfAnotherEncodingOnly() {
        byte[] good = "id,title\na,Lamp\nb,".getBytes(StandardCharsets.UTF_8);
        byte[] korean = "등".getBytes(Charset.forName("EUC-KR"));
        byte[] rest = "\nc,Mug\n".getBytes(StandardCharsets.UTF_8);

        List<Product> products = new ArrayList<>();
        FeedReport report = FeedReader.builder()
                .policy(RejectionPolicy.LENIENT)
                .build()
                .read(FeedText.of(join(good, korean, rest)), products::add);

        assertThat(products).extracting(Product::id).containsExactly("a", "c");
        assertThat(report.rejected()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(3);
            assertThat(row.why()).isEqualTo("is not UTF-8; save the feed as UTF-8");
        });
    }

    @Test
    void rejectsBytesThatAreNotUtf16() {
        byte[] bytes = marked("id,title\na,Lamp\nb,X\nc,Mug", StandardCharsets.UTF_16LE);
        int x = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("X");
        bytes[x] = 0;
        bytes[x + 1] = (byte) 0xDC;

        FeedReport report =
                FeedReader.builder().policy(RejectionPolicy.LENIENT).build().read(FeedText.of(bytes), p -> {});

        assertThat(report.products()).isEqualTo(2);
        assertThat(report.rejected())
                .singleElement()
                .extracting(RejectedRow::row)
                .isEqualTo(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "text", "xml", "shopify"})
    void failsUnderEveryPolicyWhenTheFeedBreaksOff(String kind) {
        String feed = switch (kind) {
            case "json" -> lines(5_000, i -> "{\"id\":\"p" + i + "\",\"title\":\"Lamp " + i * 7919 + "\"}");
            case "text" -> "id\ttitle\n" + lines(5_000, i -> "p" + i + "\tLamp " + i * 7919);
            case "xml" ->
                RSS.substring(0, RSS.indexOf("<item>"))
                        + lines(5_000, i -> "<item><g:id>p" + i + "</g:id><title>Lamp " + i * 7919 + "</title></item>")
                        + "</channel></rss>";
            default -> "Handle,Title\n" + lines(5_000, i -> "p" + i + ",Lamp " + i * 7919);
        };
        byte[] packed = FeedText.gzip(feed.getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        FeedReader reader = FeedReader.builder()
                .policy(RejectionPolicy.LENIENT)
                .currency("USD")
                .build();

        assertThatThrownBy(() -> reader.load(FeedText.of(cut)))
                .isInstanceOf(FeedException.class)
                .hasMessage("the feed breaks off: its gzip data is cut short; fetch it again");
    }

    @Test
    void failsOnXmlThatIsCutShort() {
        assertThatThrownBy(() -> FeedText.report(RSS.substring(0, RSS.indexOf("</channel>"))))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("is malformed XML in line 4 (item 2)");
    }

    @Test
    void failsOnAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> FeedText.report("id,title\na,\"Lamp\nb,Mug\n"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("is malformed in row 2")
                .hasMessageContaining("into quotes and double those inside");
    }

    @Test
    void keepsTheWordsOfAnIoError() {
        InputStream broken = new FilterInputStream(FeedText.of("{}\n".repeat(100_000))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> FeedReader.create().load(broken))
                .isInstanceOf(FeedException.class)
                .hasMessage("the feed breaks off after 100000 rows: connection reset");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none");

        assertThatThrownBy(() -> FeedReader.create().load(file))
                .isInstanceOf(FeedException.class)
                .hasMessage("there is no file " + file + "; check the path");
        assertThatThrownBy(() -> FeedReader.create().load(folder))
                .isInstanceOf(FeedException.class)
                .hasMessageStartingWith(folder + ": ");
    }

    @Test
    void namesBothRowsOfARepeatedId() {
        String feed = "id,title\nx,Lamp\ny,Mug\nx,Cup\n";

        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(feed)))
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "row 4, id \"x\": is repeated, it stands in row 2 already; give every row an id of its own");
        assertThat(FeedText.products(feed)).extracting(Product::title).containsExactly("Lamp", "Mug");
        assertThat(FeedText.report(feed).rejectedCount()).isEqualTo(1);
    }

    @Test
    void namesBothLinesOfARepeatedIdInJsonLines() {
        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(JSON_LINES + "\n" + JSON_LINES)))
                .hasMessageStartingWith("row 4, id \"a\": is repeated, it stands in row 1 already");
    }

    @Test
    void takesOverUpToTheShareThatThePolicyAllows() {
        String nineteen = lines(19, i -> "{\"id\":\"p" + i + "\",\"title\":\"Lamp\"}");
        String oneInTwenty = nineteen + "{\"id\":\"bad\"}\n";
        String twoInTwentyOne = oneInTwenty + "{\"id\":\"worse\",\"title\":3}\n";

        FeedReport allowed = FeedReader.create().load(FeedText.of(oneInTwenty)).report();

        assertThat(allowed.products()).isEqualTo(19);
        assertThat(allowed.summary()).isEqualTo("JSON Lines: 19 products from 20 rows, 1 rejected, 0 skipped");
        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(twoInTwentyOne)))
                .asInstanceOf(type(FeedException.class))
                .satisfies(e -> assertThat(e)
                        .hasMessage(
                                "2 of 21 rows were rejected, more than the policy allows (5.0%); first row 20, title:"
                                        + " is missing; shoppers need a name to read"))
                .extracting(FeedException::report)
                .satisfies(report -> assertThat(report.rejected()).hasSize(2));
        assertThatThrownBy(() -> FeedReader.builder()
                        .policy(RejectionPolicy.STRICT)
                        .build()
                        .load(FeedText.of(oneInTwenty)))
                .isInstanceOf(FeedException.class);
        assertThat(FeedText.report(twoInTwentyOne).products()).isEqualTo(19);
    }

    @Test
    void countsEveryRejectedRowAndListsTheFirst() {
        FeedReport report = FeedText.report("id,title\n" + lines(1_500, i -> "p" + i + ","));

        assertThat(report.rows()).isEqualTo(1_500);
        assertThat(report.rejectedCount()).isEqualTo(1_500);
        assertThat(report.rejected()).hasSize(FeedReport.LISTED_ROWS);
        assertThat(report.rejected().getLast().row()).isEqualTo(FeedReport.LISTED_ROWS + 1);
    }

    @Test
    void namesTheFieldsThatNothingReadsWithTheirRows() {
        assertThat(FeedText.report("id,title,colour,shipping\na,Lamp,red,x\nb,Mug,,y\n")
                        .ignoredFields())
                .containsExactlyEntriesOf(ordered("colour", 1, "shipping", 2));
        assertThat(FeedText.report(
                                "{\"id\":\"a\",\"title\":\"T\",\"colour\":1,\"variants\":[{\"id\":\"1\",\"x\":1},{\"id\":\"2\",\"x\":2}]}")
                        .ignoredFields())
                .containsExactlyEntriesOf(ordered("colour", 1, "variants[].x", 1));
        assertThat(FeedText.report(RSS.replace("</item>", "<g:shipping><g:price>1 USD</g:price></g:shipping></item>"))
                        .ignoredFields())
                .containsExactlyEntriesOf(ordered("g:shipping", 2));
    }

    @Test
    void boundsTheNamesOfIgnoredFields() {
        String feed = lines(3_000, i -> "{\"id\":\"p" + i + "\",\"title\":\"T\",\"field" + i + "\":1}");

        assertThat(FeedText.report(feed).ignoredFields()).hasSize(1_000);
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        assertThat(FeedText.rejected("\nid,title\n\na,\"two\nlines\"\n,,,\nb,\n"))
                .containsExactly("row 6, title: is missing; shoppers need a name to read");
    }

    @Test
    void rejectsARowWithMoreOrFewerFieldsThanTheHeader() {
        assertThat(FeedText.rejected("id,title,brand\na,Lamp\nb,Red, white,Lumella\nc,Mug,Lumella,,\n"))
                .containsExactly(
                        "row 2: has 2 fields where the header has 3; put a field that holds a separator or a line break"
                                + " into quotes",
                        "row 3: has 4 fields where the header has 3; put a field that holds a separator or a line break"
                                + " into quotes");
    }

    @Test
    void rejectsALineOfJsonThatIsTooLongAndReadsOn() {
        String feed = "{\"id\":\"a\",\"title\":\"" + "x".repeat(17 << 20) + "\"}\n{\"id\":\"b\",\"title\":\"Mug\"}\n";

        assertThat(FeedText.products(feed)).extracting(Product::id).containsExactly("b");
        assertThat(FeedText.rejected(feed)).containsExactly("row 1: is longer than 16 MiB; write one product a line");
    }

    @Test
    void handsOnWhatTheSinkThrows() {
        AdcioException full = new AdcioException("the sink is full");

        assertThatThrownBy(() -> FeedReader.create().read(FeedText.of(JSON_LINES), product -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    @Test
    void leavesTheCallersStreamOpen() {
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(FeedText.gzip(JSON_LINES.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        FeedReader.create().load(in);

        assertThat(closed[0]).isFalse();
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> FeedReader.builder().currency("WON"))
                .isInstanceOf(AdcioException.class)
                .hasMessage("currency is \"WON\"; write an ISO 4217 code such as \"USD\" or \"KRW\"");
        assertThatThrownBy(() -> FeedReader.builder().heldBytes(-1)).hasMessageContaining("heldBytes is -1");
    }

    private static Map<String, Long> ordered(String one, long rows, String other, long otherRows) {
        Map<String, Long> map = ordered(one, rows);
        map.put(other, otherRows);
        return map;
    }

    private static Map<String, Long> ordered(String field, long rows) {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put(field, rows);
        return map;
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] marked(String text, Charset charset) {
        return ("\uFEFF"
                        + text.replace(
                                "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>"))
                .getBytes(charset);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
