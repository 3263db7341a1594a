package ai.adcio.sql;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.Retriever;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class DatabaseRetrieverTest {
    @Nested
    class OnPostgreSql extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.POSTGRESQL.get();
        }
    }

    @Nested
    class OnMariaDb extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.MARIADB.get();
        }
    }

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.H2.get();
        }
    }

    abstract static class OnADatabase extends SqlArmContract {
        protected abstract DataSource database();

        @Override
        protected Retriever open(Catalog products) {
            DataSource database = database();
            DatabaseIndex index = new DatabaseIndex(JdbcSink.open(database, "shop"), "g1");
            products.attach(index);
            return DatabaseRetriever.of(database, index);
        }

        @Override
        protected void close(Retriever opened) {
            ((DatabaseRetriever) opened).close();
        }

        @Override
        protected SqlExplanation explain(Retriever opened, RetrievalRequest request) {
            return ((DatabaseRetriever) opened).explain(request);
        }
    }
}
