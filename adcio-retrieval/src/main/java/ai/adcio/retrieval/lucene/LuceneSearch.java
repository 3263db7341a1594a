package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both arms do alike around a search: the reader of the turn's version, the time limit, ids for documents. */
final class LuceneSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearch.class);

    private LuceneSearch() {}

    /** A search over one reader. */
    @FunctionalInterface
    interface Task {
        RetrievalResult run(IndexSearcher searcher) throws IOException;
    }

    static RetrievalResult run(LuceneStore store, RetrievalRequest request, Task task) {
        if (request.deadline().expired() || request.cancellation().isCancelled()) {
            return new RetrievalResult.Failed("the deadline had passed before the search began");
        }
        DirectoryReader reader = store.acquire(request.catalog().version());
        if (reader == null) {
            return new RetrievalResult.Failed("the index is closed or empty");
        }
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            // Lucene's own cache is shared by the whole process and would outlive this index.
            searcher.setQueryCache(null);
            // Lucene asks this between documents; nothing is interrupted.
            searcher.setTimeout(() ->
                    request.cancellation().isCancelled() || request.deadline().expired());
            RetrievalResult result = task.run(searcher);
            return searcher.timedOut() ? new RetrievalResult.Failed("the deadline passed during the search") : result;
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("a search failed", e);
            return new RetrievalResult.Failed(
                    "the index could not be read: " + e.getClass().getSimpleName());
        } finally {
            release(reader);
        }
    }

    static RetrievalResult found(IndexSearcher searcher, ScoreDoc[] docs, long total) throws IOException {
        if (docs.length == 0) {
            return new RetrievalResult.Empty("no product matches");
        }
        SortedDocValues ids = MultiDocValues.getSortedValues(searcher.getIndexReader(), FilterFields.ID);
        if (ids == null) {
            return new RetrievalResult.Empty("the index holds no product");
        }
        // Doc values are read in the order of documents, then put back into that of relevance.
        ScoreDoc[] byDocument = docs.clone();
        java.util.Arrays.sort(byDocument, java.util.Comparator.comparingInt(d -> d.doc));
        Map<Integer, String> names = HashMap.newHashMap(docs.length);
        for (ScoreDoc doc : byDocument) {
            if (ids.advanceExact(doc.doc)) {
                names.put(doc.doc, ids.lookupOrd(ids.ordValue()).utf8ToString());
            }
        }
        List<RetrievalResult.Hit> hits = new ArrayList<>(docs.length);
        for (ScoreDoc doc : docs) {
            String id = names.get(doc.doc);
            if (id != null) {
                hits.add(new RetrievalResult.Hit(id, Float.isNaN(doc.score) ? 0 : doc.score));
            }
        }
        return new RetrievalResult.Found(hits, total);
    }

    static void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            LOG.warn("could not release a reader", e);
        }
    }
}
