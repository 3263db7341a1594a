package ai.adcio.understanding.internal;

import java.util.Set;

/** Tells the words that hold a turn together from those that name something. */
final class Structure {
    /** Parts of the grammar that outweigh a category, brand or value of the same spelling. */
    private static final Set<String> STRUCTURAL = Set.of(
            "fn",
            "show",
            "polite",
            "thing",
            "one",
            "any",
            "with",
            "for",
            "and",
            "or",
            "end",
            "more",
            "neg",
            "negpost",
            "only",
            "price",
            "rating",
            "unit.star",
            "howmuch",
            "count",
            "back",
            "bound.le",
            "bound.le.post",
            "bound.lt",
            "bound.ge",
            "bound.gt",
            "bound.ge.post",
            "bound.to",
            "detail",
            "compare",
            "ref.it",
            "ref.this",
            "ref.these",
            "thanks",
            "hello",
            "praise",
            "carry",
            "from.brand",
            "instead",
            "newtopic",
            "reset",
            "num.2",
            "num.3",
            "ord.1",
            "ord.2",
            "ord.3",
            "ord.last",
            "cheapest",
            "dearest",
            "go",
            "unit.count",
            "plain",
            "generic");

    private Structure() {}

    /**
     * Whether a piece has a part in the grammar that outweighs a name of the same spelling. A word that bounds a number
     * has none where there is no number, so that a shop sells caps and tops.
     */
    static boolean is(Piece piece) {
        Meaning.Kind kind = piece.first(Meaning.Kind.class);
        boolean sold = kind != null && kind.exact();
        for (Meaning meaning : piece.meanings()) {
            if (meaning instanceof Meaning.Tag tag
                    && STRUCTURAL.contains(tag.name())
                    && !(sold && tag.name().startsWith("bound."))) {
                return true;
            }
        }
        return false;
    }
}
