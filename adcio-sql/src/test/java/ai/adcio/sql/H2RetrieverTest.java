package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.Retriever;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class H2RetrieverTest extends SqlArmContract {
    @Override
    protected Retriever open(Catalog products) {
        return H2Retriever.inMemory(products);
    }

    @Override
    protected void close(Retriever opened) {
        ((H2Retriever) opened).close();
    }

    @Override
    protected SqlExplanation explain(Retriever opened, RetrievalRequest request) {
        return ((H2Retriever) opened).explain(request);
    }

    @Test
    void leavesNoSystemPropertyBehind() {
        assertThat(QuietJooq.renderer(SQLDialect.H2)).isNotNull();
        assertThat(System.getProperty("org.jooq.no-logo")).isNull();
        assertThat(System.getProperty("org.jooq.no-tips")).isNull();
    }
}
