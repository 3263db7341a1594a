package ai.adcio.cli.dialogue;

import ai.adcio.AdcioException;
import ai.adcio.cli.JsonFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of catalogues as JSON Lines, each by its name: {@code NAME.jsonl} or {@code NAME.jsonl.gz}. */
final class CatalogFolder {
    private final Path folder;

    CatalogFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The file of a catalogue.
     *
     * @throws AdcioException when there is none
     */
    Path file(String name) {
        for (String ending : List.of(".jsonl", ".jsonl.gz")) {
            Path file = folder.resolve(name + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new AdcioException(
                "catalogue " + name + " is missing; put " + name + ".jsonl or " + name + ".jsonl.gz into " + folder);
    }

    /** The records of a catalogue by id, as the file has them. */
    Map<String, JsonNode> records(String name) {
        Map<String, JsonNode> records = new LinkedHashMap<>();
        JsonFiles.forEach(file(name), record -> records.put(record.path("id").asText(), record));
        return records;
    }
}
