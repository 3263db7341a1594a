package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** How near products of known ids are to a vector: read off one by one, as nothing has to be searched for. */
final class VectorScores {
    private VectorScores() {}

    /** The products that are indexed with their scores, which are those of a search. */
    static RetrievalResult of(IndexSearcher searcher, float[] query, Collection<String> ids) throws IOException {
        List<RetrievalResult.Hit> hits = new ArrayList<>(ids.size());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            FloatVectorValues vectors = reader.getFloatVectorValues(LuceneVectorRetriever.VECTOR);
            VectorScorer scorer = vectors == null ? null : vectors.scorer(query);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator documents = scorer.iterator();
            for (Map.Entry<Integer, String> document : documents(reader, ids).entrySet()) {
                int wanted = document.getKey();
                // A product without a vector leaves the reader at a later one already.
                int at = documents.docID() < wanted ? documents.advance(wanted) : documents.docID();
                if (at == wanted) {
                    hits.add(new RetrievalResult.Hit(document.getValue(), scorer.score()));
                }
            }
        }
        return hits.isEmpty()
                ? new RetrievalResult.Empty("no product matches")
                : new RetrievalResult.Found(hits, hits.size());
    }

    /** The documents of the ids, in the order in which vectors are read. */
    private static TreeMap<Integer, String> documents(LeafReader reader, Collection<String> ids) throws IOException {
        TreeMap<Integer, String> documents = new TreeMap<>();
        Terms terms = reader.terms(FilterFields.ID);
        if (terms == null) {
            return documents;
        }
        Bits live = reader.getLiveDocs();
        TermsEnum term = terms.iterator();
        PostingsEnum postings = null;
        for (String id : ids) {
            if (term.seekExact(new BytesRef(id))) {
                postings = term.postings(postings, PostingsEnum.NONE);
                for (int d = postings.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = postings.nextDoc()) {
                    if (live == null || live.get(d)) {
                        documents.put(d, id);
                    }
                }
            }
        }
        return documents;
    }
}
