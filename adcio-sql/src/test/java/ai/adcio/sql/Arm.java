package ai.adcio.sql;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.util.function.Function;
import javax.sql.DataSource;

/** The SQL arm under test, embedded or over a database. */
record Arm(
        Function<RetrievalRequest, RetrievalResult> retrieving,
        Function<RetrievalRequest, SqlExplanation> explaining,
        Runnable closing)
        implements AutoCloseable {
    static Arm embedded(Catalog catalog) {
        H2Retriever arm = H2Retriever.inMemory(catalog);
        return new Arm(arm::retrieve, arm::explain, arm::close);
    }

    /** An arm over an empty database, filled from a catalogue. */
    static Arm over(DataSource database, Catalog catalog) {
        DatabaseIndex index = new DatabaseIndex(JdbcSink.open(database, "shop"), "g1");
        catalog.attach(index);
        DatabaseRetriever arm = DatabaseRetriever.of(database, index);
        return new Arm(arm::retrieve, arm::explain, arm::close);
    }

    RetrievalResult retrieve(RetrievalRequest request) {
        return retrieving.apply(request);
    }

    SqlExplanation explain(RetrievalRequest request) {
        return explaining.apply(request);
    }

    @Override
    public void close() {
        closing.run();
    }
}
