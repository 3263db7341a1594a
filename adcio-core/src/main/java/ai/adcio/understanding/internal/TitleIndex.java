package ai.adcio.understanding.internal;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.ProductRecords;
import ai.adcio.catalog.TextFolding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which titles may hold a phrase as {@link TextFolding#containsPhrase} reads it, so that a turn looks at a few records and
 * not at all of them. Immutable and thread safe.
 */
final class TitleIndex {
    // Words are letters and digits; this keeps their pairs of syllables apart from them.
    private static final char GRAM = '\u0001';

    private final String[] ids;
    private final Postings titles;

    private TitleIndex(String[] ids, Postings titles) {
        this.ids = ids;
        this.titles = titles;
    }

    /** The id of the one product whose title holds the phrase, or null when none or more than one does. */
    @Nullable
    String only(String phrase, ProductRecords records) {
        BitSet candidates = candidates(phrase);
        String only = null;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Product product = records.get(ids[i]);
            if (product != null && TextFolding.containsPhrase(product.title(), phrase)) {
                if (only != null) {
                    return null;
                }
                only = product.id();
            }
        }
        return only;
    }

    /** At least how many titles hold every one of the words, in the singular or the plural, wherever they stand. */
    int countAll(List<String> words) {
        BitSet candidates = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            String singular = Inflection.singular(words.get(i));
            narrow(candidates, i == 0, List.of(words.get(i), singular, Inflection.plural(singular)));
        }
        return candidates.cardinality();
    }

    /** The positions of at least all titles that hold the phrase. */
    private BitSet candidates(String phrase) {
        List<String> words = TextFolding.words(phrase);
        BitSet inOrder = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            narrow(inOrder, i == 0, List.of(word, word + "s", word + "es"));
        }
        BitSet joined = new BitSet();
        List<String> grams = grams(words);
        for (int i = 0; i < grams.size(); i++) {
            narrow(joined, i == 0, List.of(grams.get(i)));
        }
        inOrder.or(joined);
        return inOrder;
    }

    private void narrow(BitSet candidates, boolean first, List<String> forms) {
        BitSet found = new BitSet();
        forms.forEach(form -> titles.forEach(form, found::set));
        if (first) {
            candidates.or(found);
        } else {
            candidates.and(found);
        }
    }

    /**
     * Each Hangul syllable of the joined words with what follows it, as a phrase of Hangul also stands inside a longer
     * word; a single syllable by itself. Empty when there is none.
     */
    private static List<String> grams(List<String> words) {
        String joined = String.join("", words);
        List<String> grams = new ArrayList<>();
        for (int i = 0; i < joined.length(); i++) {
            if (UnicodeScript.of(joined.charAt(i)) == UnicodeScript.HANGUL && (i + 1 < joined.length() || i == 0)) {
                grams.add(GRAM + joined.substring(i, Math.min(i + 2, joined.length())));
            }
        }
        return grams;
    }

    /** Collects titles in the catalogue's order. Used once; not thread safe. */
    static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private final Postings.Builder titles = new Postings.Builder();

        void add(Product product) {
            List<String> words = TextFolding.words(product.title());
            Set<String> keys = new HashSet<>(words);
            for (String gram : grams(words)) {
                keys.add(gram);
                // A phrase of one syllable is looked for by that alone.
                keys.add(gram.substring(0, 2));
            }
            if (!words.isEmpty()) {
                String last = words.getLast();
                if (UnicodeScript.of(last.charAt(last.length() - 1)) == UnicodeScript.HANGUL) {
                    keys.add(GRAM + last.substring(last.length() - 1));
                }
            }
            keys.forEach(key -> titles.add(key, ids.size()));
            ids.add(product.id());
        }

        TitleIndex build() {
            return new TitleIndex(ids.toArray(String[]::new), titles.build());
        }
    }
}
