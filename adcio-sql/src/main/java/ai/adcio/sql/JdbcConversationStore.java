package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.conversation.ConcurrentTurnException;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ConversationJson;
import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.InMemoryConversationStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations in PostgreSQL, MariaDB, MySQL or H2, shared by all instances of an agent and there after a restart. Of
 * two instances that answer the same conversation at once the second to save fails with a
 * {@link ConcurrentTurnException}. A conversation in which nobody has spoken for a while is forgotten; its row goes
 * with a later save. {@link DatabaseMigrations} makes the table. Closing the store leaves the data source open. Thread
 * safe.
 */
public final class JdbcConversationStore implements ConversationStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcConversationStore.class);
    // A turn waits for it.
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    // A conversation lives on by being loaded, but a write each time would cost as much as the turn's own.
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final int LONGEST_ID = 500;

    private static final Table<?> TABLE = DSL.table(DSL.name("adcio_conversation"));
    private static final Field<String> SHOP = FieldPlace.column(TABLE, "shop", String.class);
    private static final Field<String> ID = FieldPlace.column(TABLE, "id", String.class);
    private static final Field<Long> VERSION = FieldPlace.column(TABLE, "version", Long.class);
    private static final Field<Integer> FORMAT = FieldPlace.column(TABLE, "format", Integer.class);
    private static final Field<String> STATE = FieldPlace.column(TABLE, "state", String.class);
    private static final Field<Long> EXPIRES_AT = FieldPlace.column(TABLE, "expires_at", Long.class);

    private final Database database;
    private final String shop;
    private final Duration idle;
    private final Clock clock;
    private final AtomicLong nextSweep;

    /** Keeps a shop's conversations for {@link InMemoryConversationStore#DEFAULT_IDLE} after their last turn. */
    public JdbcConversationStore(DataSource source, String shop) {
        this(source, shop, InMemoryConversationStore.DEFAULT_IDLE, Clock.systemUTC());
    }

    /**
     * Keeps a shop's conversations.
     *
     * @param source a pool of connections whose user may read and write the table
     * @param shop whose conversations these are: lower-case letters, digits and hyphens, at most 40 characters
     * @param idle how long one is kept after it was last saved, or, to within a minute, loaded; more than zero
     * @param clock tells the time; those of several instances should agree
     */
    public JdbcConversationStore(DataSource source, String shop, Duration idle, Clock clock) {
        JdbcSink.checkName("shop", shop);
        if (idle.isNegative() || idle.isZero()) {
            throw new AdcioException("idle is " + idle + "; keep a conversation for longer than no time");
        }
        this.database = new Database(source, TIMEOUT);
        this.shop = shop;
        this.idle = idle;
        this.clock = clock;
        this.nextSweep = new AtomicLong(clock.millis() + SWEEP.toMillis());
    }

    @Override
    public @Nullable Conversation load(String conversationId) {
        try {
            Dialect dialect = database.dialect();
            long now = clock.millis();
            Row row = read(dialect, conversationId);
            if (row == null || row.expiresAt() <= now) {
                return null;
            }
            long expiresAt = now + idle.toMillis();
            if (expiresAt - row.expiresAt() >= Math.min(TOUCH.toMillis(), idle.toMillis() / 10)) {
                execute(dialect.jooq()
                        .update(TABLE)
                        .set(EXPIRES_AT, expiresAt)
                        .where(at(dialect, conversationId).and(EXPIRES_AT.lt(expiresAt))));
            }
            return ConversationJson.read(dialect.read(row.state())).withVersion(row.version());
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot load the conversation", e);
        }
    }

    @Override
    public Conversation save(Conversation conversation, long expectedVersion) {
        Conversation saved = conversation.withVersion(expectedVersion + 1);
        try {
            Dialect dialect = database.dialect();
            String state = dialect.stored(ConversationJson.write(saved));
            for (int i = 0; i < TRIES; i++) {
                if (trySave(dialect, saved, expectedVersion, state)) {
                    sweep(dialect);
                    return saved;
                }
            }
            throw new AdcioException("the conversation cannot be saved: others write the same one all the time");
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot save the conversation", e);
        }
    }

    /** Whether it was saved; false when another writer came between two steps, which are then taken anew. */
    private boolean trySave(Dialect dialect, Conversation saved, long expected, String state) throws SQLException {
        Condition here = at(dialect, saved.id());
        long now = clock.millis();
        try {
            if (execute(dialect.jooq()
                            .update(TABLE)
                            .set(VERSION, saved.version())
                            .set(FORMAT, ConversationJson.FORMAT)
                            .set(STATE, state)
                            .set(EXPIRES_AT, now + idle.toMillis())
                            .where(here.and(VERSION.eq(expected))))
                    == 1) {
                return true;
            }
            Row row = read(dialect, saved.id());
            if (row != null && row.expiresAt() > now) {
                throw new ConcurrentTurnException(saved.id(), expected, row.version());
            }
            // A conversation that expired during its turn is taken up again instead of failing the shopper.
            if (row != null) {
                execute(dialect.jooq().deleteFrom(TABLE).where(here.and(EXPIRES_AT.le(now))));
            }
            return execute(dialect.jooq()
                            .insertInto(TABLE)
                            .columns(SHOP, ID, VERSION, FORMAT, STATE, EXPIRES_AT)
                            .values(
                                    shop,
                                    key(dialect, saved.id()),
                                    saved.version(),
                                    ConversationJson.FORMAT,
                                    state,
                                    now + idle.toMillis()))
                    == 1;
        } catch (SQLException e) {
            if (DatabaseErrors.isDuplicate(e) || DatabaseErrors.isTransient(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void delete(String conversationId) {
        try {
            Dialect dialect = database.dialect();
            execute(dialect.jooq().deleteFrom(TABLE).where(at(dialect, conversationId)));
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot delete the conversation", e);
        }
    }

    /**
     * Deletes the conversations that expired. Saving does so about once a minute; a shop in which nobody speaks for long
     * can see to it by this.
     *
     * @return how many there were
     */
    public int deleteExpired() {
        try {
            return deleteExpired(database.dialect());
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot delete the expired conversations", e);
        }
    }

    private int deleteExpired(Dialect dialect) throws SQLException {
        return execute(dialect.jooq().deleteFrom(TABLE).where(SHOP.eq(shop).and(EXPIRES_AT.le(clock.millis()))));
    }

    private void sweep(Dialect dialect) {
        long now = clock.millis();
        long due = nextSweep.get();
        if (now < due || !nextSweep.compareAndSet(due, now + SWEEP.toMillis())) {
            return;
        }
        try {
            deleteExpired(dialect);
        } catch (SQLException e) {
            // The turn is saved; the next sweep deletes as much.
            LOG.debug("deleting expired conversations failed with SQLSTATE {}", e.getSQLState());
        }
    }

    private record Row(long version, String state, long expiresAt) {}

    private @Nullable Row read(Dialect dialect, String id) throws SQLException {
        Select<?> query =
                dialect.jooq().select(VERSION, STATE, EXPIRES_AT).from(TABLE).where(at(dialect, id));
        return database.<@Nullable Row>run(connection -> {
            try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? new Row(row.getLong(1), row.getString(2), row.getLong(3)) : null;
            }
        });
    }

    private int execute(Query query) throws SQLException {
        return database.run(connection -> {
            try (PreparedStatement statement = BoundStatement.of(query).prepare(connection)) {
                return statement.executeUpdate();
            }
        });
    }

    private Condition at(Dialect dialect, String id) {
        return SHOP.eq(shop).and(ID.eq(key(dialect, id)));
    }

    private static String key(Dialect dialect, String id) {
        String key = dialect.stored(id);
        if (key.length() > LONGEST_ID) {
            throw new AdcioException("conversationId has " + id.length() + " characters; give one of at most "
                    + LONGEST_ID + ", such as a hash of a longer one");
        }
        return key;
    }
}
