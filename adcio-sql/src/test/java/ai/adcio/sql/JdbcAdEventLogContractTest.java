package ai.adcio.sql;

import ai.adcio.ads.AdEventLog;
import ai.adcio.ads.AdEventLogContract;
import org.junit.jupiter.api.Nested;

class JdbcAdEventLogContractTest {
    @Nested
    class OnPostgreSql extends AdEventLogContract {
        @Override
        protected AdEventLog create() {
            return new JdbcAdEventLog(Databases.POSTGRESQL.migrated(), "shop");
        }
    }

    @Nested
    class OnMariaDb extends AdEventLogContract {
        @Override
        protected AdEventLog create() {
            return new JdbcAdEventLog(Databases.MARIADB.migrated(), "shop");
        }
    }

    @Nested
    class OnH2 extends AdEventLogContract {
        @Override
        protected AdEventLog create() {
            return new JdbcAdEventLog(Databases.H2.migrated(), "shop");
        }
    }
}
