package ai.adcio.catalog.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a text feed below its header; fields may be quoted and then hold separators and line breaks. */
final class TextRows implements RowSource {
    private static final int LONGEST_RECORD = 16 << 20;

    private final Iterator<CsvRecord> records;
    private final List<Column> columns;
    private final FeedTally tally;
    private long number;

    TextRows(InputStream utf8, char separator, FieldNames names, FeedTally tally) throws IOException {
        this.tally = tally;
        this.records = records(new InputStreamReader(utf8, MarkedText.decoder(StandardCharsets.UTF_8)), separator);
        CsvRecord header = record();
        this.columns = header == null
                ? List.of()
                : header.getFields().stream()
                        .map(name -> new Column(name.strip(), names.read(name)))
                        .toList();
    }

    /** The records of a text, blank ones included, as they count where a spreadsheet counts. */
    static Iterator<CsvRecord> records(Reader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(reader)
                .iterator();
    }

    @Override
    public @Nullable Row next() throws IOException, RowProblem {
        CsvRecord record = record();
        return record == null ? null : new Row(number, cells(record.getFields()));
    }

    @Override
    public long number() {
        return number;
    }

    /** The next record that is not blank. */
    private @Nullable CsvRecord record() throws IOException {
        try {
            while (records.hasNext()) {
                number++;
                CsvRecord record = records.next();
                if (!isBlank(record)) {
                    return record;
                }
            }
            return null;
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokenFeed(
                    "is malformed in row " + (number + 1) + ": " + cause.getMessage()
                            + "; put a field that holds quotes into quotes and double those inside",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Cell> cells(List<String> fields) throws RowProblem {
        int count = fields.size();
        while (count > columns.size() && fields.get(count - 1).isBlank()) {
            count--;
        }
        if (count != columns.size()) {
            throw new RowProblem(
                    "",
                    "",
                    "has " + count + " fields where the header has " + columns.size()
                            + "; put a field that holds a separator or a line break into quotes");
        }
        List<Cell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String value = fields.get(i);
            if (value.isBlank()) {
                continue;
            }
            Column column = columns.get(i);
            if (column.field() == null) {
                tally.ignore(column.name(), number);
                continue;
            }
            if (MarkedText.isMarked(value)) {
                throw new RowProblem(column.name(), WellFormed.text(value), "is not UTF-8; save the feed as UTF-8");
            }
            cells.add(new Cell(column.field(), WellFormed.text(value.strip())));
        }
        return cells;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    /** @param field what the cells below are looked up by, or null when nothing reads them */
    private record Column(String name, @Nullable String field) {}
}
