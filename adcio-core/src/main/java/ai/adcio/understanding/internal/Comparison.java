package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** How a number bounds: below it, above it, with it or without, or about it. */
enum Comparison {
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST,
    ABOUT;

    /** What a piece in front of a number says of it, or null: English stands there, and a few words of Korean. */
    static @Nullable Comparison before(Piece piece) {
        if (piece.hangul()) {
            return piece.is("bound.le.pre") ? AT_MOST : piece.is("bound.ge.pre") ? AT_LEAST : null;
        }
        // "and under" before a number is "under", though behind one it is "or less".
        if (piece.text().startsWith("and ")) {
            if (piece.is("bound.le.post")) {
                return BELOW;
            }
            if (piece.is("bound.ge.post")) {
                return ABOVE;
            }
        }
        return of(piece);
    }

    /** What a piece behind a number says of it, or null: Korean stands there, and English such as "or less". */
    static @Nullable Comparison behind(Piece piece) {
        if (piece.is("bound.le.post")) {
            return AT_MOST;
        }
        if (piece.is("bound.ge.post")) {
            return AT_LEAST;
        }
        if (piece.is("bound.around.post")) {
            return ABOUT;
        }
        return piece.hangul() ? of(piece) : null;
    }

    private static @Nullable Comparison of(Piece piece) {
        if (piece.is("bound.around")) {
            return ABOUT;
        }
        if (piece.is("bound.lt")) {
            return BELOW;
        }
        if (piece.is("bound.le")) {
            return AT_MOST;
        }
        if (piece.is("bound.gt")) {
            return ABOVE;
        }
        return piece.is("bound.ge") ? AT_LEAST : null;
    }

    /** What is left when it is denied: nothing over 30 is at most 30. */
    Comparison denied() {
        return switch (this) {
            case BELOW -> AT_LEAST;
            case ABOVE -> AT_MOST;
            case AT_LEAST -> BELOW;
            case AT_MOST, ABOUT -> ABOVE;
        };
    }

    /** The range on one side of a number; not of {@link #ABOUT}, which has two. */
    Range range(String text, String field, BigDecimal value, @Nullable Currency currency) {
        return switch (this) {
            case BELOW -> new Range(text, field, null, new Bound(value, false), currency);
            case AT_MOST -> new Range(text, field, null, new Bound(value, true), currency);
            case ABOVE -> new Range(text, field, new Bound(value, false), null, currency);
            case AT_LEAST -> new Range(text, field, new Bound(value, true), null, currency);
            case ABOUT -> throw new IllegalStateException("about a number is bounded on two sides");
        };
    }
}
