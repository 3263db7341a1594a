package ai.adcio.sql;

import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.ConversationStoreContract;
import org.junit.jupiter.api.Nested;

class JdbcConversationStoreContractTest {
    @Nested
    class OnPostgreSql extends ConversationStoreContract {
        @Override
        protected ConversationStore create() {
            return new JdbcConversationStore(Databases.POSTGRESQL.migrated(), "shop");
        }
    }

    @Nested
    class OnMariaDb extends ConversationStoreContract {
        @Override
        protected ConversationStore create() {
            return new JdbcConversationStore(Databases.MARIADB.migrated(), "shop");
        }
    }

    @Nested
    class OnH2 extends ConversationStoreContract {
        @Override
        protected ConversationStore create() {
            return new JdbcConversationStore(Databases.H2.migrated(), "shop");
        }
    }
}
