package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Money;
import java.util.Currency;

/** Amounts of money as feeds write them. */
final class MoneyText {
    private MoneyText() {}

    /** Reads plain digits and a currency code; the paths name the two parts in a problem. */
    static Money parse(String amount, String currency, String amountPath, String currencyPath) throws RowProblem {
        try {
            Currency.getInstance(currency.strip());
        } catch (IllegalArgumentException e) {
            throw new RowProblem(currencyPath, currency, "is no ISO 4217 code; write one such as \"USD\" or \"KRW\"");
        }
        try {
            return Money.of(amount, currency);
        } catch (AdcioException e) {
            throw new RowProblem(
                    amountPath,
                    amount,
                    "is no price; write plain digits such as \"19.99\", zero or more, at most 18 before the point and"
                            + " 12 after");
        }
    }
}
