package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.sql.SQLException;

/**
 * What every SQL arm does with a request, whichever database it asks: it abstains from ranking by words, puts the rest as
 * a typed question, and says what came of it. Thread safe if its database is.
 */
final class SqlResponder {
    private final QuestionedDatabase database;

    /** Responds from a database that stays the caller's to close. */
    SqlResponder(QuestionedDatabase database) {
        this.database = database;
    }

    /** A database that can be asked. */
    @FunctionalInterface
    interface QuestionedDatabase {
        /**
         * Asks the tables of the request's catalogue version, no later than its deadline and only while it is wanted.
         *
         * @throws SQLException when the database fails, or the answer is late or no longer wanted
         */
        Run run(CatalogQuery query, RetrievalRequest request) throws SQLException;
    }

    /**
     * A question that was answered.
     *
     * @param statement what ran
     * @param rows what it gave
     * @param dialect how the rows are to be read
     */
    record Run(BoundStatement statement, Rows rows, Dialect dialect) {}

    /** The answer to a request; a failure of the database is one. */
    RetrievalResult retrieve(RetrievalRequest request) {
        RetrievalResult abstained = Answers.abstention(request);
        if (abstained != null) {
            return abstained;
        }
        CatalogQuery query = CatalogQuery.of(request);
        try {
            Run run = database.run(query, request);
            return Answers.result(query, run.rows(), run.dialect());
        } catch (SQLException e) {
            return new RetrievalResult.Failed(DatabaseErrors.cause(e));
        }
    }

    /**
     * How a request is answered, also one that {@link #retrieve} abstains from.
     *
     * @throws AdcioException when the database cannot answer
     */
    SqlExplanation explain(RetrievalRequest request) {
        CatalogQuery query = CatalogQuery.of(request);
        try {
            Run run = database.run(query, request);
            return new SqlExplanation(
                    query.describe(),
                    run.statement().sql(),
                    run.statement().values(),
                    run.rows().columns(),
                    run.rows().values());
        } catch (SQLException e) {
            throw DatabaseErrors.failure("the product database cannot answer", e);
        }
    }
}
