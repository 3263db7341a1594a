package ai.adcio.understanding.internal;

import java.util.Map;

/**
 * Puts the usual spelling in place of a chat's own: {@code 잇어} for {@code 있어}, {@code 주세여} for {@code 주세요}. Only
 * Hangul is touched, and only forms that no other word has. Immutable and thread safe.
 */
final class Respelling {
    private static final int LONGEST = 8;
    /** Endings of politeness as chats spell them. */
    private static final String POLITE = "여염욤용욥";
    /** Syllables that end a clause, behind which a polite ending stands. */
    private static final String CLAUSE_ENDS = "어아세게까네죠지가나데사해워줘져려예에이봐돼와로서만";

    private final Map<String, String> usual;

    Respelling(Map<String, String> usual) {
        this.usual = Map.copyOf(usual);
    }

    FoldedText apply(FoldedText text) {
        FoldedText respelled = text;
        for (int i = 0; i < respelled.length(); i++) {
            if (!FoldedText.isHangul(respelled.at(i))) {
                continue;
            }
            for (int end = Math.min(respelled.length(), i + LONGEST); end > i + 1; end--) {
                String read = usual.get(respelled.slice(i, end));
                if (read != null) {
                    respelled = respelled.withReplaced(i, end, read);
                    break;
                }
            }
            if (informal(respelled, i)) {
                respelled = respelled.withReplaced(i, i + 1, "요");
            }
        }
        return respelled;
    }

    private static boolean informal(FoldedText text, int i) {
        boolean ends = i + 1 == text.length() || !isSyllable(text.at(i + 1));
        return ends && i > 0 && POLITE.indexOf(text.at(i)) >= 0 && CLAUSE_ENDS.indexOf(text.at(i - 1)) >= 0;
    }

    private static boolean isSyllable(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }
}
