package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money as feeds write them. */
final class MoneyText {
    private static final Pattern CODED =
            Pattern.compile("(?<before>\\p{L}{3}(?!\\p{L}))?\\s*(?<amount>.*?)\\s*(?<after>(?<!\\p{L})\\p{L}{3})?");
    // BigDecimal takes exponents and signs as well, which no price list writes on purpose.
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?|\\.\\d+");

    private static final int LONGEST = 100;
    private static final String NO_PRICE =
            "is no price; write plain digits and the currency's code, such as \"19.99 USD\"";

    private MoneyText() {}

    /**
     * Reads an amount with its currency's code, such as {@code 19.99 USD}; the code may also stand before it.
     *
     * @param usual the currency of an amount without a code, or null when it must have one
     */
    static Money parse(String text, @Nullable Currency usual, String field) throws RowProblem {
        if (text.length() > LONGEST) {
            throw new RowProblem(field, text, NO_PRICE);
        }
        Matcher parts = CODED.matcher(text.replace('\u00a0', ' ').strip());
        // Matches whatever there is, as both codes are optional and any text is an amount.
        boolean matches = parts.matches();
        String before = matches ? parts.group("before") : null;
        String after = matches ? parts.group("after") : null;
        String code = before == null ? after : before;
        if (before != null && after != null) {
            throw new RowProblem(field, text, "names two currencies; write one, such as \"19.99 USD\"");
        }
        String amount = matches ? parts.group("amount") : text;
        if (code == null) {
            if (usual == null && PLAIN.matcher(amount).matches()) {
                throw new RowProblem(field, text, "names no currency; write its code behind it, such as \"19.99 USD\"");
            }
            return plain(amount, text, usual == null ? Currency.getInstance("USD") : usual, field);
        }
        requirePlain(amount, text, field);
        return parse(amount, code.toUpperCase(Locale.ROOT), field, field);
    }

    /** Reads an amount that stands without a currency. */
    static Money plain(String text, Currency currency, String field) throws RowProblem {
        return plain(text.strip(), text, currency, field);
    }

    private static Money plain(String amount, String text, Currency currency, String field) throws RowProblem {
        requirePlain(amount, text, field);
        return parse(amount, currency.getCurrencyCode(), field, field);
    }

    private static void requirePlain(String amount, String text, String field) throws RowProblem {
        if (!PLAIN.matcher(amount).matches()) {
            throw new RowProblem(
                    field,
                    text,
                    amount.indexOf(',') >= 0
                            ? "has a comma; write a point before the decimals and nothing between the thousands, such as"
                                    + " \"1299.00\""
                            : NO_PRICE);
        }
    }

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
