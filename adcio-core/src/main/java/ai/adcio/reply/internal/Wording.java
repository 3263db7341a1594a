package ai.adcio.reply.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;

/** How values are written for shoppers of one language. Every number comes from a record or was computed. */
public final class Wording {
    private static final Map<String, String> SYMBOLS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
    private static final int MAX_VALUE = 120;

    private final Phrases phrases;

    /** Writes in the language of the phrases. */
    public Wording(Phrases phrases) {
        this.phrases = phrases;
    }

    /** An amount of money with its currency, such as {@code $19.99} or {@code 29,000원}. */
    public String money(Money money) {
        String code = money.currency().getCurrencyCode();
        String digits = number(money.amount(), Math.max(money.amount().scale(), 0));
        if (code.equals("KRW")) {
            return phrases.language().equals(Language.KOREAN) ? digits + "원" : "₩" + digits;
        }
        String symbol = SYMBOLS.get(code);
        return symbol == null ? digits + " " + code : symbol + digits;
    }

    /** A number with grouping and without needless decimals. */
    public String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return number(plain, Math.max(0, Math.min(plain.scale(), 2)));
    }

    /** A rating with one or two decimals. */
    public String rating(double value) {
        return number(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }

    /** What a record holds in a field, for reading; empty when it holds nothing. */
    public String value(Product product, String field) {
        return switch (field) {
            case Fields.PRICE -> product.price() == null ? "" : money(product.price());
            case Fields.LIST_PRICE -> product.listPrice() == null ? "" : money(product.listPrice());
            case Fields.RATING ->
                product.rating() == null
                        ? ""
                        : phrases.say(
                                "value.rating",
                                rating(product.rating().value()),
                                number(BigDecimal.valueOf(product.rating().count())));
            case Fields.AVAILABILITY ->
                phrases.say("value.availability." + product.availability().schemaOrgName());
            default -> values(Fields.texts(product, field));
        };
    }

    /** Values in a row, cut short when they would fill the page. */
    public String values(List<String> values) {
        return shorten(String.join(", ", values));
    }

    /** Text on one line, cut at a word when it is long. */
    public static String shorten(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.length() <= MAX_VALUE) {
            return line;
        }
        int cut = line.lastIndexOf(' ', MAX_VALUE);
        int end = cut > MAX_VALUE / 2 ? cut : MAX_VALUE;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    private String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(phrases.language().locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
