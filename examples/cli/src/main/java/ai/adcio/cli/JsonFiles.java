package ai.adcio.cli;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Files of one JSON object a line, plain or gzip; which of the two, the content tells. */
public final class JsonFiles {
    /** Reads and writes JSON for this module; strict about what follows a value. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonFiles() {}

    /** Opens a file as plain text, unpacking it when it starts as gzip does. */
    public static BufferedReader open(Path file) {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new AdcioException("there is no file " + file + "; check the path", e);
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + ": " + OneLine.of(e), e);
        }
    }

    /**
     * Hands over every line's value; blank lines are passed over.
     *
     * @throws AdcioException when the file cannot be read or a line is no JSON; the message names file and line
     */
    public static void forEach(Path file, Consumer<JsonNode> consumer) {
        try (BufferedReader reader = open(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    consumer.accept(value(file, number, line));
                }
            }
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + ": " + OneLine.of(e), e);
        }
    }

    private static JsonNode value(Path file, int number, String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AdcioException(file + ", line " + number + ": no JSON: " + OneLine.of(e), e);
        }
    }
}
