package ai.adcio.catalog.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Tells a feed's format by how its content starts. */
final class FormatSniffer {
    private static final String EXPECTED = "; expected are JSON Lines (a line starts with {), a Merchant Center feed"
            + " (XML with <rss> or <feed>, or a header with id and title) or Shopify's product CSV (a header with Handle"
            + " and Title)";

    private FormatSniffer() {}

    /** @param head the start of the content, long enough to hold a header */
    static FeedShape tell(String head) throws BrokenFeed {
        String start = head.stripLeading();
        if (start.isEmpty()) {
            throw new BrokenFeed("is empty" + EXPECTED);
        }
        if (start.startsWith("PK\u0003\u0004")) {
            throw new BrokenFeed(
                    "is a ZIP archive, as workbooks of spreadsheets are too; unpack it, or save it as CSV in UTF-8");
        }
        return switch (start.charAt(0)) {
            case '{' -> new FeedShape(FeedFormat.JSON_LINES, ',');
            case '[' -> throw new BrokenFeed("is a JSON list; write one product a line, without [ and ] around them");
            case '<' -> new FeedShape(FeedFormat.MERCHANT_XML, ',');
            default -> tellByHeader(start);
        };
    }

    private static FeedShape tellByHeader(String start) throws BrokenFeed {
        String line = start.lines().findFirst().orElse("");
        if (line.indexOf('\0') >= 0) {
            throw new BrokenFeed("is not UTF-8, nor UTF-16 with a byte order mark; save it as UTF-8");
        }
        char separator = line.indexOf('\t') >= 0 ? '\t' : ',';
        List<String> header = header(start, separator);
        Set<String> merchant = known(header, MerchantFields.NAMES);
        Set<String> shopify = known(header, ShopifyFields.NAMES);
        if (shopify.contains(ShopifyFields.HANDLE)) {
            require(shopify, ShopifyFields.TITLE, FeedFormat.SHOPIFY_CSV, "Title");
            return new FeedShape(FeedFormat.SHOPIFY_CSV, separator);
        }
        if (merchant.contains(MerchantFields.ID) || merchant.size() > 2) {
            require(merchant, MerchantFields.ID, FeedFormat.MERCHANT_TEXT, "id");
            require(merchant, MerchantFields.TITLE, FeedFormat.MERCHANT_TEXT, "title");
            return new FeedShape(FeedFormat.MERCHANT_TEXT, separator);
        }
        if (known(header(start, ';'), MerchantFields.NAMES).size() > 1
                || known(header(start, ';'), ShopifyFields.NAMES).size() > 1) {
            throw new BrokenFeed("parts its fields by semicolons; save it with commas or tabs");
        }
        throw new BrokenFeed(
                "starts with \"" + RowProblem.shown(line.strip()) + "\", which is no format that is read" + EXPECTED);
    }

    private static void require(Set<String> known, String field, FeedFormat format, String column) throws BrokenFeed {
        if (!known.contains(field)) {
            throw new BrokenFeed("looks like " + format + ", but its header has no column \"" + column
                    + "\"; add it or correct its name");
        }
    }

    private static Set<String> known(List<String> header, FieldNames names) {
        Set<String> known = new HashSet<>();
        for (String name : header) {
            String field = names.read(name);
            if (field != null) {
                known.add(field);
            }
        }
        return known;
    }

    private static List<String> header(String start, char separator) {
        try {
            Iterator<CsvRecord> records = TextRows.records(new StringReader(start), separator);
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
