package ai.adcio.understanding.internal;

import java.util.List;

/** Which bounds of a turn are denied, so that their other side is meant: "nothing over 30", 3만원 넘는 건 싫어요. */
final class BoundDenial {
    private static final int REACH = 5;

    private final List<Piece> pieces;

    BoundDenial(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * Where a comparison is denied with idle words or a kind between: "let us not go above", "nothing rated lower than",
     * "no kettles over"; or -1.
     */
    int before(int comparison) {
        boolean idle = true;
        boolean kind = false;
        // "No red kettles over $30" is about the price; "no red kettles under $30" is about the colour.
        boolean upwards =
                pieces.get(comparison).is("bound.gt") || pieces.get(comparison).is("bound.ge");
        for (int j = comparison - 1; j >= Math.max(0, comparison - REACH); j--) {
            Piece piece = pieces.get(j);
            boolean drops = piece.is("neg") || piece.is("hide");
            if (negates(piece) && !(kind && j > 0 && pieces.get(j - 1).is("carry"))
                    || drops && (idle && !piece.hangul() || kind && piece.is("hide"))) {
                return j;
            }
            idle &= piece.is("fn")
                    || piece.is("plain")
                    || piece.is("polite")
                    || piece.is("rating")
                    || piece.is("price")
                    || piece.is("thing");
            boolean sort = upwards && piece.first(Meaning.Value.class) != null;
            if ((!kind && piece.first(Meaning.Kind.class) != null || kind && sort) && !piece.hangul()) {
                kind = true;
                continue;
            }
            // Whatever is said between belongs to the denial, but for names and the next clause: "not a cent over".
            if (piece.mark() || piece.hangul() || piece.quantity() != null || piece.content() || piece.is("or")) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a word denies a whole clause, as "skip" and "forget" do not. */
    private static boolean negates(Piece piece) {
        if (piece.hangul()) {
            return false;
        }
        String text = piece.text();
        boolean clause = text.startsWith("no")
                || text.startsWith("never")
                || text.indexOf(' ') > 0 && (text.contains("n't ") || text.contains(" not") || text.contains("dont "));
        return piece.is("neg") && clause || text.endsWith("n't") || text.equals("cannot");
    }

    /** Where a comparison and the things or the kind that it holds for are denied, or -1. */
    int after(int comparison) {
        String compared = pieces.get(comparison).text();
        boolean things = compared.endsWith("은")
                || compared.endsWith("는")
                || comparison + 1 < pieces.size() && pieces.get(comparison + 1).is("negpost");
        boolean kind = false;
        for (int j = comparison + 1; j < Math.min(pieces.size(), comparison + 1 + REACH); j++) {
            Piece piece = pieces.get(j);
            boolean asks = piece.is("carry") && piece.text().startsWith("없");
            boolean other = piece.is("instead") && j == comparison + 1;
            if (things && !asks && !other && (piece.is("negpost") || piece.is("hide"))) {
                return j;
            }
            things |= piece.is("thing")
                    || piece.text().equals("은")
                    || piece.text().equals("는")
                    || piece.is("end")
                            && (piece.text().startsWith("거") || piece.text().startsWith("것"));
            if (!kind && piece.first(Meaning.Kind.class) != null) {
                // 3만원 넘는 니트는 빼줘
                kind = true;
                things = true;
                continue;
            }
            if (!piece.is("thing") && !piece.is("end") && !piece.is("polite")) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a number is only said to be replaced by another one of the turn. */
    boolean takesBack(int i) {
        int after = i + 1;
        if (after < pieces.size() && pieces.get(after).startsWith("bound.")) {
            after++;
        }
        boolean behind = after < pieces.size()
                && pieces.get(after).hangul()
                && pieces.get(after).is("negpost")
                && pieces.get(after).is("instead");
        boolean before = i > 0
                && (pieces.get(i - 1).text().equals("instead of")
                        || pieces.get(i - 1).text().equals("rather than"));
        return (behind || before)
                && pieces.stream().filter(p -> p.quantity() != null).count() > 1;
    }
}
