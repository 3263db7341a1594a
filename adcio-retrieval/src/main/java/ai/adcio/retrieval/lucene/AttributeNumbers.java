package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.SortOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The number by which a product sorts on an attribute. All attributes of a product share one index field, however many
 * names a catalogue has; a product without a number has an infinite one, and so comes last.
 */
final class AttributeNumbers extends DoubleValuesSource {
    static final String FIELD = "_numbers";

    private static final int ENTRY = Long.BYTES + Double.BYTES;

    private final String field;
    private final boolean ascending;

    AttributeNumbers(SortOrder order) {
        this.field = order.field();
        this.ascending = order.ascending();
    }

    /** The numbers of a product's attributes as they are stored. */
    static BytesRef encoded(Map<String, List<Double>> numbers) {
        int count = numbers.values().stream().mapToInt(List::size).sum();
        ByteBuffer bytes = ByteBuffer.allocate(count * ENTRY);
        numbers.forEach((attribute, values) ->
                values.forEach(value -> bytes.putLong(name(attribute)).putDouble(value)));
        return new BytesRef(bytes.array());
    }

    private static long name(String attribute) {
        return ByteBuffer.wrap(FilterFields.dimension(attribute)).getLong();
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, @Nullable DoubleValues scores) throws IOException {
        BinaryDocValues all = DocValues.getBinary(context.reader(), FIELD);
        long name = name(field);
        double missing = ascending ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return new DoubleValues() {
            private double value;

            @Override
            public double doubleValue() {
                return value;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                value = all.advanceExact(doc) ? first(all.binaryValue()) : missing;
                return true;
            }

            // A field of several numbers sorts by the one that comes first in the order.
            private double first(BytesRef stored) {
                ByteBuffer bytes = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
                double best = missing;
                while (bytes.hasRemaining()) {
                    boolean wanted = bytes.getLong() == name;
                    double number = bytes.getDouble();
                    if (wanted) {
                        best = ascending ? Math.min(best, number) : Math.max(best, number);
                    }
                }
                return best;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
        return true;
    }

    @Override
    public int hashCode() {
        return field.hashCode() * 31 + Boolean.hashCode(ascending);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeNumbers that && field.equals(that.field) && ascending == that.ascending;
    }

    @Override
    public String toString() {
        return "numbers(" + field + ")";
    }
}
