package ai.adcio.retrieval.lucene;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How rare a term is over the searched fields of one language. */
final class IndexStatistics {
    private final IndexReader reader;
    private final Set<String> fields;

    IndexStatistics(IndexReader reader, Set<String> fields) {
        this.reader = reader;
        this.fields = fields;
    }

    /** In how many products the term is, at least: the most of any field. */
    int documentFrequency(String term, String suffix) throws IOException {
        int most = 0;
        for (String field : fields) {
            most = Math.max(most, reader.docFreq(new Term(field + suffix, term)));
        }
        return most;
    }

    /** The weight that BM25 gives to something which so many products have. */
    double idf(long documents) {
        double all = Math.max(reader.maxDoc(), documents);
        return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    }
}
