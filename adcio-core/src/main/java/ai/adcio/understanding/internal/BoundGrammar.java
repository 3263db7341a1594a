package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads bounds of prices and ratings: a number with words of comparison around it. In English those stand before it
 * ("under 20") or behind it ("20 or less"), in Korean behind it (이하, 넘는).
 */
final class BoundGrammar {
    private static final BigDecimal BEST_RATING = BigDecimal.valueOf(5);
    private static final BigDecimal LEAST_ASKED_RATING = BigDecimal.valueOf(3);
    private static final int REACH = 4;

    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;

    BoundGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
    }

    void read() {
        for (int i = 0; i < pieces.size(); i++) {
            Quantity quantity = pieces.get(i).quantity();
            if (quantity != null && !reading.used[i]) {
                readBound(i, quantity);
            }
        }
    }

    private void readBound(int i, Quantity quantity) {
        Context context = new Context();
        lookRight(i, context);
        lookLeft(i, context);
        if (context.ordinal || context.size) {
            return;
        }
        boolean rating = context.currency == null && isRating(quantity, context);
        context.price |= context.currency != null;
        if (!rating && quantity.currency() == null && context.counted) {
            return;
        }
        int second = quantity.upper() == null ? secondOfRange(i, context) : -1;
        if (second >= 0 && second + 1 < pieces.size() && pieces.get(second + 1).is("unit.star")) {
            context.star = true;
            context.mark(second + 1);
            rating = quantity.currency() == null && quantity.value().compareTo(BEST_RATING) <= 0;
        }
        if (!rating
                && quantity.currency() == null
                && context.comparison == null
                && second < 0
                && !(quantity.upper() != null && context.price)
                && !context.price) {
            return;
        }
        if (rating && context.comparison == null && !context.star && !context.ratingWord) {
            return;
        }
        String field = rating ? Fields.RATING : Fields.PRICE;
        Currency currency = rating ? null : quantity.currency() == null ? vocabulary.currency() : quantity.currency();
        BigDecimal upper = quantity.upper();
        if (second >= 0) {
            Quantity other = pieces.get(second).quantity();
            if (other != null) {
                upper = other.value();
                currency = rating || other.currency() == null ? currency : other.currency();
                context.mark(second);
            }
        }
        context.mark(i);
        if (takenBack(i)) {
            // "2만원 말고 6만원까지", "30 instead of 35": a number denied for another one is no bound.
            reading.used[i] = true;
            return;
        }
        if (currency != null && !vocabulary.capabilities().currencies().contains(currency)) {
            setAside(i, context);
            return;
        }
        Range range = upper == null
                ? single(quantity, context, field, currency, rating, text(context))
                : new Range(text(context), field, new Bound(quantity.value(), true), new Bound(upper, true), currency);
        for (int j = 0; j < pieces.size(); j++) {
            if (context.marked[j]) {
                reading.used[j] = true;
            }
        }
        reading.bounds.add(range);
        reading.boundsAt.add(i);
    }

    /** A budget in money that no price is in says nothing of the prices; rates change, and none is known here. */
    private void setAside(int i, Context context) {
        String text = text(context);
        for (int j = 0; j < pieces.size(); j++) {
            reading.used[j] |= context.marked[j];
        }
        Piece number = pieces.get(i);
        Piece wish = new Piece(number.start(), number.end(), text, List.of(), null, false, false);
        reading.unrecorded.add(new TurnReading.Named<>(i, wish, new Meaning.Unrecorded("currency")));
    }

    private static Range single(
            Quantity quantity,
            Context context,
            String field,
            @Nullable Currency currency,
            boolean rating,
            String text) {
        BigDecimal value = quantity.value();
        String comparison = context.comparison;
        if (comparison == null && quantity.decade()) {
            return new Range(text, field, new Bound(value, true), new Bound(quantity.decadeEnd(), false), currency);
        }
        if (comparison == null || comparison.equals("around")) {
            if (rating) {
                return new Range(text, field, new Bound(value, true), null, null);
            }
            if (comparison == null) {
                return new Range(text, field, null, new Bound(value, true), currency);
            }
            BigDecimal fifth = value.divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
            return new Range(
                    text, field, new Bound(value.subtract(fifth), true), new Bound(value.add(fifth), true), currency);
        }
        return switch (comparison) {
            case "lt" -> new Range(text, field, null, new Bound(value, false), currency);
            case "le" -> new Range(text, field, null, new Bound(value, true), currency);
            case "gt" -> new Range(text, field, new Bound(value, false), null, currency);
            default -> new Range(text, field, new Bound(value, true), null, currency);
        };
    }

    private static boolean isRating(Quantity quantity, Context context) {
        if (quantity.currency() != null || quantity.value().compareTo(BEST_RATING) > 0) {
            return false;
        }
        if (context.star || context.ratingWord) {
            return true;
        }
        // Nobody caps a price at 4.4, and a shop where prices start at 4 has none to look up from.
        return !context.price
                && context.comparison != null
                && (context.comparison.equals("ge") || context.comparison.equals("gt"))
                && quantity.value().compareTo(LEAST_ASKED_RATING) >= 0;
    }

    private int secondOfRange(int i, Context context) {
        int at = i + 1;
        boolean joined = false;
        while (at < pieces.size() && at <= i + 3) {
            Piece piece = pieces.get(at);
            if (piece.quantity() != null) {
                return joined && piece.quantity().upper() == null ? at : -1;
            }
            boolean word = piece.is("and")
                    || piece.is("bound.to")
                    || piece.text().equals("-")
                    || piece.text().equals("~");
            if (word && (context.between || piece.hangul() || piece.text().equals("to") || piece.mark())) {
                joined = true;
                context.mark(at);
            } else if (!piece.startsWith("unit.") && !piece.is("end")) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private void lookRight(int i, Context context) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + 1 + REACH); j++) {
            Piece piece = pieces.get(j);
            if (piece.quantity() != null) {
                return;
            }
            if (piece.is("ord.suffix")) {
                context.ordinal = j == i + 1;
                return;
            }
            if (piece.is("concept.size")) {
                context.size = true;
                return;
            }
            if (piece.is("unit.star") && j <= i + 2) {
                context.star = true;
                context.mark(j);
                continue;
            }
            if (piece.is("unit.time") && j == i + 1 && !piece.is("end") && !context.star) {
                context.counted = true;
                return;
            }
            if (piece.is("unit.count") && j == i + 1 && !context.star) {
                context.counted = !context.ratingWord;
                continue;
            }
            boolean before = !piece.hangul() || comparison(piece, false) != null;
            if (before && j + 1 < pieces.size() && pieces.get(j + 1).quantity() != null) {
                // "over 20 and under 60": it belongs to the number behind it.
                return;
            }
            String comparison = comparison(piece, true);
            boolean sum = piece.text().equals("+")
                    && j + 1 < pieces.size()
                    && pieces.get(j + 1).quantity() != null;
            if (comparison != null && !sum) {
                context.comparison = comparison;
                context.mark(j);
                int denial = piece.hangul() ? denialAfter(j) : -1;
                if (denial > 0) {
                    // 3만원 넘는 건 싫어요: what is denied is the other side.
                    context.comparison = denied(comparison);
                    context.mark(denial);
                }
                return;
            }
            boolean passes = piece.is("end")
                    || piece.is("rating")
                    || piece.is("price")
                    || piece.text().equals("원");
            if (piece.is("rating")) {
                context.ratingWord = true;
            }
            if (!passes) {
                return;
            }
            context.mark(j);
        }
    }

    /** Where a comparison is denied with idle words between: "let us not go above", "nothing rated lower than"; or -1. */
    private int denialBefore(int comparison) {
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
    private int denialAfter(int comparison) {
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

    private void lookLeft(int i, Context context) {
        for (int j = i - 1; j >= Math.max(0, i - REACH); j--) {
            Piece piece = pieces.get(j);
            if (piece.quantity() != null) {
                return;
            }
            if (piece.is("ord.prefix")) {
                context.ordinal = j == i - 1;
                return;
            }
            if (piece.is("concept.size")) {
                context.size = true;
                return;
            }
            if (piece.is("bound.between") && context.comparison == null) {
                context.between = true;
                context.mark(j);
            } else if (piece.is("rating") || piece.is("unit.star") && piece.hangul()) {
                context.ratingWord = true;
                context.counted = false;
                context.mark(j);
            } else if (piece.is("price")) {
                context.price = true;
                context.mark(j);
            }
            if (context.currency == null && j == i - 1) {
                context.currency = currencyOf(piece);
                if (context.currency != null) {
                    context.mark(j);
                    continue;
                }
            }
            if (piece.startsWith("bound.")) {
                String comparison =
                        j == i - 1 && piece.text().startsWith("and ") ? joined(piece) : comparison(piece, false);
                if (comparison != null) {
                    // 예산은 15만원이에요: a budget is a bound unless the number has one of its own.
                    int denial = denialBefore(j);
                    boolean denied = denial >= 0;
                    if (denied) {
                        for (int k = denial; k < j; k++) {
                            if (!pieces.get(k).content()) {
                                context.mark(k);
                            }
                        }
                    }
                    String said = denied ? denied(comparison) : comparison;
                    context.comparison = context.comparison == null ? said : context.comparison;
                    context.mark(j);
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

    /** Whether a number is only said to be replaced by another one of the turn. */
    private boolean takenBack(int i) {
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

    /** The money that a word before a number says it is in: USD 16; null when it is none. */
    private @Nullable Currency currencyOf(Piece piece) {
        for (Currency currency : vocabulary.capabilities().currencies()) {
            if (piece.is("unit." + currency.getCurrencyCode())) {
                return currency;
            }
        }
        return null;
    }

    /** How a piece compares the number before it (right) or behind it, or null. */
    static @Nullable String comparison(Piece piece, boolean right) {
        if (right && piece.is("bound.le.post")) {
            return "le";
        }
        if (right && piece.is("bound.ge.post")) {
            return "ge";
        }
        if (right && !piece.hangul()) {
            return null;
        }
        if (!right && piece.hangul() && !piece.is("bound.le") && !piece.is("bound.ge")) {
            return null;
        }
        if (!right && piece.hangul()) {
            // Only words such as 예산, 최대 and 최소 stand before the number they bound.
            String text = piece.text();
            return text.startsWith("예산")
                            || text.startsWith("최대")
                            || text.startsWith("많아도")
                            || text.startsWith("비싸도")
                            || text.startsWith("한도")
                    ? "le"
                    : text.startsWith("최소") || text.startsWith("적어도") ? "ge" : null;
        }
        if (piece.is("bound.around")) {
            return "around";
        }
        return piece.is("bound.lt")
                ? "lt"
                : piece.is("bound.le") ? "le" : piece.is("bound.gt") ? "gt" : piece.is("bound.ge") ? "ge" : null;
    }

    /** "and under" before a number is "under", though behind one it is "or less". */
    private static @Nullable String joined(Piece piece) {
        return piece.is("bound.le.post") ? "lt" : piece.is("bound.ge.post") ? "gt" : comparison(piece, false);
    }

    /** Nothing over 30 is at most 30. */
    private static String denied(String comparison) {
        return switch (comparison) {
            case "gt" -> "le";
            case "lt" -> "ge";
            case "ge" -> "lt";
            default -> "gt";
        };
    }

    private String text(Context context) {
        int first = -1;
        int last = -1;
        for (int j = 0; j < pieces.size(); j++) {
            if (context.marked[j]) {
                first = first < 0 ? j : first;
                last = j;
            }
        }
        return reading.text
                .slice(pieces.get(first).start(), pieces.get(last).end())
                .strip();
    }

    /** What stands around a number. */
    private final class Context {
        private final boolean[] marked = new boolean[pieces.size()];
        private @Nullable String comparison;
        private @Nullable Currency currency;
        private boolean star;
        private boolean ratingWord;
        private boolean price;
        private boolean between;
        private boolean ordinal;
        private boolean size;
        private boolean counted;

        void mark(int i) {
            marked[i] = true;
        }
    }
}
