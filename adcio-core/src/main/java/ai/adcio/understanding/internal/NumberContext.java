package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogCapabilities;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a number of a turn and says how it bounds, and what. In English that is before it ("under 20") or
 * behind it ("20 or less"), in Korean behind it (이하, 넘는).
 */
final class NumberContext {
    private static final int REACH = 4;

    private final List<Piece> pieces;
    private final CatalogCapabilities capabilities;
    private final BoundDenial denial;
    private final boolean[] marked;

    @Nullable
    Comparison comparison;

    /** The money that a word beside the number names; that of the number itself is in its quantity. */
    @Nullable
    Currency currency;

    /** Whether the number is how many have rated a product. */
    boolean reviews;
    /** Whether a word for single things stands behind the number. */
    boolean few;
    /** Whether it is said to hold no longer: 5만원 넘어도 괜찮아. */
    boolean lifted;
    /** Which part of the ten thousands that it begins is meant: {@code span.early}, or null. */
    @Nullable
    String span;

    boolean star;
    boolean ratingWord;
    boolean price;
    boolean between;
    /** Whether the number is a place in a list. */
    boolean ordinal;

    boolean size;
    /** Whether the number counts things or time, and is no money. */
    boolean counted;

    NumberContext(List<Piece> pieces, CatalogCapabilities capabilities, BoundDenial denial) {
        this.pieces = pieces;
        this.capabilities = capabilities;
        this.denial = denial;
        this.marked = new boolean[pieces.size()];
    }

    /** Looks around the number at a position. */
    void look(int i) {
        lookRight(i);
        lookLeft(i);
        price |= currency != null;
    }

    /** Takes a piece for part of what is said of the number. */
    void mark(int i) {
        marked[i] = true;
    }

    boolean isMarked(int i) {
        return marked[i];
    }

    /** The first piece that belongs to the number; itself, when it is marked and nothing else is. */
    int first() {
        int i = 0;
        while (!marked[i]) {
            i++;
        }
        return i;
    }

    int last() {
        int i = marked.length - 1;
        while (!marked[i]) {
            i--;
        }
        return i;
    }

    private void lookRight(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + 1 + REACH); j++) {
            Piece piece = pieces.get(j);
            if (piece.quantity() != null) {
                return;
            }
            if (piece.is("ord.suffix")) {
                ordinal = j == i + 1;
                return;
            }
            if (piece.is("concept.size")) {
                size = true;
                return;
            }
            if (piece.is("unit.star") && j <= i + 2) {
                star = true;
                mark(j);
                continue;
            }
            if (piece.is("bound.lifted")) {
                lifted = true;
                mark(j);
                return;
            }
            if (piece.startsWith("span.")) {
                span = piece.is("span.early") ? "early" : piece.is("span.late") ? "late" : "middle";
                mark(j);
                continue;
            }
            if (piece.is("noun.reviews") && j <= i + 2) {
                reviews = true;
                mark(j);
                continue;
            }
            if (piece.is("unit.time") && j == i + 1 && !piece.is("end") && !star) {
                counted = true;
                return;
            }
            if (piece.is("unit.count") && j == i + 1 && !star) {
                counted = !ratingWord && !reviews;
                few = true;
                continue;
            }
            boolean before = !piece.hangul() || Comparison.before(piece) != null;
            if (before && j + 1 < pieces.size() && pieces.get(j + 1).quantity() != null) {
                // "over 20 and under 60": it belongs to the number behind it.
                return;
            }
            Comparison said = Comparison.behind(piece);
            boolean sum = piece.text().equals("+")
                    && j + 1 < pieces.size()
                    && pieces.get(j + 1).quantity() != null;
            if (said != null && !sum) {
                mark(j);
                int to = piece.hangul() ? denial.after(j) : -1;
                if (to > 0) {
                    mark(to);
                }
                comparison = to > 0 ? said.denied() : said;
                if (j + 1 < pieces.size()
                        && !piece.hangul()
                        && pieces.get(j + 1).is("noun.reviews")) {
                    reviews = true;
                    mark(j + 1);
                }
                return;
            }
            boolean passes = piece.is("end")
                    || piece.is("rating")
                    || piece.is("price")
                    || piece.text().equals("원");
            if (piece.is("rating")) {
                ratingWord = true;
            }
            if (!passes) {
                return;
            }
            mark(j);
        }
    }

    private void lookLeft(int i) {
        for (int j = i - 1; j >= Math.max(0, i - REACH); j--) {
            Piece piece = pieces.get(j);
            if (piece.quantity() != null) {
                return;
            }
            if (piece.is("ord.prefix")) {
                ordinal = j == i - 1;
                return;
            }
            if (piece.is("concept.size")) {
                size = true;
                return;
            }
            if (piece.is("noun.reviews") && piece.hangul() && !star) {
                reviews = true;
                mark(j);
                continue;
            }
            if (piece.is("bound.between") && comparison == null) {
                between = true;
                mark(j);
            } else if (piece.is("rating") || piece.is("unit.star") && piece.hangul()) {
                ratingWord = true;
                counted = false;
                mark(j);
            } else if (piece.is("price")) {
                price = true;
                mark(j);
            }
            if (currency == null && j == i - 1) {
                currency = currencyOf(piece);
                if (currency != null) {
                    mark(j);
                    continue;
                }
            }
            if (piece.startsWith("bound.")) {
                Comparison said = Comparison.before(piece);
                if (said != null) {
                    int from = denial.before(j);
                    for (int k = from; k >= 0 && k < j; k++) {
                        if (!pieces.get(k).content()) {
                            mark(k);
                        }
                    }
                    // 예산은 15만원이에요: a budget is a bound unless the number has one of its own.
                    comparison = comparison == null ? from >= 0 ? said.denied() : said : comparison;
                    mark(j);
                }
                continue;
            }
            boolean passes = piece.is("fn")
                    || piece.is("end")
                    || piece.is("polite")
                    || piece.is("rating")
                    || piece.is("price")
                    || piece.is("unit.star")
                    || piece.text().equals(":");
            if (!passes) {
                return;
            }
        }
    }

    /** The money that a word before a number says it is in: USD 16; null when it is none. */
    private @Nullable Currency currencyOf(Piece piece) {
        for (Currency currency : capabilities.currencies()) {
            if (piece.is("unit." + currency.getCurrencyCode())) {
                return currency;
            }
        }
        return null;
    }
}
