package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.retrieval.RankingParameters;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * How good a product is before anything is asked: its rating, drawn towards a mean while few have rated it (a Bayesian
 * average).
 */
final class PriorValues extends DoubleValuesSource {
    private final double mean;
    private final double strength;

    PriorValues(RankingParameters parameters) {
        this.mean = parameters.value(RankingParameters.PRIOR_MEAN);
        this.strength = parameters.value(RankingParameters.PRIOR_STRENGTH);
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, @Nullable DoubleValues scores) throws IOException {
        NumericDocValues ratings = DocValues.getNumeric(context.reader(), FilterFields.VALUE + Fields.RATING);
        NumericDocValues counts = DocValues.getNumeric(context.reader(), FilterFields.VALUE + Fields.RATING_COUNT);
        return new DoubleValues() {
            private double value;

            @Override
            public double doubleValue() {
                return value;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                double rating = ratings.advanceExact(doc) ? Double.longBitsToDouble(ratings.longValue()) : mean;
                double count = counts.advanceExact(doc) ? Double.longBitsToDouble(counts.longValue()) : 0;
                value = (rating * count + mean * strength) / (count + strength);
                return true;
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
        return Double.hashCode(mean) * 31 + Double.hashCode(strength);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriorValues that && mean == that.mean && strength == that.strength;
    }

    @Override
    public String toString() {
        return "prior(" + mean + ", " + strength + ")";
    }
}
