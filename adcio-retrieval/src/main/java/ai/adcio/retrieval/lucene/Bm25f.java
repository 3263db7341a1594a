package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.internal.FieldWeights;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** Field weights as Lucene's queries and similarity. */
final class Bm25f {
    private Bm25f() {}

    static Similarity similarity(FieldWeights weights) {
        return new BM25Similarity(weights.k1(), weights.b());
    }

    /** One term in all fields of a language. */
    static Query query(FieldWeights weights, String term, String suffix) {
        CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
        weights.byField().forEach((field, weight) -> query.addField(field + suffix, weight));
        return query.build();
    }
}
