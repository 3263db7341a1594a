package ai.adcio.agent;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three bands of price, each with about as many candidates, at round amounts. */
final class PriceBands {
    private static final int BANDS = 3;
    private static final int MOST_DIGITS = 2;

    private PriceBands() {}

    /** The bands from the cheapest up; empty when the prices are too alike. */
    static List<Constraint> of(List<Product> candidates, CatalogCapabilities capabilities) {
        if (capabilities.currencies().isEmpty()) {
            return List.of();
        }
        Currency currency = capabilities.currencies().getFirst();
        List<BigDecimal> amounts = candidates.stream()
                .flatMap(p -> Fields.numbers(p, Fields.PRICE, currency).stream())
                .sorted()
                .toList();
        if (amounts.size() < BANDS) {
            return List.of();
        }
        BigDecimal third = amounts.get(amounts.size() / BANDS);
        BigDecimal twoThirds = amounts.get(amounts.size() * 2 / BANDS);
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal low = round(third, digits);
            BigDecimal high = round(twoThirds, digits);
            if (low.compareTo(amounts.getFirst()) > 0
                    && low.compareTo(high) < 0
                    && high.compareTo(amounts.getLast()) < 0) {
                return List.of(
                        band(null, new Bound(low, false), currency),
                        band(new Bound(low, true), new Bound(high, true), currency),
                        band(new Bound(high, false), null, currency));
            }
        }
        return List.of();
    }

    private static BigDecimal round(BigDecimal amount, int digits) {
        BigDecimal rounded = amount.round(new MathContext(digits, RoundingMode.HALF_UP));
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private static Constraint band(@Nullable Bound lower, @Nullable Bound upper, Currency currency) {
        return new Constraint.Range("", Fields.PRICE, lower, upper, currency);
    }
}
