package ai.adcio.cli;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index folder says of itself. It is written last, so that a folder with a manifest is whole.
 *
 * @param format the layout of the folder
 * @param catalogHash the SHA-256 of the records in their order, each as a line of JSON
 * @param products how many there are
 * @param model the embedding model, or null when there is no vector arm
 * @param languages the tags of the languages of the products' text, most frequent first
 */
record IndexManifest(
        int format,
        String catalogHash,
        int products,
        @Nullable String model,
        List<String> languages) {
    /** The layout that this version writes and reads. */
    static final int FORMAT = 2;

    private static final String FILE = "manifest.json";

    /** Copies the languages. */
    IndexManifest {
        languages = List.copyOf(languages);
    }

    /** Whether a folder has a manifest at all. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws AdcioException when there is none, or its format is unknown
     */
    static IndexManifest read(Path folder) {
        if (!isIn(folder)) {
            throw new AdcioException(
                    folder + " is no index; make one with 'adcio index --catalog FILE --index " + folder + "'");
        }
        JsonNode root;
        try {
            root = JsonFiles.MAPPER.readTree(Files.readString(folder.resolve(FILE)));
        } catch (IOException e) {
            throw new AdcioException("cannot read the manifest of " + folder + ": " + OneLine.of(e), e);
        }
        JsonNode format = root.path("format");
        if (!format.isInt() || format.intValue() != FORMAT) {
            throw new AdcioException("index " + folder + " has format " + (format.isMissingNode() ? "unknown" : format)
                    + ", this version reads format " + FORMAT + "; build it again with 'adcio index'");
        }
        List<String> languages = new ArrayList<>();
        root.path("languages").forEach(tag -> languages.add(tag.asText()));
        return new IndexManifest(
                FORMAT,
                root.path("catalogHash").asText(),
                root.path("products").asInt(),
                root.path("model").isTextual() ? root.get("model").textValue() : null,
                languages);
    }

    void write(Path folder) throws IOException {
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        root.put("format", format).put("catalogHash", catalogHash).put("products", products);
        if (model != null) {
            root.put("model", model);
        }
        languages.forEach(root.putArray("languages")::add);
        Files.writeString(folder.resolve(FILE), root.toPrettyString() + "\n");
    }
}
