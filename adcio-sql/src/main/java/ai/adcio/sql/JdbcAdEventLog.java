package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.ads.AdEvent;
import ai.adcio.ads.AdEventLog;
import ai.adcio.ads.AdTotals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What happened to ads, in PostgreSQL, MariaDB, MySQL or H2, shared by all instances and there after a restart.
 * {@link DatabaseMigrations} makes the table. Closing the log leaves the data source open. Thread safe.
 */
public final class JdbcAdEventLog implements AdEventLog {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_KEY = 300;

    private static final Table<?> TABLE = DSL.table(DSL.name("adcio_ad_event"));
    private static final Field<String> SHOP = FieldPlace.column(TABLE, "shop", String.class);
    private static final Field<String> ADSET_ID = FieldPlace.column(TABLE, "adset_id", String.class);
    private static final Field<String> TYPE = FieldPlace.column(TABLE, "type", String.class);
    private static final Field<String> REQUEST_ID = FieldPlace.column(TABLE, "request_id", String.class);
    private static final Field<Long> AT = FieldPlace.column(TABLE, "at", Long.class);

    private final Database database;
    private final String shop;

    /**
     * The log of a shop.
     *
     * @param source a pool of connections whose user may read and insert into the table
     * @param shop lower-case letters, digits and hyphens, at most 40 characters
     */
    public JdbcAdEventLog(DataSource source, String shop) {
        JdbcSink.checkName("shop", shop);
        this.database = new Database(source, TIMEOUT);
        this.shop = shop;
    }

    @Override
    public boolean record(AdEvent event) {
        try {
            Dialect dialect = database.dialect();
            var insert = dialect.jooq()
                    .insertInto(TABLE)
                    .columns(SHOP, ADSET_ID, TYPE, REQUEST_ID, AT)
                    .values(
                            shop,
                            key(dialect, "adsetId", event.adsetId()),
                            event.type().name(),
                            key(dialect, "requestId", event.requestId()),
                            event.at().toEpochMilli());
            // PostgreSQL writes every refused row into its log; the others tell a new row from one that was there
            // by refusing it only.
            Query query = dialect == Dialect.POSTGRESQL
                    ? insert.onConflict(SHOP, ADSET_ID, TYPE, REQUEST_ID).doNothing()
                    : insert;
            return database.run(connection -> {
                try (PreparedStatement statement = BoundStatement.of(query).prepare(connection)) {
                    return statement.executeUpdate() == 1;
                }
            });
        } catch (SQLException e) {
            if (DatabaseErrors.isDuplicate(e)) {
                return false;
            }
            throw DatabaseErrors.failure("cannot record the ad event", e);
        }
    }

    @Override
    public AdTotals totals(String adsetId) {
        try {
            Dialect dialect = database.dialect();
            Select<?> query = dialect.jooq()
                    .select(TYPE, DSL.count())
                    .from(TABLE)
                    .where(SHOP.eq(shop).and(ADSET_ID.eq(key(dialect, "adsetId", adsetId))))
                    .groupBy(TYPE);
            Map<AdEvent.Type, Long> counts = database.run(connection -> {
                Map<AdEvent.Type, Long> found = new EnumMap<>(AdEvent.Type.class);
                try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                        ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.put(AdEvent.Type.valueOf(row.getString(1)), row.getLong(2));
                    }
                }
                return found;
            });
            return new AdTotals(
                    counts.getOrDefault(AdEvent.Type.IMPRESSION, 0L), counts.getOrDefault(AdEvent.Type.CLICK, 0L));
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot count the ad events", e);
        }
    }

    private static String key(Dialect dialect, String name, String id) {
        String key = dialect.stored(id);
        if (key.length() > LONGEST_KEY) {
            throw new AdcioException(name + " is too long to be kept; give one of at most " + AdEvent.LONGEST_ID
                    + " characters without control characters");
        }
        return key;
    }
}
