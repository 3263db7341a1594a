package ai.adcio.reply.internal;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clerk's sentences in one language, from a resource file of templates. A value is put in for {@code {0}} as it
 * is: it is data, and no template inside it is read. Immutable and thread safe.
 */
public final class Phrases {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final Map<String, String> templates;

    private Phrases(Language language, Map<String, String> templates) {
        this.language = language;
        this.templates = templates;
    }

    /** The sentences of a language, or of English when it has no resource file. */
    public static Phrases in(Language language) {
        return Loaded.in(
                Language.BUILT_IN.contains(language) || resource(language) != null ? language : Language.ENGLISH);
    }

    /** The language of the sentences. */
    public Language language() {
        return language;
    }

    /**
     * The sentence of this name with values put in.
     *
     * @throws AdcioException when the language has no such sentence
     */
    public String say(String name, Object... values) {
        String template = templates.get(name);
        if (template == null) {
            throw new AdcioException("no phrase " + name + " in phrases_" + language + ".properties; add it there");
        }
        return fill(template, values);
    }

    /** Whether there is a sentence of this name. */
    public boolean has(String name) {
        return templates.containsKey(name);
    }

    /** The name of a field for shoppers; an attribute without one goes by its own name, spaced. */
    public String fieldName(String field) {
        String known = templates.get("field." + field);
        if (known != null) {
            return known;
        }
        String bare =
                field.substring(field.lastIndexOf('.') + 1).replace('_', ' ').strip();
        return bare.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(language.locale());
    }

    /** The name of a field that holds a yes or a no, as a property of the product: {@code wireless}. */
    public String flagName(String field) {
        String known = templates.get("flag." + field);
        return known == null ? fieldName(field) : known;
    }

    private String fill(String template, Object... values) {
        // Particles are chosen piece by piece, so that brackets inside a value stay what they are.
        StringBuilder text = new StringBuilder();
        Matcher slot = SLOT.matcher(template);
        int end = 0;
        while (slot.find()) {
            append(text, template.substring(end, slot.start()));
            int index = slot.group(1).charAt(0) - '0';
            text.append(index < values.length ? values[index] : "");
            end = slot.end();
        }
        append(text, template.substring(end));
        return text.toString();
    }

    private static void append(StringBuilder text, String piece) {
        int mark = text.length();
        if (piece.isEmpty()) {
            return;
        }
        // The last letter said so far decides the particle at the start of the piece.
        String context = mark == 0 ? "" : text.substring(Math.max(0, mark - 12));
        String chosen = Particles.choose(context.replace('[', '(') + piece);
        text.append(chosen, context.length(), chosen.length());
    }

    private static Phrases load(Language language) {
        Properties properties = new Properties();
        try (InputStream in = resource(language)) {
            if (in == null) {
                throw new AdcioException("phrases_" + language + ".properties is not on the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AdcioException("cannot read phrases_" + language + ".properties: " + e.getMessage(), e);
        }
        Map<String, String> templates = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> templates.put(name, properties.getProperty(name)));
        return new Phrases(language, Map.copyOf(templates));
    }

    private static @Nullable InputStream resource(Language language) {
        return Phrases.class.getResourceAsStream("phrases_" + language + ".properties");
    }

    /** The languages read so far: a file of the class path, read once and never changed. */
    private static final class Loaded {
        private static final Map<Language, Phrases> BY_LANGUAGE = new ConcurrentHashMap<>();

        static Phrases in(Language language) {
            return BY_LANGUAGE.computeIfAbsent(language, Phrases::load);
        }
    }
}
