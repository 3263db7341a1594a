package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.catalog.sync.SinkException.Refusal;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.sql.SinkTables.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes catalogues into PostgreSQL, MariaDB, MySQL or H2, where {@link DatabaseRetriever} answers from them. The tables
 * are made here, in the schema that connections come with; a shop's generations have tables of their own, and several
 * shops can share a database. A batch is one transaction. The data source must be one whose user may create and drop
 * tables; closing the sink leaves it open. Thread safe, though one thread should write to a generation.
 */
public final class JdbcSink implements CatalogSink {
    /** How long a connection, and the database's answer to one statement, may take unless the caller says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSink.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1," + SinkTables.LONGEST_NAME + "}");
    // As in the embedded arm; the second bounds the width of a row, which MariaDB limits to half a page.
    private static final double COLUMN_FLOOR = 0.1;
    private static final int MOST_COLUMNS = 40;

    private final Database database;
    private final String shop;
    private final SinkTables tables;

    private JdbcSink(Database database, String shop, SinkTables tables) {
        this.database = database;
        this.shop = shop;
        this.tables = tables;
    }

    /** A sink that waits {@link #DEFAULT_TIMEOUT} for the database. */
    public static JdbcSink open(DataSource source, String shop) {
        return open(source, shop, DEFAULT_TIMEOUT);
    }

    /**
     * Opens a shop's place in a database, which gets the tables that it does not have yet.
     *
     * @param shop lower-case letters, digits and hyphens, at most 40 characters
     * @param timeout how long a connection, and the database's answer to one statement, may take; more than zero
     * @throws AdcioException when the database cannot be reached or used
     */
    public static JdbcSink open(DataSource source, String shop, Duration timeout) {
        checkName("shop", shop);
        Database database = new Database(source, timeout);
        try {
            SinkTables tables = new SinkTables(database.dialect());
            define(database, tables);
            int format = database.transact(tables::settleFormat);
            if (format != SinkTables.FORMAT) {
                throw new AdcioException("the database has catalogue tables of format " + format + ", and this version"
                        + " writes " + SinkTables.FORMAT + "; use another schema or the version that made them");
            }
            return new JdbcSink(database, shop, tables);
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot open the database for the catalogue of shop " + shop, e);
        }
    }

    // Two that create the same table at once may both find it missing; the second then finds it there.
    private static void define(Database database, SinkTables tables) throws SQLException {
        try {
            database.define(tables.createMissing());
        } catch (SQLException e) {
            LOG.debug("creating the tables failed once with SQLSTATE {}", e.getSQLState());
            database.define(tables.createMissing());
        }
    }

    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AdcioException(what + " is \"" + name + "\"; use 1 to " + SinkTables.LONGEST_NAME
                    + " lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String name() {
        return ArmTraits.SQL;
    }

