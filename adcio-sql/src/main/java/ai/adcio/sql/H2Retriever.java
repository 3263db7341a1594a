package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import ai.adcio.sql.SqlResponder.Run;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL arm: counts, aggregates, exact sorting and exact filters over the catalogue in an embedded H2 database, in
 * memory or in a folder. Every question is built from types and every value is bound; no text from anyone is executed.
 * Thread safe.
 *
 * <p>The arm answers what is exact and abstains where words are left that no filter stands for, unless a sort or an
 * aggregate is asked for with them: each such word is then required in a product's title, brand or categories. A field
 * with several numbers counts by the one that comes first in the order asked for, in an average by all of them. Where
 * the catalogue has prices in several currencies, only those of the currency that a filter names, else of the most
 * frequent one, are ordered and computed. Products with the same number are ordered by how many buyers rated them, then
 * by id. Without a sort, products that can be bought come first, then the most rated.
 */
public final class H2Retriever implements Retriever, CatalogIndex, AutoCloseable {
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.SQL, Set.of(), true, false);
    // Twice the two cores of a small server; a question takes milliseconds, so that more would only wait for cores.
    private static final int CONNECTIONS = 4;
    // An attribute has columns when at least this share of the products has it, and of those at most that share has it
    // more than once. On 19,406 products with 5,343 attributes 22 get columns, and a lower floor would widen every row
    // for fields that are hardly asked for.
    private static final double COLUMN_FLOOR = 0.1;
    private static final double MOST_REPEATED = 0.05;

    private final H2Database database;
    private final StatementRunner runner;
    private final SqlResponder responder = new SqlResponder(this::run);
    private final @Nullable CatalogWriter writer;
    private final CatalogVersions versions = new CatalogVersions();
    private volatile @Nullable QueryCompiler compiler;
    private volatile @Nullable CatalogSchema schema;

    private H2Retriever(H2Database database) {
        this(database, COLUMN_FLOOR, MOST_REPEATED);
    }

    private H2Retriever(H2Database database, double columnFloor, double mostRepeated) {
        this.database = database;
        this.runner = new StatementRunner(database);
        this.writer = database.readOnly() ? null : new CatalogWriter(database.writer(), columnFloor, mostRepeated);
    }

    /** An arm in memory, empty until it is attached to a catalogue. The caller closes it. */
    public static H2Retriever inMemory() {
        return new H2Retriever(H2Database.inMemory(CONNECTIONS));
    }

    /** An arm in memory with its own rule of which attributes have columns. */
    static H2Retriever inMemory(double columnFloor, double mostRepeated) {
        return new H2Retriever(H2Database.inMemory(CONNECTIONS), columnFloor, mostRepeated);
    }

    /**
     * An arm in memory, filled from a catalogue and kept in step with it. The caller closes it.
     *
     * @throws AdcioException when the catalogue cannot be taken over
     */
    public static H2Retriever inMemory(Catalog catalog) {
        H2Retriever retriever = inMemory();
        try {
            catalog.attach(retriever);
            return retriever;
        } catch (RuntimeException e) {
            retriever.close();
            throw e;
        }
    }

    /**
     * An arm in a folder, empty until it is attached to a catalogue; a database that is there already is replaced. The
     * caller closes it, which compacts the file.
     *
     * @throws AdcioException when the folder cannot be written, or another process has the database open
     */
    public static H2Retriever create(Path folder) {
        return new H2Retriever(H2Database.create(folder, CONNECTIONS));
    }

    /**
     * The arm that {@link #create} filled in a folder, as several processes can open it at once, never to be changed.
     * It need not be attached to a catalogue; when it is, it checks that the catalogue has as many products.
     *
     * @throws AdcioException when there is none, when it has another format, or when a process is writing it
     */
    public static H2Retriever open(Path folder) {
        H2Database database = H2Database.openReadOnly(folder, CONNECTIONS);
        H2Retriever retriever = new H2Retriever(database);
        try {
            CatalogTables.Stored stored = CatalogTables.load(database.keeper());
            if (stored == null) {
                throw new AdcioException("the product database in " + folder
                        + " has a format that this version does not read; build the index again");
            }
            retriever.versions.fix(stored.version(), stored.products());
            retriever.use(stored.schema());
            return retriever;
        } catch (SQLException e) {
            database.close();
            throw new AdcioException("cannot read the product database in " + folder + "; build the index again", e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public ArmTraits traits() {
        return TRAITS;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return responder.retrieve(request);
    }

    /**
     * Answers a request and shows how: the typed question, the statement with its bound values, and the rows. Words that
     * no filter stands for are required in title, brand or categories.
     *
     * @throws AdcioException when the database cannot answer
     */
    public SqlExplanation explain(RetrievalRequest request) {
        return responder.explain(request);
    }

    private Run run(CatalogQuery query, RetrievalRequest request) throws SQLException {
        QueryCompiler current = compiler;
        if (current == null) {
            throw new DatabaseErrors.Stopped("the catalogue is not filled in yet");
        }
        BoundStatement statement =
                current.compile(query, versions.visibleTo(request.catalog().version()));
        return new Run(statement, runner.run(statement, request.deadline(), request.cancellation()), Dialect.H2);
    }

    @Override
    public synchronized void apply(CatalogSnapshot next, CatalogChanges changes) {
        CatalogWriter target = writer;
        if (target == null) {
            versions.adopt(next);
            return;
        }
        CatalogSchema known = schema;
        try {
            if (known == null) {
                use(target.fill(next, changes.upserts()));
                database.admitReaders();
            } else {
                clean(target);
                use(target.update(known, next, changes.upserts(), changes.deletions()));
            }
        } catch (SQLException e) {
            throw new AdcioException(
                    "the SQL arm cannot take catalogue version " + next.version() + "; H2 reports error "
                            + e.getErrorCode(),
                    e);
        }
        versions.add(next.version(), next.records().size());
    }

    private void use(CatalogSchema newest) {
        schema = newest;
        compiler = new QueryCompiler(newest);
    }

    // A turn's own thread may be the one that lets go, so it only takes a note: the rows go with the next update.
    @Override
    public void release(long version) {
        if (writer != null) {
            versions.release(version);
        }
    }

    private void clean(CatalogWriter target) throws SQLException {
        for (long version : versions.takeUnserved()) {
            target.discard(version, versions.newest(), versions.newestSize());
        }
        if (versions.takeReleased()) {
            target.purge(versions.living());
        }
    }

    @Override
    public synchronized void close() {
        try (database) {
            if (writer != null) {
                clean(writer);
            }
        } catch (SQLException e) {
            throw new AdcioException("tidying the product database up failed; H2 reports error " + e.getErrorCode(), e);
        }
    }
}
