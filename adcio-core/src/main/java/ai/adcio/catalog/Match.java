package ai.adcio.catalog;

/** How a constraint's words are held against a field's values. */
public enum Match {
    /** The whole value, folded by {@link TextFolding#fold}. */
    EXACT,
    /** Whole words in order anywhere in the value, by {@link TextFolding#containsPhrase}. */
    WORDS
}
