package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Searches in the order of a numeric field, products without a value last, and ties in the catalogue's order. */
final class Ordering {
    private Ordering() {}

    static TopDocs search(IndexSearcher searcher, SortOrder order, Query query, int limit) throws IOException {
        int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
        TopDocs top = searcher.search(
                query,
                new TopFieldCollectorManager(
                        new Sort(field(order), SortField.FIELD_DOC), most, null, Integer.MAX_VALUE));
        // Scores by place: with an order of the shopper's own, nearness is how early a product comes.
        for (int i = 0; i < top.scoreDocs.length; i++) {
            top.scoreDocs[i].score = 1f / (i + 1);
        }
        return top;
    }

    private static SortField field(SortOrder order) {
        return FIXED.contains(order.field())
                ? new SortField(
                        FilterFields.VALUE + order.field(),
                        SortField.Type.DOUBLE,
                        !order.ascending(),
                        order.ascending() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
                : new AttributeNumbers(order).getSortField(!order.ascending());
    }

    private static final Set<String> FIXED =
            Set.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT);
}
