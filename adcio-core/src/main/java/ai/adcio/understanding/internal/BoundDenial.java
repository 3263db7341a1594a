package ai.adcio.understanding.internal;

import java.util.List;

/** Which bounds of a turn are denied, so that their other side is meant: "nothing over 30", 3만원 넘는 건 싫어요. */
final class BoundDenial {
    private static final int REACH = 4;

    private final List<Piece> pieces;

    BoundDenial(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** Where a comparison is denied with idle words between: "let us not go above", "nothing rated lower than"; or -1. */
    int before(int comparison) {
        boolean idle = true;
        for (int j = comparison - 1; j >= Math.max(0, comparison - REACH); j--) {
            Piece piece = pieces.get(j);
            boolean drops = piece.is("neg") || Denial.hides(piece);
            if (negates(piece) || idle && drops && !piece.hangul()) {
                return j;
            }
            idle &= piece.is("fn")
                    || piece.is("plain")
                    || piece.is("polite")
                    || piece.is("rating")
                    || piece.is("price")
                    || piece.is("thing");
            if (piece.content() && !piece.hangul()) {
                // "Hide the kettles over $30" hides what it names.
                int hiding = j - 1;
                while (hiding > 0 && pieces.get(hiding).is("fn")) {
                    hiding--;
                }
                if (hiding >= 0 && Denial.hides(pieces.get(hiding))) {
                    return hiding;
                }
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
        String text = piece.text();
        return !piece.hangul()
                && (piece.is("neg") && (text.startsWith("no") || text.startsWith("never"))
                        || text.endsWith("n't")
                        || text.equals("cannot"));
    }

    /** Where a comparison and the things that it holds for are denied, or -1. */
    int after(int comparison) {
        String compared = pieces.get(comparison).text();
        boolean things = compared.endsWith("은") || compared.endsWith("는");
        for (int j = comparison + 1; j < Math.min(pieces.size(), comparison + 1 + REACH); j++) {
            Piece piece = pieces.get(j);
            boolean asks = piece.is("carry") && piece.text().startsWith("없");
            if (things && !asks && (piece.is("negpost") || piece.is("hide"))) {
                return j;
            }
            things |= piece.is("thing")
                    || piece.text().equals("은")
                    || piece.text().equals("는")
                    || piece.is("end")
                            && (piece.text().startsWith("거") || piece.text().startsWith("것"));
            if (!piece.is("thing") && !piece.is("end") && !piece.is("polite")) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a number is only said to be replaced by another one of the turn. */
    boolean takesBack(int i) {
        boolean behind = i + 1 < pieces.size()
                && pieces.get(i + 1).hangul()
                && pieces.get(i + 1).is("negpost")
                && pieces.get(i + 1).is("instead");
        boolean before = i > 0
                && (pieces.get(i - 1).text().equals("instead of")
                        || pieces.get(i - 1).text().equals("rather than"));
        return (behind || before)
                && pieces.stream().filter(p -> p.quantity() != null).count() > 1;
    }
}
