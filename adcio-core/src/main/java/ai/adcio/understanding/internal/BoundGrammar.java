package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bounds of prices and ratings: a number with {@linkplain NumberContext words of comparison around it}. */
final class BoundGrammar {
    private static final BigDecimal BEST_RATING = BigDecimal.valueOf(5);
    private static final BigDecimal LEAST_ASKED_RATING = BigDecimal.valueOf(3);

    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;
    private final BoundDenial denial;

    BoundGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
        this.denial = new BoundDenial(pieces);
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
        NumberContext context = new NumberContext(pieces, vocabulary.capabilities(), denial);
        context.look(i);
        if (context.ordinal || context.size) {
            return;
        }
        if (context.lifted) {
            lift(i, context);
            return;
        }
        if (countsReviews(quantity, context)) {
            readReviewCount(i, quantity, context);
            return;
        }
        boolean rating = context.currency == null && isRating(quantity, context);
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
        Currency currency = rating ? null : currency(quantity, context);
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
        if (denial.takesBack(i)) {
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
        useMarked(context);
        reading.bounds.add(range);
        reading.boundsAt.add(i);
    }

    /** 5만원 넘어도 괜찮아: the price is bounded no longer. */
    private void lift(int i, NumberContext context) {
        context.mark(i);
        useMarked(context);
        reading.relaxed.add("price");
    }

    /** "At least 100 reviews": how many have rated it, unless the number is a rating itself. */
    private boolean countsReviews(Quantity quantity, NumberContext context) {
        boolean rates = !context.few
                && (quantity.value().scale() > 0 || quantity.value().compareTo(BEST_RATING) <= 0);
        return context.reviews
                && !context.star
                && !context.ordinal
                && !rates
                && quantity.currency() == null
                && context.currency == null
                && vocabulary.capabilities().records(Fields.RATING_COUNT);
    }

    private void readReviewCount(int i, Quantity quantity, NumberContext context) {
        context.mark(i);
        useMarked(context);
        Comparison said = context.comparison;
        Comparison bounds = said == null || said == Comparison.ABOUT ? Comparison.AT_LEAST : said;
        reading.bounds.add(bounds.range(text(context), Fields.RATING_COUNT, quantity.value(), null));
        reading.boundsAt.add(i);
    }

    private void useMarked(NumberContext context) {
        for (int j = 0; j < pieces.size(); j++) {
            reading.used[j] |= context.isMarked(j);
        }
    }

    /** A budget in money that no price is in says nothing of the prices; rates change, and none is known here. */
    private void setAside(int i, NumberContext context) {
        String text = text(context);
        useMarked(context);
        Piece number = pieces.get(i);
        Piece wish = new Piece(number.start(), number.end(), text, List.of(), null, false, false);
        reading.unrecorded.add(new TurnReading.Named<>(i, wish, new Meaning.Unrecorded("currency")));
    }

    private static Range single(
            Quantity quantity,
            NumberContext context,
            String field,
            @Nullable Currency currency,
            boolean rating,
            String text) {
        BigDecimal value = quantity.value();
        Comparison comparison = context.comparison;
        if (context.span != null && comparison == null) {
            return part(quantity, context.span, field, currency, text);
        }
        if (comparison == null && quantity.decade()) {
            return new Range(text, field, new Bound(value, true), new Bound(quantity.decadeEnd(), false), currency);
        }
        if (rating && (comparison == null || comparison == Comparison.ABOUT)) {
            return Comparison.AT_LEAST.range(text, field, value, null);
        }
        if (comparison == Comparison.ABOUT) {
            BigDecimal fifth = value.divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
            return new Range(
                    text, field, new Bound(value.subtract(fifth), true), new Bound(value.add(fifth), true), currency);
        }
        return (comparison == null ? Comparison.AT_MOST : comparison).range(text, field, value, currency);
    }

    /** 3만원 초반 is up to 3만 4천, 5만원대 후반 from 5만 6천 on: parts of what the leading figure leaves open. */
    private static Range part(Quantity quantity, String span, String field, @Nullable Currency currency, String text) {
        BigDecimal from = quantity.value();
        BigDecimal step =
                BigDecimal.ONE.scaleByPowerOfTen(-from.stripTrailingZeros().scale());
        BigDecimal tenth = step.movePointLeft(1);
        int lower = span.equals("early") ? 0 : span.equals("middle") ? 3 : 6;
        int upper = span.equals("early") ? 4 : span.equals("middle") ? 7 : 10;
        return new Range(
                text,
                field,
                new Bound(from.add(tenth.multiply(BigDecimal.valueOf(lower))), true),
                new Bound(from.add(tenth.multiply(BigDecimal.valueOf(upper))), false),
                currency);
    }

    private static boolean isRating(Quantity quantity, NumberContext context) {
        if (quantity.currency() != null || quantity.value().compareTo(BEST_RATING) > 0) {
            return false;
        }
        if (context.star || context.ratingWord) {
            return true;
        }
        // Nobody caps a price at 4.4, and a shop where prices start at 4 has none to look up from.
        return !context.price
                && (context.comparison == Comparison.AT_LEAST || context.comparison == Comparison.ABOVE)
                && quantity.value().compareTo(LEAST_ASKED_RATING) >= 0;
    }

    private int secondOfRange(int i, NumberContext context) {
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

    private @Nullable Currency currency(Quantity quantity, NumberContext context) {
        if (quantity.currency() != null) {
            return quantity.currency();
        }
        return context.currency == null ? vocabulary.currency() : context.currency;
    }

    private String text(NumberContext context) {
        return reading.text
                .slice(
                        pieces.get(context.first()).start(),
                        pieces.get(context.last()).end())
                .strip();
    }
}
