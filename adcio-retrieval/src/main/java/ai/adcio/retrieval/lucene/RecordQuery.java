package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.ProductRecords;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Those documents of another query whose records pass a test. The test runs last, after every other clause has had its
 * say, as it may read a record from disk.
 */
final class RecordQuery extends Query {
    // A record costs about as much as this many cheap comparisons.
    private static final float MATCH_COST = 1_000;

    private final Query candidates;
    private final Predicate<Product> truth;
    private final ProductRecords records;

    RecordQuery(Query candidates, Predicate<Product> truth, ProductRecords records) {
        this.candidates = candidates;
        this.truth = truth;
        this.records = records;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = candidates.rewrite(searcher);
        return rewritten == candidates ? this : new RecordQuery(rewritten, truth, records);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight inner = candidates.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                ScorerSupplier supplier = inner.scorerSupplier(context);
                if (supplier == null) {
                    return null;
                }
                float score = score();
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) throws IOException {
                        Scorer scorer = supplier.get(leadCost);
                        return new ConstantScoreScorer(score, mode, tested(scorer, context));
                    }

                    @Override
                    public long cost() {
                        return supplier.cost();
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                // The records of another catalogue version may differ for the same segment.
                return false;
            }
        };
    }

    private TwoPhaseIterator tested(Scorer scorer, LeafReaderContext context) throws IOException {
        SortedDocValues ids = DocValues.getSorted(context.reader(), FilterFields.ID);
        TwoPhaseIterator inner = scorer.twoPhaseIterator();
        var approximation = inner == null ? scorer.iterator() : inner.approximation();
        return new TwoPhaseIterator(approximation) {
            @Override
            public boolean matches() throws IOException {
                if (inner != null && !inner.matches()) {
                    return false;
                }
                if (!ids.advanceExact(approximation.docID())) {
                    return false;
                }
                Product product = records.get(ids.lookupOrd(ids.ordValue()).utf8ToString());
                return product != null && truth.test(product);
            }

            @Override
            public float matchCost() {
                return MATCH_COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        candidates.visit(visitor.getSubVisitor(org.apache.lucene.search.BooleanClause.Occur.FILTER, this));
    }

    @Override
    public String toString(String field) {
        return "records(" + candidates.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordQuery that
                && candidates.equals(that.candidates)
                && truth.equals(that.truth)
                && records == that.records;
    }

    @Override
    public int hashCode() {
        return 31 * candidates.hashCode() + System.identityHashCode(records);
    }
}
