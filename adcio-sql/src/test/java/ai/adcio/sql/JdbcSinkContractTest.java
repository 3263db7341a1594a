package ai.adcio.sql;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.CatalogSinkContract;
import ai.adcio.retrieval.Retriever;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

class JdbcSinkContractTest {
    @Nested
    class OnPostgreSql extends OnADatabase {
        OnPostgreSql() {
            super(Databases.POSTGRESQL::get);
        }
    }

    @Nested
    class OnMariaDb extends OnADatabase {
        OnMariaDb() {
            super(Databases.MARIADB::get);
        }
    }

    @Nested
    class OnH2 extends OnADatabase {
        OnH2() {
            super(Databases.H2::get);
        }
    }

    abstract static class OnADatabase extends CatalogSinkContract {
        private static final String SHOP = "contract";
        private static final int LONGEST_ID = 500;

        private final Supplier<DataSource> databases;
        private @Nullable DataSource database;

        OnADatabase(Supplier<DataSource> databases) {
            this.databases = databases;
        }

        @Override
        protected CatalogSink openSink() {
            return JdbcSink.open(database(), SHOP);
        }

        @Override
        protected Retriever openArm() {
            return DatabaseRetriever.of(database(), SHOP);
        }

        @Override
        protected Product refused() {
            return Product.builder("x".repeat(LONGEST_ID + 1), "odd mug").build();
        }

        /** An empty database, the same for the whole of a test. */
        private DataSource database() {
            DataSource own = database;
            if (own == null) {
                own = databases.get();
                database = own;
            }
            return own;
        }
    }
}
