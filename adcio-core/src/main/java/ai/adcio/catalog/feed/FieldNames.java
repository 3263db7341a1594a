package ai.adcio.catalog.feed;

import org.jspecify.annotations.Nullable;

/** Which of a feed's fields are read, however the feed spells them. */
@FunctionalInterface
interface FieldNames {
    /** The name by which the field is looked up, or null when nothing reads it. */
    @Nullable
    String read(String name);
}
