package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.Answers;
import ai.adcio.retrieval.internal.FieldWeights;
import ai.adcio.retrieval.internal.Identifiers;
import ai.adcio.retrieval.internal.SearchText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * The keyword arm on embedded Lucene: BM25F over title, brand, colour, categories, attributes and description, English
 * and Korean each by its own analysis, exact identifiers first, every constraint pushed down. Thread safe.
 */
public final class LuceneKeywordRetriever implements ScoringRetriever, CatalogIndex, AutoCloseable {
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.KEYWORD, Set.of(), false, false);

    private final Analyzer english = Analyzers.english();
    private final Analyzer korean = Analyzers.korean();
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
        Query words = words(searcher, request);
        if (words == null && !request.query().isBlank()) {
            return new RetrievalResult.Abstained("the query has no words in it");
        }
        Query filter = FilterQueries.of(request);
        if (request.sort() != null) {
            Query terms = new FilterQueries(request.catalog()).names(request.terms());
            TopDocs top = Ordering.search(searcher, request.sort(), both(terms, filter), request.limit());
            if (top.scoreDocs.length > 0 || words == null) {
                return LuceneSearch.found(searcher, top.scoreDocs, top.totalHits.value());
            }
        }
        Query relevance = words == null
                ? new FunctionScoreQuery(MatchAllDocsQuery.INSTANCE, new PriorValues(request.parameters()))
                : words;
        // When the filters say all that the words do, a product that keeps them is found whether it repeats the words
        // or
        // not: "yellow" finds what the colour field calls by another name. The words still rank.
        boolean said =
                words != null && request.terms().isEmpty() && !request.filters().isEmpty();
        Query query = said && filter != null ? either(relevance, filter) : both(relevance, filter);
        TopDocs top = searcher.search(
                query, new TopScoreDocCollectorManager(limit(searcher, request), null, Integer.MAX_VALUE));
        return LuceneSearch.found(searcher, top.scoreDocs, top.totalHits.value());
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        RetrievalResult result = LuceneSearch.run(store, request, searcher -> {
            Query words = words(searcher, request);
            if (words == null) {
                return new RetrievalResult.Abstained("the query has no words in it");
            }
            TopDocs top = searcher.search(
                    both(words, FilterQueries.ids(ids)),
                    new TopScoreDocCollectorManager(ids.size(), null, Integer.MAX_VALUE));
            return LuceneSearch.found(searcher, top.scoreDocs, top.totalHits.value());
        });
        return Answers.scores(result);
    }

    private @Nullable Query words(IndexSearcher searcher, RetrievalRequest request) throws IOException {
        FieldWeights weights = FieldWeights.of(request.parameters());
        searcher.setSimilarity(Bm25f.similarity(weights));
        return new KeywordQuery(searcher, request.parameters(), weights, english, korean).of(request);
    }

    private static Query either(Query scored, Query filter) {
        return new BooleanQuery.Builder()
                .add(scored, Occur.SHOULD)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Query both(Query scored, @Nullable Query filter) {
        if (filter == null) {
            return scored;
        }
        return new BooleanQuery.Builder()
                .add(scored, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    /** At most as many as there are, as Lucene makes room for all of them at once. */
    private static int limit(IndexSearcher searcher, RetrievalRequest request) {
        return Math.max(1, Math.min(request.limit(), searcher.getIndexReader().maxDoc()));
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
        SearchText.of(product).byField().forEach((field, given) -> {
            String text = Analyzers.plain(given);
            // By the text of each field: a Korean product with an English name is found in both languages.
            if (Analyzers.hasHangul(text)) {
                document.add(new TextField(field + KeywordQuery.KOREAN, text, Field.Store.NO));
            }
            if (Analyzers.hasOther(text)) {
                document.add(new TextField(field + KeywordQuery.ENGLISH, text, Field.Store.NO));
            }
        });
        Identifiers.of(product)
                .forEach(id -> document.add(new StringField(KeywordQuery.IDENTIFIER, id, Field.Store.NO)));
        return document;
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
