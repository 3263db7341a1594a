package ai.adcio.understanding.internal;

import ai.adcio.catalog.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Known words by what is left of them when one letter is missing (the symmetric deletes of Garbe's SymSpell), Hangul
 * taken apart into its letters. Immutable and thread safe.
 */
final class SpellingIndex {
    private static final int MIN_LETTERS = 5;
    private static final int MAX_LETTERS = 24;
    /** Vowels of Hangul that are said alike: ㅐ and ㅔ with their glides, ㅙ, ㅚ and ㅞ. */
    private static final List<String> ALIKE = List.of("\u1162\u1166\u1164\u1168", "\u116B\u116C\u1170");

    /** In their natural order. */
    private final String[] words;
    /** The positions of the words by their rests. */
    private final Postings rests;

    private SpellingIndex(String[] words, Postings rests) {
        this.words = words;
        this.rests = rests;
    }

    /** Collects the known words. Not thread safe. */
    static final class Builder {
        private final Set<String> known = new HashSet<>();
        private final Set<String> targets = new HashSet<>();

        /** Adds the words of a phrase. */
        void add(String phrase) {
            List<String> words = new ArrayList<>(TextFolding.words(phrase));
            if (words.size() == 2) {
                // Compounds are typed as one word, too.
                words.add(words.getFirst() + words.getLast());
            }
            for (String word : words) {
                addWord(word);
                String singular = Inflection.singular(word);
                addWord(singular);
                addWord(Inflection.plural(singular));
            }
        }

        /** Adds words that are right as they are typed, though no other is corrected to them. */
        void addKnown(String phrase) {
            known.addAll(TextFolding.words(phrase));
        }

        private void addWord(String word) {
            // Short ones too: what is known needs no correction, though nothing is corrected to it.
            known.add(word);
            targets.add(word);
        }

        SpellingIndex build() {
            String[] words = known.toArray(String[]::new);
            Arrays.sort(words);
            Postings.Builder rests = new Postings.Builder();
            for (int i = 0; i < words.length; i++) {
                String letters = letters(words[i]);
                boolean hangul = letters.length() > words[i].length();
                if (!targets.contains(words[i])
                        || letters.length() < (hangul ? MIN_LETTERS - 1 : MIN_LETTERS)
                        || letters.length() > MAX_LETTERS) {
                    continue;
                }
                for (String rest : deletes(letters)) {
                    rests.add(rest, i);
                }
            }
            return new SpellingIndex(words, rests.build());
        }
    }

    /** The one known word within one slip of the typed one, or null when there is none or a choice. */
    @Nullable
    String correct(String typed) {
        String letters = letters(typed);
        // Two syllables are one letter away from too many others, unless they sound alike: 무쇄 and 무쇠.
        boolean onlyAlike = letters.length() > typed.length() && typed.length() < 3;
        if (typed.length() < 2
                || letters.length() < MIN_LETTERS - 1
                || letters.length() > MAX_LETTERS
                || Arrays.binarySearch(words, typed) >= 0) {
            return null;
        }
        Set<String> candidates = new HashSet<>();
        for (String delete : deletes(letters)) {
            rests.forEach(delete, i -> {
                String word = letters(words[i]);
                if (slips(letters, word) == 1 && (onlyAlike ? alike(letters, word) : plausible(letters, word))) {
                    candidates.add(words[i]);
                }
            });
        }
        if (candidates.size() > 1) {
            Set<String> stems = new HashSet<>();
            candidates.forEach(c -> stems.add(Inflection.singular(c)));
            if (stems.size() > 1) {
                candidates.removeIf(c -> c.length() != typed.length());
            }
        }
        Set<String> stems = new HashSet<>();
        candidates.forEach(c -> stems.add(Inflection.singular(c)));
        return stems.size() == 1 ? candidates.stream().sorted().iterator().next() : null;
    }

    /**
     * Whether one word is likely a slip for the other and not simply another word: the first letter is seldom mistyped,
     * and in short words one letter for another makes too many true words ("mower" and "power").
     */
    private static boolean plausible(String typed, String word) {
        if (typed.charAt(0) != word.charAt(0)) {
            return false;
        }
        boolean swapped = typed.length() == word.length() && sorted(typed).equals(sorted(word));
        return typed.length() != word.length() || swapped || typed.length() > 6;
    }

    /** Whether two words differ in one vowel that most speakers say alike. */
    private static boolean alike(String typed, String word) {
        if (typed.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < typed.length(); i++) {
            char a = typed.charAt(i);
            char b = word.charAt(i);
            if (a != b) {
                return ALIKE.stream().anyMatch(set -> set.indexOf(a) >= 0 && set.indexOf(b) >= 0);
            }
        }
        return false;
    }

    private static String sorted(String letters) {
        char[] chars = letters.toCharArray();
        Arrays.sort(chars);
        return new String(chars);
    }

    private static Set<String> deletes(String letters) {
        Set<String> deletes = new HashSet<>();
        deletes.add(letters);
        for (int i = 0; i < letters.length(); i++) {
            deletes.add(letters.substring(0, i) + letters.substring(i + 1));
        }
        return deletes;
    }

    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0xAC00 && c <= 0xD7A3) {
                int index = c - 0xAC00;
                letters.append((char) (0x1100 + index / 588)).append((char) (0x1161 + index % 588 / 28));
                if (index % 28 != 0) {
                    letters.append((char) (0x11A7 + index % 28));
                }
            } else {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** Damerau and Levenshtein's distance with neighbours swapped as one slip; 2 stands for any more. */
    private static int slips(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return 2;
        }
        int start = 0;
        int least = Math.min(a.length(), b.length());
        while (start < least && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int restA = endA - start;
        int restB = endB - start;
        if (restA <= 1 && restB <= 1) {
            return Math.max(restA, restB);
        }
        boolean swapped = restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return swapped ? 1 : 2;
    }
}
