package ai.adcio;

import java.util.List;
import java.util.Locale;

/**
 * A language that shoppers write and the clerk answers in. Immutable and thread safe.
 *
 * @param tag the BCP 47 primary subtag, lower case, such as {@code "en"}
 */
public record Language(String tag) {
    /** English. */
    public static final Language ENGLISH = new Language("en");

    /** Korean. */
    public static final Language KOREAN = new Language("ko");

    /** The languages whose resources come with the library, English first. */
    public static final List<Language> BUILT_IN = List.of(ENGLISH, KOREAN);

    /** Rejects a blank tag; folds the rest to lower case. */
    public Language {
        if (tag.isBlank()) {
            throw new AdcioException("language tag is blank; give a BCP 47 primary subtag such as \"en\" or \"ko\"");
        }
        tag = tag.toLowerCase(Locale.ROOT);
    }

    /** The locale in which text of this language is formatted. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
