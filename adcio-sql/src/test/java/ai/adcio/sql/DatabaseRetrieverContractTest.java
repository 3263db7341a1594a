package ai.adcio.sql;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class DatabaseRetrieverContractTest {
    @Nested
    class OnPostgreSql extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return Databases.POSTGRESQL.get();
        }
    }

    @Nested
    class OnMariaDb extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return Databases.MARIADB.get();
        }
    }

    @Nested
    class OnH2 extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return Databases.H2.get();
        }
    }
}
