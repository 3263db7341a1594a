package ai.adcio.sql;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import javax.sql.DataSource;

/** The arm over a database that is filled from a catalogue of the same process. */
abstract class DatabaseRetrieverContract extends RetrieverContract {
    /** A database without tables. */
    protected abstract DataSource database();

    @Override
    protected Retriever open(Catalog catalog) {
        DataSource database = database();
        DatabaseIndex index = new DatabaseIndex(JdbcSink.open(database, "shop"), "g1");
        catalog.attach(index);
        return DatabaseRetriever.of(database, index);
    }

    @Override
    protected void close(Retriever retriever) {
        if (retriever instanceof DatabaseRetriever opened) {
            opened.close();
        }
    }
}
