package ai.adcio.catalog.feed;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Text in which a mark stands for every byte that was none of its encoding, so that the row which holds it can be
 * rejected and the rest be read. The mark is half a surrogate pair, which no decoded text holds.
 */
final class MarkedText {
    static final char MARK = '\uDFFF';

    private MarkedText() {}

    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MARK));
    }

    static boolean isMarked(String text) {
        for (int i = text.indexOf(MARK); i >= 0; i = text.indexOf(MARK, i + 1)) {
            if (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
