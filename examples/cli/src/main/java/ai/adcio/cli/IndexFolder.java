package ai.adcio.cli;

import java.nio.file.Path;

/**
 * The places inside an index folder.
 *
 * @param root the folder
 */
record IndexFolder(Path root) {
    /** The records and what they can answer, as a stored catalogue. */
    Path records() {
        return root.resolve("records.bin");
    }

    /** The keyword index. */
    Path keyword() {
        return root.resolve("keyword");
    }

    /** The vector index. */
    Path vector() {
        return root.resolve("vector");
    }

    /** The SQL database. */
    Path sql() {
        return root.resolve("sql");
    }

    /** The embeddings of the products, by content. */
    Path embeddings() {
        return root.resolve("embeddings");
    }
}
