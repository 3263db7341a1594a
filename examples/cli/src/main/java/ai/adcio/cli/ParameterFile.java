package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.RankingParameters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ranking parameters on disk: {@code {"version": "...", "values": {name: number}}}. */
public final class ParameterFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ParameterFile() {}

    /** The defaults with the file's numbers in their place; only the defaults when there is no file. */
    public static RankingParameters read(@Nullable Path file) {
        if (file == null) {
            return RankingParameters.defaults();
        }
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            Map<String, Double> values = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("values").properties()) {
                if (RankingParameters.defaults().optional(entry.getKey()) == null) {
                    throw new AdcioException(file + ": unknown ranking parameter " + entry.getKey());
                }
                if (!entry.getValue().isNumber()) {
                    throw new AdcioException(
                            file + ": " + entry.getKey() + " is " + entry.getValue() + "; give a number");
                }
                values.put(entry.getKey(), entry.getValue().asDouble());
            }
            return RankingParameters.defaults()
                    .with(root.path("version").asText(String.valueOf(file.getFileName())), values);
        } catch (IOException e) {
            throw new AdcioException("cannot read ranking parameters from " + file + ": " + OneLine.of(e), e);
        }
    }

    /** Writes the numbers of a set. */
    public static void write(Path file, RankingParameters parameters) {
        ObjectNode root = MAPPER.createObjectNode().put("version", parameters.version());
        ObjectNode values = root.putObject("values");
        parameters.values().forEach(values::put);
        try {
            Files.writeString(file, root.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new AdcioException("cannot write ranking parameters to " + file + ": " + OneLine.of(e), e);
        }
    }
}
