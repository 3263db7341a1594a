package ai.adcio.understanding.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/** Singular and plural of English words, by their spelling alone. */
final class Inflection {
    /** Names that without their s are other words: shorts are not short. */
    private static final Set<String> PLURAL_ONLY = Set.of(
            "shorts", "glasses", "jeans", "tights", "clothes", "briefs", "scrubs", "heels", "flats", "blinds", "blues",
            "tops", "series", "species");

    /** Names in -ie, whose plural looks like that of a name in -y. */
    private static final Set<String> IN_IE = Set.of(
            "hoodies",
            "cookies",
            "movies",
            "brownies",
            "smoothies",
            "selfies",
            "beanies",
            "onesies",
            "zombies",
            "undies",
            "veggies",
            "calories",
            "booties",
            "budgies",
            "pixies",
            "cuties",
            "birdies",
            "foodies",
            "freebies",
            "sweeties",
            "barbies",
            "magpies",
            "neckties",
            "bowties",
            "pies",
            "ties",
            "genies",
            "collies",
            "kiddies",
            "goalies");

    private Inflection() {}

    /** The singular of a folded word; the word itself when it is none in the plural. */
    static String singular(String word) {
        int n = word.length();
        if (PLURAL_ONLY.contains(word)) {
            return word;
        }
        if (n < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (IN_IE.contains(word)) {
            return word.substring(0, n - 1);
        }
        if (word.endsWith("ies") && n > 4) {
            return word.substring(0, n - 3) + "y";
        }
        if (word.endsWith("ves") && n > 4) {
            return switch (word) {
                case "knives", "wives", "lives" -> word.substring(0, n - 3) + "fe";
                case "shelves", "scarves", "wolves", "leaves", "halves", "loaves" -> word.substring(0, n - 3) + "f";
                default -> word.substring(0, n - 1);
            };
        }
        if (word.endsWith("sses")
                || word.endsWith("xes")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || word.endsWith("zzes")) {
            return word.substring(0, n - 2);
        }
        return word.substring(0, n - 1);
    }

    /** The plural of a folded word in the singular. */
    static String plural(String word) {
        if (word.isEmpty() || !(word.charAt(word.length() - 1) >= 'a' && word.charAt(word.length() - 1) <= 'z')) {
            return word;
        }
        if (PLURAL_ONLY.contains(word)) {
            return word;
        }
        if (word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")) {
            return word + "es";
        }
        if (word.endsWith("y") && word.length() > 2 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + "s";
    }

    /** A phrase as given, and with its last word in the singular and in the plural. */
    static Set<String> variants(String phrase) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(phrase);
        int cut = phrase.lastIndexOf(' ') + 1;
        String singular = singular(phrase.substring(cut));
        variants.add(phrase.substring(0, cut) + singular);
        variants.add(phrase.substring(0, cut) + plural(singular));
        return variants;
    }
}
