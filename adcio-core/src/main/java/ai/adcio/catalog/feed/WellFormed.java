package ai.adcio.catalog.feed;

/** Text that every store and wire takes: unpaired surrogates and NUL become U+FFFD. */
final class WellFormed {
    private WellFormed() {}

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
