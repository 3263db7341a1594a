package ai.adcio.retrieval.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** The scores of given products, on the scale of a nearest-neighbour search. */
final class VectorScores {
    private VectorScores() {}

    static Map<String, Double> of(IndexSearcher searcher, float[] query, Collection<String> ids) throws IOException {
        Query wanted = searcher.rewrite(FilterQueries.ids(ids));
        Weight weight = searcher.createWeight(wanted, ScoreMode.COMPLETE_NO_SCORES, 1);
        Map<String, Double> scores = HashMap.newHashMap(ids.size());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(LuceneVectorRetriever.VECTOR);
            if (scorer != null && vectors != null) {
                add(scores, leaf, scorer, vectors, query);
            }
        }
        return scores;
    }

    private static void add(
            Map<String, Double> scores, LeafReaderContext leaf, Scorer scorer, FloatVectorValues vectors, float[] query)
            throws IOException {
        SortedDocValues names = DocValues.getSorted(leaf.reader(), FilterFields.ID);
        KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
        DocIdSetIterator documents = scorer.iterator();
        var live = leaf.reader().getLiveDocs();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            if (ordinals.docID() < doc) {
                ordinals.advance(doc);
            }
            if (ordinals.docID() == doc && names.advanceExact(doc)) {
                double score = VectorSimilarityFunction.DOT_PRODUCT.compare(
                        query, vectors.vectorValue(ordinals.index()));
                scores.put(names.lookupOrd(names.ordValue()).utf8ToString(), score);
            }
        }
    }
}