    String shop() {
        return shop;
    }

    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        checkName("generation", generation);
        attempt("begin generation " + generation, () -> {
            CatalogSchema schema = database.transact(connection -> {
                Generation begun = tables.lock(connection, shop, generation);
                if (begun != null) {
                    return tables.schema(connection, begun.number());
                }
                long number = tables.takeNumber(connection);
                CatalogSchema derived =
                        CatalogSchema.derive(tables.relations(number), capabilities, COLUMN_FLOOR, MOST_COLUMNS);
                tables.insert(connection, shop, new Generation(generation, number, 0, 0, 1, 0));
                tables.save(connection, number, derived.places());
                return derived;
            });
            database.define(ProductTables.createMissing(schema));
            return true;
        });
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        List<Refusal> refusals = new ArrayList<>();
        List<Product> upserts = new ArrayList<>();
        for (Product product : changes.upserts()) {
            if (fits(product.id())) {
                upserts.add(product);
            } else {
                refusals.add(new Refusal(
                        product.id(),
                        "its id has " + product.id().length() + " characters; the database keeps ids of at most "
                                + ProductTables.LONGEST_ID));
            }
        }
        List<String> deletions = changes.deletions().stream().filter(this::fits).toList();
        if (!upserts.isEmpty() || !deletions.isEmpty()) {
            attempt(
                    "write to generation " + generation,
                    () -> database.transact(connection -> {
                        write(connection, lock(connection, generation), upserts, deletions);
                        return true;
                    }));
        }
        if (!refusals.isEmpty()) {
            throw new SinkException(name(), refusals);
        }
    }

    private boolean fits(String id) {
        return tables.dialect().stored(id).length() <= ProductTables.LONGEST_ID;
    }

    private void write(Connection connection, Generation before, List<Product> upserts, List<String> deletions)
            throws SQLException {
        CatalogSchema schema = tables.schema(connection, before.number());
        ProductRows rows = new ProductRows(connection, schema);
        long revision = before.revision() + 1;
        List<String> replaced = new ArrayList<>();
        // Nothing is there to be replaced in a generation that was just begun.
        if (before.nextRow() > 1) {
            replaced.addAll(deletions);
            upserts.forEach(product -> replaced.add(product.id()));
        }
        CatalogSchema after = rows.insert(replaced, upserts, before.nextRow(), revision);
        List<FieldPlace> changed = after.places().stream()
                .filter(place -> !place.equals(schema.place(place.name())))
                .toList();
        tables.save(connection, before.number(), changed);
        tables.update(
                connection,
                new Generation(
                        before.name(),
                        before.number(),
                        revision,
                        before.visible(),
                        before.nextRow() + upserts.size(),
                        before.fieldChanges() + (changed.isEmpty() ? 0 : 1)));
    }

    @Override
    public void refresh(String generation) {
        refresh(generation, List.of());
    }

    /**
     * The same, but keeps the rows of earlier revisions for as long as these are held.
     *
     * @return the revision that searches see now
     */
    long refresh(String generation, Collection<Long> held) {
        return attempt("refresh generation " + generation, () -> {
            Generation now = database.transact(connection -> showAll(connection, generation));
            Relations relations = tables.relations(now.number());
            List<Long> living = new ArrayList<>(held);
            living.add(now.visible());
            boolean more = true;
            while (more) {
                more = database.transact(connection ->
                        new ProductRows(connection, new CatalogSchema(relations, List.of())).purge(living));
            }
            return now.visible();
        });
    }

    @Override
    public void publish(String generation) {
        attempt("publish generation " + generation, () -> {
            Generation whole = database.transact(connection -> lock(connection, generation));
            database.execute(ProductTables.analyze(tables.relations(whole.number())));
            Generation published = database.transact(connection -> {
                Generation found = showAll(connection, generation);
                tables.publish(connection, shop, generation);
                return found;
            });
            removeBefore(published);
            return true;
        });
    }

    /** Lets searches see every revision that was written. */
    private Generation showAll(Connection connection, String generation) throws SQLException {
        Generation before = lock(connection, generation);
        Generation after = new Generation(
                before.name(),
                before.number(),
                before.revision(),
                before.revision(),
                before.nextRow(),
                before.fieldChanges());
        tables.update(connection, after);
        return after;
    }

    // A generation with a later number may be one that is being loaded.
    private void removeBefore(Generation published) throws SQLException {
        for (Generation generation : database.run(connection -> tables.all(connection, shop))) {
            if (generation.number() < published.number()) {
                try {
                    database.define(ProductTables.drop(tables.relations(generation.number())));
                    database.transact(connection -> {
                        tables.delete(connection, generation.number());
                        return true;
                    });
                } catch (SQLException e) {
                    // Shoppers are served already; the next publication tries again.
                    LOG.warn(
                            "generation {} of shop {} stays behind: {}",
                            generation.name(),
                            shop,
                            DatabaseErrors.cause(e));
                }
            }
        }
    }

    @Override
    public @Nullable String published() {
        Generation found = publishedGeneration();
        return found == null ? null : found.name();
    }

    private @Nullable Generation publishedGeneration() {
        return this.<@Nullable Generation>attempt(
                "ask for the published generation",
                () -> database.<@Nullable Generation>run(
                        connection -> SinkTables.first(connection, tables.published(shop, null))));
    }

    @Override
    public long size(String generation) {
        return attempt(
                "count generation " + generation,
                () -> database.run(connection -> {
                    Generation found = tables.find(connection, shop, generation);
                    return found == null
                            ? 0L
                            : new ProductRows(
                                            connection, new CatalogSchema(tables.relations(found.number()), List.of()))
                                    .count();
                }));
    }

    private Generation lock(Connection connection, String generation) throws SQLException {
        Generation found = tables.lock(connection, shop, generation);
        if (found == null) {
            throw new AdcioException(
                    "generation " + generation + " of shop " + shop + " was not begun; begin it first");
        }
        return found;
    }

    private interface Step<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private <T extends @Nullable Object> T attempt(String what, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw DatabaseErrors.failure("cannot " + what + " of shop " + shop, e);
        }
    }

    /** Does nothing: the data source is the caller's. */
    @Override
    public void close() {}
}
