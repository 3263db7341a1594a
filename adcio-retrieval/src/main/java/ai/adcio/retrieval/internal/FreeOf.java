package ai.adcio.retrieval.internal;

import java.util.List;

/**
 * Words that say a title's product to be without something, as stems: "sugar free", "no sugar", "without added sugar",
 * "free of sugar"; 무설탕 is one word.
 */
public final class FreeOf {
    /** Those that stand before it. */
    public static final List<String> BEFORE = List.of("without", "no", "non", "zero", "not", "무");

    /** Those that follow it at once. */
    public static final List<String> AFTER = List.of("free", "less", "프리", "없", "제로");

    /** How many words may stand between one of {@link #BEFORE} and the thing. */
    public static final int WORDS_BETWEEN = 1;

    private FreeOf() {}
}
