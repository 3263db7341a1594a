package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency. Immutable and thread safe. Two amounts are equal when currency and value are,
 * whatever the number of decimals: {@code 20} equals {@code 20.00}. The digits are kept as the feed gave them, so
 * that a card shows the record's price to the letter.
 *
 * @param amount the amount in the currency's major unit; never negative
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    /** Rejects a negative amount. */
    public Money {
        if (amount.signum() < 0) {
            throw new AdcioException("amount is " + amount.toPlainString() + "; a price is zero or more");
        }
    }

    /**
     * Reads plain digits and an ISO 4217 code, such as {@code of("19.99", "USD")}.
     *
     * @throws AdcioException when either is not what it should be; the message names it
     */
    public static Money of(String amount, String currencyCode) {
        BigDecimal value;
        try {
            value = new BigDecimal(amount.strip());
        } catch (NumberFormatException e) {
            throw new AdcioException("amount is \"" + amount + "\"; write plain digits such as \"19.99\"", e);
        }
        if (value.precision() > 30 || value.scale() > 12 || value.scale() < -12) {
            throw new AdcioException(
                    "amount has too many digits; a price has at most 18 before the point and 12 after");
        }
        try {
            return new Money(value, Currency.getInstance(currencyCode.strip()));
        } catch (IllegalArgumentException e) {
            throw new AdcioException(
                    "currency is \"" + currencyCode + "\"; write an ISO 4217 code such as \"USD\" or \"KRW\"", e);
        }
    }

    /** The amount in plain digits, never in scientific notation. */
    public String plainAmount() {
        return amount.toPlainString();
    }

    /**
     * Compares two amounts of one currency.
     *
     * @throws AdcioException when the currencies differ, as there is no order between them
     */
    @Override
    public int compareTo(Money other) {
        if (!currency.equals(other.currency)) {
            throw new AdcioException("cannot compare " + currency + " with " + other.currency + "; convert one first");
        }
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && currency.equals(that.currency) && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * amount.stripTrailingZeros().hashCode() + currency.hashCode();
    }

    @Override
    public String toString() {
        return plainAmount() + " " + currency;
    }
}
