package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.Variant;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/**
 * The keyword arm on embedded Lucene: BM25F over title, brand, colour, categories, attributes and description, English
 * and Korean each by its own analysis, exact identifiers first, every constraint pushed down. Thread safe.
 */
public final class LuceneKeywordRetriever implements Retriever, CatalogIndex, AutoCloseable {
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.KEYWORD, Set.of(), false, false);
    private static final Set<String> SORTABLE =
            Set.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT);
    private static final List<String> IDENTIFIERS =
            List.of("model", "gtin", "mpn", "sku", "ean", "upc", "isbn", "asin", "modelNumber", "model_number");

    private final Analyzer english = Analyzers.english();
    private final Analyzer korean = Analyzers.korean();
    private final KeywordQuery queries = new KeywordQuery(english, korean);
    private final LuceneStore store;

    private LuceneKeywordRetriever(@Nullable Path folder, boolean writing) {
        if (writing) {
            Analyzer analyzer = byField();
            this.store = folder == null ? LuceneStore.inMemory(analyzer) : LuceneStore.writingTo(folder, analyzer);
        } else {
            this.store = LuceneStore.reading(java.util.Objects.requireNonNull(folder));
        }
    }

    /** An arm whose index lives in memory; attach it to a catalogue to fill it. */
    public static LuceneKeywordRetriever inMemory() {
        return new LuceneKeywordRetriever(null, true);
    }

    /** An arm that writes a new index into a folder; attach it to a catalogue, then call {@link #finish()}. */
    public static LuceneKeywordRetriever writingTo(Path folder) {
        return new LuceneKeywordRetriever(folder, true);
    }

    /**
     * An arm over an index that was written before; any number of processes may open it at once.
     *
     * @throws AdcioException when the folder holds no index
     */
    public static LuceneKeywordRetriever reading(Path folder) {
        return new LuceneKeywordRetriever(folder, false);
    }

    @Override
    public ArmTraits traits() {
        return TRAITS;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return LuceneSearch.run(store, request, searcher -> search(searcher, request));
    }

    private RetrievalResult search(IndexSearcher searcher, RetrievalRequest request) throws IOException {
        RankingParameters parameters = request.parameters();
        searcher.setSimilarity(new BM25Similarity(
                (float) parameters.value(RankingParameters.KEYWORD_K1),
                (float) parameters.value(RankingParameters.KEYWORD_B)));
        Query words = queries.of(request.query(), parameters);
        if (words == null && !request.query().isBlank()) {
            return new RetrievalResult.Abstained("the query has no words in it");
        }
        Query relevance =
                words == null ? new FunctionScoreQuery(new MatchAllDocsQuery(), new PriorValues(parameters)) : words;
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(relevance, Occur.MUST);
        new FilterQueries(request.catalog()).all(request.filters()).forEach(filter -> query.add(filter, Occur.FILTER));
        if (!request.excludedIds().isEmpty()) {
            query.add(FilterQueries.ids(request.excludedIds()), Occur.MUST_NOT);
        }
        TopDocs top = top(searcher, query.build(), request);
        return LuceneSearch.found(searcher, top.scoreDocs, top.totalHits.value());
    }

    private static TopDocs top(IndexSearcher searcher, Query query, RetrievalRequest request) throws IOException {
        SortOrder order = request.sort();
        if (order == null || !SORTABLE.contains(order.field())) {
            return searcher.search(
                    query, new TopScoreDocCollectorManager(request.limit(), null, Integer.MAX_VALUE));
        }
        SortField.Type number = SortField.Type.DOUBLE;
        SortField field = new SortField(FilterFields.VALUE + order.field(), number, !order.ascending());
        field.setMissingValue(order.ascending() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        TopDocs top = searcher.search(
                query,
                new TopFieldCollectorManager(
                        new Sort(field, SortField.FIELD_SCORE), request.limit(), null, Integer.MAX_VALUE));
        // Scores by place: with an order of the shopper's own, nearness is how early a product comes.
        for (int i = 0; i < top.scoreDocs.length; i++) {
            top.scoreDocs[i].score = 1f / (i + 1);
        }
        return top;
    }

    @Override
    public void apply(CatalogSnapshot next, CatalogChanges changes) {
        if (store.readOnly()) {
            throw new AdcioException("the keyword index was opened for reading only; build it again to change it");
        }
        try {
            store.delete(changes.deletions());
            for (Product product : changes.upserts()) {
                store.put(product.id(), document(product));
            }
            store.publish(next.version());
        } catch (IOException e) {
            throw new AdcioException("the keyword index could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void release(long version) {
        try {
            store.release(version);
        } catch (IOException e) {
            throw new AdcioException("the keyword index could not release version " + version, e);
        }
    }

    /** Puts an index that was written to a folder on disk as a whole. */
    public void finish() {
        try {
            store.finish();
        } catch (IOException e) {
            throw new AdcioException("the keyword index could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException e) {
            throw new AdcioException("the keyword index could not be closed: " + e.getMessage(), e);
        }
    }

    private static Document document(Product product) {
        Document document = new Document();
        FilterFields.add(document, product);
        SearchText.of(product).byField().forEach((field, text) -> {
            // By the text of each field: a Korean product with an English name is found in both languages.
            if (Analyzers.hasHangul(text)) {
                document.add(new TextField(field + KeywordQuery.KOREAN, text, Field.Store.NO));
            }
            if (Analyzers.hasOther(text)) {
                document.add(new TextField(field + KeywordQuery.ENGLISH, text, Field.Store.NO));
            }
        });
        identifiers(product).forEach(id -> document.add(new StringField(KeywordQuery.IDENTIFIER, id, Field.Store.NO)));
        return document;
    }

    private static List<String> identifiers(Product product) {
        List<String> raw = new ArrayList<>();
        raw.add(product.id());
        product.variants().stream().map(Variant::id).forEach(raw::add);
        IDENTIFIERS.forEach(name -> raw.addAll(product.attribute(name)));
        return raw.stream()
                .map(KeywordQuery::identifier)
                .filter(id -> !id.isEmpty() && id.length() <= 128)
                .distinct()
                .toList();
    }

    private Analyzer byField() {
        java.util.Map<String, Analyzer> analyzers = new java.util.HashMap<>();
        for (String field : List.of(
                SearchText.TITLE,
                SearchText.BRAND,
                SearchText.COLOR,
                SearchText.CATEGORIES,
                SearchText.ATTRIBUTES,
                SearchText.DESCRIPTION)) {
            analyzers.put(field + KeywordQuery.ENGLISH, english);
            analyzers.put(field + KeywordQuery.KOREAN, korean);
        }
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers);
    }
}
