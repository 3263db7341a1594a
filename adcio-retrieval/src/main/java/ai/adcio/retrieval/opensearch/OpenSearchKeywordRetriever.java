package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.Answers;
import ai.adcio.retrieval.opensearch.EngineFailure.Kind;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keyword arm on OpenSearch: BM25F over title, brand, colour, categories, attributes and description, English and
 * Korean each by its own analysis, exact identifiers first, every constraint pushed down. It searches the generation that
 * {@link OpenSearchSink} published last, and answers what the records of the turn bear out. An engine that is away, slow or
 * wrong gives {@link RetrievalResult.Failed} within the deadline; a cancelled search is aborted in the engine too. Engines
 * from 3.2 on rank by {@code combined_fields}, older ones by {@code cross_fields}, which ranks less well. Thread safe.
 *
 * <p>BM25's b is that of the index, {@link RankingParameters#defaults()}'s; the engine takes none with a query. k1 and the
 * fields' weights are each request's own, as long as k1 is at most 1.2 times the least of the weights.
 */
public final class OpenSearchKeywordRetriever implements ScoringRetriever, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchKeywordRetriever.class);
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.KEYWORD, Set.of(), false, true);
    private static final String PRIOR = "double c = doc['ratingCount'].size() == 0 ? 0 : doc['ratingCount'].value;"
            + "double r = doc['rating'].size() == 0 ? params.mean : doc['rating'].value;"
            + "return (r * c + params.mean * params.strength) / (c + params.strength);";

    private final OpenSearchSettings settings;
    private final OpenSearchConnection connection;
    private final Analyzer english = Analyzers.english();
    private final String alias;
    private final Vocabulary vocabulary;
    private final HeldVersions versions;
    private volatile @Nullable EngineVersion version;
    private volatile boolean closed;

    /** An arm over a shop's index; connects at its first search. */
    public OpenSearchKeywordRetriever(OpenSearchSettings settings) {
        this(settings, null);
    }

    OpenSearchKeywordRetriever(OpenSearchSettings settings, @Nullable EngineVersion version) {
        this.settings = settings;
        this.connection = new OpenSearchConnection(settings);
        this.alias = settings.names().alias();
        this.vocabulary = new Vocabulary(alias);
        this.versions = new HeldVersions(connection, alias);
        this.version = version;
    }

    /**
     * Keeps the engine in step with a catalogue of this process: attach it there. A turn that began before a change is
     * then answered from before it, as long as the engine holds that state, five minutes beyond its last search. The first
     * version becomes the generation, later ones are written into it.
     *
     * @param sink writes; not closed
     * @param generation the name of the generation to write, as {@link CatalogSink#begin} takes it
     */
    public CatalogIndex index(CatalogSink sink, String generation) {
        return versions.index(sink, generation, vocabulary::forget);
    }

    @Override
    public ArmTraits traits() {
        return TRAITS;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return Answers.kept(answered(request, exchange -> search(request, exchange)), request);
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        Set<String> asked = new TreeSet<>(ids);
        if (asked.isEmpty()) {
            return Map.of();
        }
        return Answers.scores(answered(request, exchange -> {
            Map<String, Object> words = words(request, exchange);
            if (words == null) {
                return new RetrievalResult.Abstained("the query has no words in it");
            }
            List<Map<String, Object>> these = FilterClauses.ids(asked);
            Map<String, Object> query = FilterClauses.bool(
                    Map.of("must", words, "filter", these.size() == 1 ? these : List.of(anyOf(these))));
            return found(request, exchange, query, null, asked.size());
        }));
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> clauses) {
        return FilterClauses.bool(Map.of("should", clauses));
    }

    /** A search in the engine. */
    @FunctionalInterface
    private interface Task {
        RetrievalResult run(Exchange exchange) throws EngineFailure;
    }

    private RetrievalResult answered(RetrievalRequest request, Task task) {
        if (closed) {
            return new RetrievalResult.Failed("the arm is closed");
        }
        try {
            return task.run(new Exchange(connection, request, settings.requestTimeout()));
        } catch (EngineFailure e) {
            LOG.debug("a search in {} failed: {}", alias, e.getMessage());
            return new RetrievalResult.Failed(String.valueOf(e.getMessage()));
        } catch (AdcioException e) {
            return new RetrievalResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private RetrievalResult search(RetrievalRequest request, Exchange exchange) throws EngineFailure {
        exchange.time();
        Map<String, Object> words = words(request, exchange);
        if (words == null && !request.query().isBlank()) {
            return new RetrievalResult.Abstained("the query has no words in it");
        }
        Map<String, Object> filter = FilterClauses.of(request);
        if (request.sort() != null) {
            RetrievalResult sorted = found(request, exchange, named(request, filter), request.sort(), request.limit());
            if (sorted instanceof RetrievalResult.Found || words == null) {
                return sorted;
            }
        }
        // When the filters say all that the words do, a product that keeps them is found whether it repeats the words
        // or
        // not: "yellow" finds what the colour field calls by another name. The words still rank.
        boolean said =
                words != null && request.terms().isEmpty() && !request.filters().isEmpty();
        Map<String, Object> clauses = new LinkedHashMap<>(filter);
        clauses.put(said ? "should" : "must", words == null ? prior(request.parameters()) : words);
        return found(request, exchange, FilterClauses.bool(clauses), null, request.limit());
    }

    private static Map<String, Object> named(RetrievalRequest request, Map<String, Object> filter) {
        Map<String, Object> clauses = new LinkedHashMap<>(filter);
        clauses.put("must", List.of(FilterClauses.bool(Map.of("filter", FilterClauses.names(request.terms())))));
        return FilterClauses.bool(clauses);
    }

    /** How good a product is before anything is asked: its rating, drawn towards a mean while few have rated it. */
    private static Map<String, Object> prior(RankingParameters parameters) {
        return Map.of(
                "script_score",
                Map.of(
                        "query",
                        FilterClauses.ALL,
                        "script",
                        Map.of(
                                "source",
                                PRIOR,
                                "params",
                                Map.of(
                                        "mean", parameters.value(RankingParameters.PRIOR_MEAN),
                                        "strength", parameters.value(RankingParameters.PRIOR_STRENGTH)))));
    }

    private RetrievalResult found(
            RetrievalRequest request,
            Exchange exchange,
            Map<String, Object> query,
            ai.adcio.catalog.@Nullable SortOrder order,
            int limit)
            throws EngineFailure {
        String point = versions.pointOf(request.catalog().version());
        if (point != null) {
            try {
                return new HitSearch(exchange, versions, alias, settings.pageSize(), order).search(query, limit, point);
            } catch (EngineFailure e) {
                if (e.kind() != Kind.REFUSED && e.kind() != Kind.UNREACHABLE) {
                    throw e;
                }
                // Bound to a node that is gone, or dropped after a long silence; the index itself still answers.
                versions.lost(point);
            }
        }
        return new HitSearch(exchange, versions, alias, settings.pageSize(), order).search(query, limit, null);
    }

    private @Nullable Map<String, Object> words(RetrievalRequest request, Exchange exchange) throws EngineFailure {
        if (request.query().isBlank()) {
            return null;
        }
        return new WordClauses(request.parameters(), version(exchange), vocabulary, english, exchange).of(request);
    }

    private EngineVersion version(Exchange exchange) throws EngineFailure {
        EngineVersion known = version;
        if (known == null) {
            known = EngineVersion.of(exchange.ask(Call.of("GET", "/")).body());
            LOG.info(
                    "{} is searched on OpenSearch {} by {}",
                    alias,
                    known,
                    known.combinesFields() ? "combined_fields" : "cross_fields");
            version = known;
        }
        return known;
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }
}
