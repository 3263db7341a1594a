package ai.adcio.understanding.internal;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads degrees that are put together from their parts in any order: "rating" and "highest" and "most" give an extreme
 * (별점 젤 높은), the same with "more" a comparison (별점이 더 높은 거). What the word lists know as one phrase is read
 * there.
 */
final class DegreeGrammar {
    private static final int REACH = 4;

    private final TurnReading reading;
    private final List<Piece> pieces;

    DegreeGrammar(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    void read() {
        if (reading.superlative == null) {
            readExtremes();
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean most = piece.is("deg.most");
            if (!most && !piece.is("deg.more")) {
                continue;
            }
            int adjective = adjectiveAfter(i);
            if (adjective < 0) {
                continue;
            }
            SortOrder order = order(pieces.get(adjective), noun(i, adjective));
            if (order == null) {
                continue;
            }
            reading.used[i] = true;
            reading.used[adjective] = true;
            if (most) {
                reading.superlative = order;
            } else {
                reading.tags.add(comparison(order));
            }
        }
    }

    /** "The biggest pile of reviews", "rate best", "costs the most": an extreme and what it is of, in either order. */
    private void readExtremes() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean top = piece.is("deg.top");
            if (!top && !piece.is("deg.bottom") || piece.quantity() != null) {
                continue;
            }
            for (int distance = 1; distance <= REACH; distance++) {
                SortOrder order = extreme(i, i + distance, top);
                order = order == null ? extreme(i, i - distance, top) : order;
                if (order != null) {
                    reading.superlative = order;
                    reading.used[i] = true;
                    return;
                }
            }
        }
    }

    private @Nullable SortOrder extreme(int degree, int noun, boolean top) {
        if (noun < 0 || noun >= pieces.size() || !idleBetween(Math.min(degree, noun), Math.max(degree, noun))) {
            return null;
        }
        Piece piece = pieces.get(noun);
        if (piece.is("noun.reviews") && pieces.get(degree).text().contains("best")) {
            return new SortOrder(Fields.RATING, false);
        }
        if (piece.is("noun.reviews")) {
            return new SortOrder(Fields.RATING_COUNT, !top);
        }
        if (piece.is("noun.rating") || piece.is("rating") && piece.hangul()) {
            boolean numbers = noun + 1 < pieces.size() && pieces.get(noun + 1).quantity() != null;
            return numbers ? null : new SortOrder(Fields.RATING, !top);
        }
        // "The best price" is the lowest one.
        boolean lowest = !top || pieces.get(degree).text().contains("best");
        return piece.is("noun.price") ? new SortOrder(Fields.PRICE, lowest) : null;
    }

    private boolean idleBetween(int first, int last) {
        for (int j = first + 1; j < last; j++) {
            Piece piece = pieces.get(j);
            if (piece.mark() || piece.quantity() != null || piece.content() || piece.startsWith("bound.")) {
                return false;
            }
        }
        return true;
    }

    private int adjectiveAfter(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + REACH); j++) {
            Piece piece = pieces.get(j);
            if (piece.startsWith("deg.") && !piece.is("deg.most") && !piece.is("deg.more")) {
                return j;
            }
            boolean passes = piece.is("rating")
                    || piece.is("reviews")
                    || piece.is("price")
                    || piece.is("end")
                    || piece.first(Meaning.FieldName.class) != null;
            if (!passes) {
                return -1;
            }
        }
        return -1;
    }

    /** What is high or low: the noun between the two words, or before them. */
    private String noun(int degree, int adjective) {
        for (int j = adjective - 1; j >= Math.max(0, degree - REACH); j--) {
            Piece piece = pieces.get(j);
            // Reviews first: the number of ratings is theirs, and "rating" may be part of their name.
            if (piece.is("reviews")) {
                return "reviews";
            }
            if (piece.is("rating")) {
                return "rating";
            }
            if (piece.is("price")) {
                return "price";
            }
            if (j < degree && !piece.is("end")) {
                break;
            }
        }
        return "";
    }

    private static @Nullable SortOrder order(Piece adjective, String noun) {
        if (adjective.is("deg.cheap")) {
            return new SortOrder(Fields.PRICE, true);
        }
        if (adjective.is("deg.dear")) {
            return new SortOrder(Fields.PRICE, false);
        }
        if (adjective.is("deg.many")) {
            return noun.isEmpty() || noun.equals("price") ? null : new SortOrder(Fields.RATING_COUNT, false);
        }
        boolean up = adjective.is("deg.high") || adjective.is("deg.good");
        return switch (noun) {
            case "price" -> new SortOrder(Fields.PRICE, !up);
            case "rating" -> new SortOrder(Fields.RATING, !up);
            case "reviews" ->
                adjective.is("deg.good")
                        ? new SortOrder(Fields.RATING, false)
                        : new SortOrder(Fields.RATING_COUNT, !up);
            default -> null;
        };
    }

    private static String comparison(SortOrder order) {
        if (order.field().equals(Fields.PRICE)) {
            return order.ascending() ? "cheaper" : "dearer";
        }
        return "better";
    }
}
