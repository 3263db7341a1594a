package ai.adcio.sql;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class H2RetrieverContractTest {
    @Nested
    class InMemory extends RetrieverContract {
        @Override
        protected Retriever open(Catalog catalog) {
            return H2Retriever.inMemory(catalog);
        }

        @Override
        protected void close(Retriever retriever) {
            ((H2Retriever) retriever).close();
        }
    }

    @Nested
    class InAFolder extends RetrieverContract {
        @TempDir
        private Path folder = Path.of("");

        @Override
        protected Retriever open(Catalog catalog) {
            H2Retriever retriever = H2Retriever.create(folder);
            catalog.attach(retriever);
            return retriever;
        }

        @Override
        protected void close(Retriever retriever) {
            ((H2Retriever) retriever).close();
        }
    }

    @Nested
    class WithColumnsForEveryAttribute extends RetrieverContract {
        @Override
        protected Retriever open(Catalog catalog) {
            H2Retriever retriever = H2Retriever.inMemory(0.01, 1.0);
            catalog.attach(retriever);
            return retriever;
        }

        @Override
        protected void close(Retriever retriever) {
            ((H2Retriever) retriever).close();
        }
    }
}
