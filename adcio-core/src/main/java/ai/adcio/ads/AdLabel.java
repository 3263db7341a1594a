package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The word that says an ad is one, from a resource file with a line for each language. */
final class AdLabel {
    private static final String RESOURCE = "labels.properties";
    private static final String FALLBACK = "Ad";
    private static final Map<String, String> LABELS = load();

    private AdLabel() {}

    /** The label of a language; the English one where the file has none. Never blank. */
    static String in(Language language) {
        String label = LABELS.getOrDefault(language.tag(), FALLBACK);
        return label.isBlank() ? FALLBACK : label;
    }

    private static Map<String, String> load() {
        Properties lines = new Properties();
        try (InputStream in = AdLabel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new AdcioException("the resource " + RESOURCE + " is missing; the library's jar is not whole");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AdcioException("the resource " + RESOURCE + " cannot be read", e);
        }
        Map<String, String> labels = new HashMap<>();
        lines.stringPropertyNames()
                .forEach(tag -> labels.put(tag, lines.getProperty(tag).strip()));
        return Map.copyOf(labels);
    }
}
