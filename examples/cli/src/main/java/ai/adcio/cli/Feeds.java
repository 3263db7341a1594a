package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.feed.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a shop's feed into a catalogue. */
final class Feeds {
    private Feeds() {}

    /**
     * Reads a feed as a whole.
     *
     * @throws AdcioException when it cannot be read or a row is no product; the message names file and line
     */
    static Catalog read(Path file) {
        try (BufferedReader reader = JsonFiles.open(file)) {
            return read(file.toString(), reader);
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + ": " + OneLine.of(e), e);
        }
    }

    static Catalog read(String name, BufferedReader reader) throws IOException {
        InMemoryCatalog.Builder builder = InMemoryCatalog.builder();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    builder.add(JsonLines.read(line));
                } catch (AdcioException e) {
                    throw new AdcioException(name + ", line " + number + ": " + OneLine.of(e), e);
                }
            }
        }
        return builder.build();
    }
}
