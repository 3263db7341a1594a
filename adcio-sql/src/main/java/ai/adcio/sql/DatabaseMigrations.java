package ai.adcio.sql;

import ai.adcio.AdcioException;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes the tables of {@link JdbcConversationStore} and {@link JdbcAdEventLog}, and brings those of an earlier version up
 * to date, by Flyway. The scripts are in {@code ai/adcio/sql/migrations}, a folder for each database, for those who run
 * them in another way. Needs {@code flyway-core}, and {@code flyway-database-postgresql} or {@code flyway-mysql} beside
 * it. The tables of the catalogue are {@link JdbcSink}'s to make.
 */
public final class DatabaseMigrations {
    private static final String HISTORY = "adcio_schema_history";

    private DatabaseMigrations() {}

    /**
     * Brings the schema that connections come with up to date. Several processes may do so at once; the others wait.
     *
     * @param source connections whose user may create tables
     * @return how many scripts were run
     * @throws AdcioException when the database cannot be reached or used, or a script fails
     */
    public static int migrate(DataSource source) {
        try {
            Dialect dialect = new Database(source, JdbcSink.DEFAULT_TIMEOUT).dialect();
            return Flyway.configure(DatabaseMigrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:ai/adcio/sql/migrations/"
                            + dialect.name().toLowerCase(Locale.ROOT))
                    .table(HISTORY)
                    // The schema may hold the shop's own tables and the catalogue's.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot migrate the database", e);
        } catch (FlywayException e) {
            throw DatabaseErrors.failure("cannot migrate the database", sqlCause(e));
        }
    }

    // Flyway's messages hold the address of the database.
    private static SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        SQLException other = new DatabaseErrors.Stopped("Flyway stopped with "
                + e.getClass().getSimpleName() + "; the history in " + HISTORY + " and Flyway's own log say more");
        other.setStackTrace(e.getStackTrace());
        return other;
    }
}
