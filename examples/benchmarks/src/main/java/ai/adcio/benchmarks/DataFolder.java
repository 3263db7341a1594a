package ai.adcio.benchmarks;

import ai.adcio.AdcioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of third-party data, which is not part of the repository.
 *
 * @param path where it is
 */
record DataFolder(Path path) {
    private static final String WANTED = "the folder that holds catalogs/, dialogues/ and retrieval/";

    /**
     * The folder that the system property {@code adcio.data} names, else the environment variable {@code ADCIO_DATA}.
     *
     * @throws AdcioException when neither is set, or no folder is there
     */
    static DataFolder fromSettings() {
        return of(System.getProperty("adcio.data", System.getenv("ADCIO_DATA")));
    }

    static DataFolder of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            throw new AdcioException("ADCIO_DATA is not set; set it to " + WANTED);
        }
        Path folder = Path.of(setting);
        if (!Files.isDirectory(folder)) {
            throw new AdcioException("ADCIO_DATA is " + setting + ", where no folder is; set it to " + WANTED);
        }
        return new DataFolder(folder);
    }

    /**
     * The feed of a catalogue.
     *
     * @throws AdcioException when there is none
     */
    Path catalog(String name) {
        for (String ending : List.of(".jsonl", ".jsonl.gz")) {
            Path file = path.resolve("catalogs").resolve(name + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new AdcioException("catalogue " + name + " is missing; put " + name + ".jsonl or " + name
                + ".jsonl.gz into " + path.resolve("catalogs") + ", which ADCIO_DATA leads to");
    }

    /** Where the queries of a catalogue are, if it has any. */
    Path queries(String catalog) {
        return path.resolve("retrieval").resolve(catalog + ".queries.tsv");
    }
}
