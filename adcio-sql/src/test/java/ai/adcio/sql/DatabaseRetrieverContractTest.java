package ai.adcio.sql;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class DatabaseRetrieverContractTest {
    @Nested
    class OnPostgreSql extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return PostgresServer.schema();
        }
    }

    @Nested
    class OnMariaDb extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return MariaDbServer.database();
        }
    }

    @Nested
    class OnH2 extends DatabaseRetrieverContract {
        @Override
        protected DataSource database() {
            return H2Server.database();
        }
    }
}
