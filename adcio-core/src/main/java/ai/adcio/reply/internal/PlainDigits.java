package ai.adcio.reply.internal;

import ai.adcio.catalog.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Numbers for machines: plain digits, no grouping, no decimals that say nothing. Stateless and thread safe. */
public final class PlainDigits {
    private PlainDigits() {}

    /** A number that is no amount of money. */
    public static String number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** An amount that was said or computed: no decimals when it is whole, else as many as the currency has. */
    public static String amount(BigDecimal value, @Nullable Currency currency) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() <= 0 || currency == null) {
            return number(value);
        }
        int decimals = Math.max(stripped.scale(), currency.getDefaultFractionDigits());
        return stripped.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** A record's amount to the letter, but that a currency without minor units has no zeros in their place. */
    public static String recorded(Money money) {
        boolean whole = money.amount().stripTrailingZeros().scale() <= 0;
        return whole && money.currency().getDefaultFractionDigits() == 0 ? number(money.amount()) : money.plainAmount();
    }
}
