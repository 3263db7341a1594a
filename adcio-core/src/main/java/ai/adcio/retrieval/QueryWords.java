package ai.adcio.retrieval;

import ai.adcio.catalog.TextFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A search phrase taken apart: what is wanted, and what is said to be unwanted ("cat treats without chicken"). Searching
 * for the words of an exclusion finds just what nobody wants.
 *
 * @param wanted the words to search by, as typed
 * @param unwanted the folded words of the exclusion, without small words; empty when there is none
 */
record QueryWords(String wanted, List<String> unwanted) {
    private static final Set<String> EXCLUDES = Set.of("without", "w/o", "excluding", "except", "minus");
    // "Watch the game, not your phone" is a slogan on a shirt, not an exclusion.
    private static final Set<String> SLOGAN = Set.of(
            "your", "my", "our", "their", "his", "her", "you", "me", "i", "we", "a", "an", "the", "all", "just", "too",
            "so", "today", "only");
    // Names of kinds of product that begin with "no".
    private static final Set<String> NO_NAMES =
            Set.of("show", "sew", "slip", "drip", "tears", "bake", "knead", "touch", "fog", "rinse", "iron", "tie");
    private static final Set<String> RESUMES = Set.of("but", "with", "for", "in", "on", "that", "which");
    private static final Set<String> SMALL =
            Set.of("a", "an", "the", "of", "for", "and", "or", "with", "in", "on", "to", "any", "my", "your");
    private static final int WORDS_AFTER_NO = 2;

    static QueryWords of(String query) {
        String[] words = query.strip().split("\\s+");
        StringBuilder wanted = new StringBuilder();
        StringBuilder unwanted = new StringBuilder();
        boolean excluding = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            if (i > 0 && starts(word, words, i)) {
                excluding = true;
                continue;
            }
            if (excluding && RESUMES.contains(word)) {
                excluding = false;
                if (word.equals("but")) {
                    continue;
                }
            }
            (excluding ? unwanted : wanted).append(words[i]).append(' ');
        }
        List<String> wantedWords = TextFolding.words(wanted.toString());
        List<String> excluded = new ArrayList<>();
        for (String word : TextFolding.words(unwanted.toString())) {
            if (word.length() > 1 && !SMALL.contains(word) && !wantedWords.contains(word)) {
                excluded.add(word);
            }
        }
        return new QueryWords(wanted.toString().strip(), excluded);
    }

    private static boolean starts(String word, String[] words, int at) {
        if (at + 1 >= words.length) {
            return false;
        }
        String next = words[at + 1].toLowerCase(Locale.ROOT);
        return EXCLUDES.contains(word)
                || word.equals("not") && !SLOGAN.contains(next)
                || word.equals("no") && words.length - 1 - at <= WORDS_AFTER_NO && !NO_NAMES.contains(next);
    }
}
