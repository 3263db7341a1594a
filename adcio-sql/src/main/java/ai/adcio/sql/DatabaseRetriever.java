package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import ai.adcio.sql.SinkTables.Generation;
import ai.adcio.sql.SqlResponder.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The SQL arm over a database of its own: PostgreSQL, MariaDB, MySQL or H2, filled by a {@link JdbcSink}. It answers and
 * abstains exactly as {@link H2Retriever} does. Every question is built from types, every value is bound, and every
 * transaction is one that cannot write; give it a data source whose user may only read as well. It asks no later than a
 * request's deadline, and stops the database's work when nobody waits for it. Thread safe.
 */
public final class DatabaseRetriever implements Retriever, AutoCloseable {
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.SQL, Set.of(), true, true);

    // A server that restarts, or hands over to another, breaks every connection of a pool at once, and a pool tells
    // only
    // by using them. As many as pools commonly hold.
    private static final int ATTEMPTS = 10;

    // As often a question may meet a generation that was replaced a moment ago; what is missing then was never there.
    private static final int REPLACEMENTS = 3;

    private final DataSource source;
    private final String shop;
    private final @Nullable DatabaseIndex index;
    private final SqlResponder responder = new SqlResponder(this::run);
    private volatile @Nullable Compiled compiled;
    private volatile boolean closed;

    private DatabaseRetriever(DataSource source, String shop, @Nullable DatabaseIndex index) {
        JdbcSink.checkName("shop", shop);
        this.source = source;
        this.shop = shop;
        this.index = index;
    }

    /**
     * An arm that answers from the newest state of a shop's published catalogue. Nothing is connected to until it is
     * asked.
     *
     * @param source a pool of connections, which stays the caller's to close; its own time-out for a connection should
     *     be under a turn's deadline
     * @param shop the shop as its sink named it
     */
    public static DatabaseRetriever of(DataSource source, String shop) {
        return new DatabaseRetriever(source, shop, null);
    }

    /** An arm that answers each turn from the version of the catalogue that the turn holds, as its index wrote it. */
    public static DatabaseRetriever of(DataSource source, DatabaseIndex index) {
        return new DatabaseRetriever(source, index.shop(), index);
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

    /**
     * The compiler for a state of a generation.
     *
     * @param generation the generation as it was last seen
     * @param opening what begins a transaction of PostgreSQL
     */
    private record Compiled(Generation generation, QueryCompiler compiler, BoundStatement opening) {
        boolean answersFor(Generation now) {
            return hasFieldsOf(now) && generation.visible() == now.visible();
        }

        boolean hasFieldsOf(Generation now) {
            return generation.number() == now.number() && generation.fieldChanges() == now.fieldChanges();
        }
    }

    private Run run(CatalogQuery query, RetrievalRequest request) throws SQLException {
        if (closed) {
            throw new DatabaseErrors.Stopped("the arm is closed");
        }
        return new DatabaseCall<Run>()
                .ask(call -> ask(call, query, request), request.deadline(), request.cancellation());
    }

    private Run ask(DatabaseCall<Run> call, CatalogQuery query, RetrievalRequest request) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            Duration remaining = request.deadline().remaining();
            try (Connection connection = source.getConnection()) {
                call.connected(connection);
                try {
                    Dialect dialect = Dialect.of(connection.getMetaData());
                    try (ReadTransaction reading = new ReadTransaction(connection, dialect, remaining)) {
                        return ask(call, reading, dialect, query, request);
                    }
                } catch (SQLException e) {
                    boolean replaced = attempt <= REPLACEMENTS && DatabaseErrors.isReplaced(e);
                    if (!replaced && (attempt == ATTEMPTS || !DatabaseErrors.isBroken(e))) {
                        throw e;
                    }
                } finally {
                    call.released();
                }
            }
        }
    }

    private Run ask(
            DatabaseCall<Run> call,
            ReadTransaction reading,
            Dialect dialect,
            CatalogQuery query,
            RetrievalRequest request)
            throws SQLException {
        Run guessed = dialect == Dialect.POSTGRESQL ? guess(call, reading, query, request) : null;
        if (guessed != null) {
            return guessed;
        }
        SinkTables tables = new SinkTables(dialect);
        Generation generation = reading.published(tables, shop);
        if (generation == null) {
            throw new DatabaseErrors.Stopped(
                    "the database holds no published catalogue of shop " + shop + "; fill and publish one");
        }
        BoundStatement statement = compiler(reading, tables, generation)
                .compile(query, revision(generation, request.catalog().version()));
        try (PreparedStatement prepared = reading.prepare(statement)) {
            call.running(prepared);
            try (ResultSet result = prepared.executeQuery()) {
                return new Run(statement, Rows.of(result), dialect);
            }
        }
    }

    /**
     * Asks as if the catalogue were as it was at the last question, and looks in the same round trip and at the same
     * moment whether it is.
     *
     * @return null when it is not, or nothing was asked before
     */
    private @Nullable Run guess(
            DatabaseCall<Run> call, ReadTransaction reading, CatalogQuery query, RetrievalRequest request)
            throws SQLException {
        Compiled known = compiled;
        if (known == null) {
            return null;
        }
        BoundStatement statement = known.compiler()
                .compile(query, revision(known.generation(), request.catalog().version()));
        try (PreparedStatement prepared =
                reading.whole(known.opening(), statement).prepare(reading.connection())) {
            call.running(prepared);
            Generation now = ReadTransaction.opened(prepared);
            if (now == null || !known.answersFor(now) || !prepared.getMoreResults()) {
                return null;
            }
            try (ResultSet result = prepared.getResultSet()) {
                return new Run(statement, Rows.of(result), Dialect.POSTGRESQL);
            }
        } catch (SQLException e) {
            if (DatabaseErrors.isReplaced(e)) {
                compiled = null;
            }
            throw e;
        }
    }

    private QueryCompiler compiler(ReadTransaction reading, SinkTables tables, Generation generation)
            throws SQLException {
        Compiled known = compiled;
        QueryCompiler compiler = known != null && known.hasFieldsOf(generation)
                ? known.compiler()
                : new QueryCompiler(tables.schema(reading.connection(), generation.number()));
        compiled = new Compiled(
                generation, compiler, known == null ? ReadTransaction.opening(tables, shop) : known.opening());
        return compiler;
    }

    private long revision(Generation generation, long version) {
        Long held = index == null ? null : index.revision(generation.name(), version);
        return held == null ? generation.visible() : held;
    }

    /** Answers no more; the data source stays open. */
    @Override
    public void close() {
        closed = true;
    }
}
