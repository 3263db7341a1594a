package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.ConcurrentTurnException;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.conversation.ShownList;
import ai.adcio.retrieval.ProductGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcConversationStoreTest {
    private static final Duration IDLE = Duration.ofMinutes(30);

    @ParameterizedTest
    @EnumSource
    void oneOfTwoInstancesThatAnswerTheSameConversationAtOnceFails(Databases kind) throws InterruptedException {
        DataSource database = kind.migrated();
        AtomicInteger lost = new AtomicInteger();
        int rounds = 20;
        try (ConversationStore one = new JdbcConversationStore(database, "shop");
                ConversationStore two = new JdbcConversationStore(database, "shop")) {
            for (int round = 0; round < rounds; round++) {
                // Half of them are first turns, where no row is there to be fought for.
                String id = "c" + round / 2;
                CountDownLatch go = new CountDownLatch(1);
                int version = round % 2;
                List<Thread> threads = new ArrayList<>();
                for (ConversationStore store : List.of(one, two)) {
                    threads.add(Thread.ofVirtual().start(() -> {
                        try {
                            go.await();
                            store.save(Conversation.start(id), version);
                        } catch (ConcurrentTurnException e) {
                            lost.incrementAndGet();
                        } catch (InterruptedException e) {
                            throw new AssertionError("nobody may interrupt this thread", e);
                        }
                    }));
                }
                go.countDown();
                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(one.load(id)).isNotNull().isEqualTo(two.load(id));
            }
        }
        assertThat(lost).hasValue(rounds);
    }

    @ParameterizedTest
    @EnumSource
    void isThereAfterARestartToTheLastCharacter(Databases kind) {
        DataSource database = kind.migrated();
        String words = "무선 이어폰 \u0000\u0001\uD800 \ud83d\ude00 'x' \\ " + "가".repeat(2_000);
        List<Constraint> constraints = new ProductGenerator(3).constraints(new ProductGenerator(4).products(30));
        ShoppingNeed need = ShoppingNeed.EMPTY.withConstraints(constraints);
        Conversation said = new Conversation(
                "id \u0000 '",
                0,
                7,
                Language.KOREAN,
                need,
                List.of(need),
                List.of(new Exchange(7, words, Intent.SEARCH, Language.KOREAN, need)),
                List.of(new ShownList(7, List.of("p1", words), true)),
                words,
                List.of("color"),
                Map.of(words, 2));
        Conversation saved;
        try (ConversationStore store = new JdbcConversationStore(database, "shop")) {
            saved = store.save(said, 0);
        }
        try (ConversationStore store = new JdbcConversationStore(database, "shop")) {
            assertThat(store.load(said.id())).isEqualTo(saved).isEqualTo(said.withVersion(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAConversationInWhichNobodyHasSpokenForAWhile(Databases kind) {
        Now now = new Now();
        try (JdbcConversationStore store = new JdbcConversationStore(kind.migrated(), "shop", IDLE, now)) {
            store.save(Conversation.start("a"), 0);

            now.pass(IDLE.minusSeconds(1));
            assertThat(store.load("a")).isNotNull();
            // Loading counts as speaking.
            now.pass(IDLE.minusSeconds(1));
            assertThat(store.load("a")).isNotNull();
            now.pass(IDLE.plusSeconds(1));
            assertThat(store.load("a")).isNull();
            assertThat(store.deleteExpired()).isEqualTo(1);
            assertThat(store.deleteExpired()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesUpAConversationAgainThatExpiredDuringItsTurn(Databases kind) {
        Now now = new Now();
        try (JdbcConversationStore store = new JdbcConversationStore(kind.migrated(), "shop", IDLE, now)) {
            store.save(Conversation.start("a"), 0);
            store.save(Conversation.start("a"), 1);
            now.pass(IDLE.plusSeconds(1));

            assertThat(store.save(Conversation.start("a"), 1).version()).isEqualTo(2);
            now.pass(IDLE.plusSeconds(1));
            assertThat(store.save(Conversation.start("a"), 7).version()).isEqualTo(8);
            assertThat(store.load("a")).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sweepsWhatExpiredWhenItSaves(Databases kind) throws SQLException {
        Now now = new Now();
        DataSource database = kind.migrated();
        try (JdbcConversationStore store = new JdbcConversationStore(database, "shop", IDLE, now);
                JdbcConversationStore other = new JdbcConversationStore(database, "other", IDLE, now)) {
            store.save(Conversation.start("a"), 0);
            other.save(Conversation.start("a"), 0);
            now.pass(IDLE.plusSeconds(1));
            store.save(Conversation.start("b"), 0);
            assertThat(store.deleteExpired()).isZero();
            // Each shop tidies up after itself.
            assertThat(other.deleteExpired()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void migratesTwiceWithoutHarmAndBesideTablesOfOthers(Databases kind) throws SQLException {
        DataSource database = kind.get();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id INTEGER)");
        }
        assertThat(DatabaseMigrations.migrate(database)).isEqualTo(1);
        try (ConversationStore store = new JdbcConversationStore(database, "shop")) {
            store.save(Conversation.start("a"), 0);
            assertThat(DatabaseMigrations.migrate(database)).isZero();
            assertThat(store.load("a")).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoWhenTheTablesAreNotThere(Databases kind) {
        try (ConversationStore store = new JdbcConversationStore(kind.get(), "shop")) {
            assertThatThrownBy(() -> store.load("a"))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("cannot load the conversation")
                    .hasMessageContaining("migrate");
        }
    }

    /** A clock that stands until it is told. */
    private static final class Now extends Clock {
        private Instant instant = Instant.parse("2026-11-23T12:00:00Z");

        void pass(Duration duration) {
            instant = instant.plus(duration);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.system().withZone(zone);
        }
    }
}
