package ai.adcio.understanding.internal;

import java.util.Set;

/**
 * Tells Korean words that cannot name a thing, by their endings: a verb or an adjective in one of its forms, an adverb.
 * What is unknown and no name is neither searched nor said to be not carried.
 */
final class Nominal {
    private static final Set<String> ADVERBS = Set.of(
            "어느", "이미", "먼저", "따로", "같이", "함께", "그때", "방금", "아직", "벌써", "자주", "거의", "훨씬", "모든", "여러", "다시", "계속", "처음에",
            "나중에", "원래", "막상", "역시", "물론", "아마", "글쎄", "그게", "이게", "저게", "얘", "데", "때문", "경우", "정말로", "어디", "누가", "언제",
            "왜");
    /** Endings of two syllables or more that no noun has. */
    private static final Set<String> ENDINGS = Set.of(
            "려고", "려면", "면서", "니까", "는데", "은데", "던데", "지만", "거나", "어서", "아서", "여서", "해서", "려서", "워서", "져서", "어도", "아도",
            "해도", "어야", "아야", "해야", "었어", "았어", "했어", "겠어", "겠네", "습니", "읍시", "세요", "어요", "아요", "해요", "네요", "군요", "대요",
            "래요", "는지", "은지", "을지", "는게", "을게", "을래", "을까", "는걸", "던가", "였던", "었던", "았던", "했던", "하던", "하는", "되는", "되던",
            "리는", "리던", "늘려", "줄여", "올려", "내려", "보던", "보는", "하게", "되게", "롭게", "스런", "러운", "로운", "다운", "스럽");
    /** Future forms of verbs made of nouns: 섭취할, 사용될. */
    private static final String FUTURE = "할될";

    /** "The one that is ...", run together with the verb before it. */
    private static final String THINGS = "거걸";

    /** Single syllables that end a verb or an adjective more often than a noun, behind two others or more. */
    private static final String LAST = "려던";

    private Nominal() {}

    /** Whether a word is a verb or an adjective run together with the thing that it is said of: 큰거. */
    static boolean isThing(String word) {
        int n = word.length();
        return n >= 2 && FoldedText.isHangul(word.charAt(0)) && THINGS.indexOf(word.charAt(n - 1)) >= 0;
    }

    /** Whether a word is Hangul and no name. */
    static boolean isVerbal(String word) {
        int n = word.length();
        if (n == 0 || !FoldedText.isHangul(word.charAt(0))) {
            return false;
        }
        return ADVERBS.contains(word)
                || n >= 2 && THINGS.indexOf(word.charAt(n - 1)) >= 0
                || n >= 3 && FUTURE.indexOf(word.charAt(n - 1)) >= 0
                || n >= 2 && LAST.indexOf(word.charAt(n - 1)) >= 0
                || n >= 2 && ENDINGS.contains(word.substring(n - 2));
    }
}
