package ai.adcio.agent;

import ai.adcio.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the shop says of its own delivery, returns, hours and payment. The clerk quotes it and adds nothing. Thread
 * safe.
 */
@FunctionalInterface
public interface ShopTerms {
    /** A shop that has told the clerk nothing. */
    ShopTerms UNKNOWN = (topic, language) -> null;

    /**
     * The shop's own words on a topic, or null when it has told none.
     *
     * @param topic {@code delivery}, {@code returns}, {@code hours}, {@code payment}, {@code location}, {@code order},
     *     {@code service} or {@code other}
     * @param language the language to answer in
     */
    @Nullable
    String say(String topic, Language language);
}
