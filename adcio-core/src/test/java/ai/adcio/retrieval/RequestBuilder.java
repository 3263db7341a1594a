package ai.adcio.retrieval;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a request for a test: everything has a default but the catalogue's version. Not thread safe. */
public final class RequestBuilder {
    private final CatalogSnapshot catalog;
    private String query = "";
    private List<String> terms = List.of();
    private List<String> unwanted = List.of();
    private Language language = Language.ENGLISH;
    private List<Constraint> filters = List.of();
    private List<String> excludedIds = List.of();
    private @Nullable SortOrder sort;
    private @Nullable Aggregate aggregate;
    private int limit = 10;
    private RankingParameters parameters = RankingParameters.defaults();
    private Deadline deadline = Deadline.none();
    private Cancellation cancellation = new Cancellation();

    private RequestBuilder(CatalogSnapshot catalog) {
        this.catalog = catalog;
    }

    /** Starts a request for ten products of a version, without a query and without a deadline. */
    public static RequestBuilder of(CatalogSnapshot catalog) {
        return new RequestBuilder(catalog);
    }

    /** Sets the words. */
    public RequestBuilder query(String words) {
        this.query = words;
        return this;
    }

    /** Sets the folded words that no filter stands for. */
    public RequestBuilder terms(String... words) {
        this.terms = List.of(words);
        return this;
    }

    /** Sets the folded words that demote. */
    public RequestBuilder unwanted(String... words) {
        this.unwanted = List.of(words);
        return this;
    }

    /** Sets the language of the query; English unless set. */
    public RequestBuilder language(Language value) {
        this.language = value;
        return this;
    }

    /** Sets the conditions. */
    public RequestBuilder filters(List<Constraint> constraints) {
        this.filters = constraints;
        return this;
    }

    /** Sets the conditions. */
    public RequestBuilder filters(Constraint... constraints) {
        return filters(List.of(constraints));
    }

    /** Sets the ids not to find. */
    public RequestBuilder excluding(List<String> ids) {
        this.excludedIds = ids;
        return this;
    }

    /** Sets the order. */
    public RequestBuilder sort(String field, boolean ascending) {
        this.sort = new SortOrder(field, ascending);
        return this;
    }

    /** Sets the number asked for. */
    public RequestBuilder aggregate(Aggregate value) {
        this.aggregate = value;
        return this;
    }

    /** Sets how many products at most. */
    public RequestBuilder limit(int products) {
        this.limit = products;
        return this;
    }

    /** Sets the weights. */
    public RequestBuilder parameters(RankingParameters values) {
        this.parameters = values;
        return this;
    }

    /** Sets the deadline. */
    public RequestBuilder deadline(Deadline value) {
        this.deadline = value;
        return this;
    }

    /** Sets what tells that the answer is no longer wanted. */
    public RequestBuilder cancellation(Cancellation value) {
        this.cancellation = value;
        return this;
    }

    /** Makes the request. */
    public RetrievalRequest build() {
        return new RetrievalRequest(
                catalog,
                query,
                terms,
                unwanted,
                language,
                filters,
                excludedIds,
                sort,
                aggregate,
                limit,
                parameters,
                deadline,
                cancellation);
    }
}
