package ai.adcio.reply.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are written for shoppers of one language. Every number comes from a record or was computed. */
public final class Wording {
    private static final Map<String, String> SYMBOLS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
    private static final int MAX_VALUE = 120;

    private final Phrases phrases;
    private final ValueWords words;

    /** Writes in the language of the phrases. */
    public Wording(Phrases phrases) {
        this.phrases = phrases;
        this.words = ValueWords.in(phrases.language());
    }

    /** An amount of money with its currency, such as {@code $19.99} or {@code 29,000원}. */
    public String money(Money money) {
        boolean minor = money.currency().getDefaultFractionDigits() != 0 || !isWhole(money.amount());
        return money(money.amount(), minor ? Math.max(money.amount().scale(), 0) : 0, money.currency());
    }

    /** An amount that was said or computed: without decimals when it is whole, such as {@code $80}. */
    public String amount(BigDecimal amount, Currency currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        int decimals = isWhole(plain) ? 0 : Math.max(plain.scale(), currency.getDefaultFractionDigits());
        return money(plain, decimals, currency);
    }

    private String money(BigDecimal amount, int decimals, Currency currency) {
        String code = currency.getCurrencyCode();
        String digits = number(amount, decimals);
        if (code.equals("KRW")) {
            return phrases.language().equals(Language.KOREAN) ? digits + "원" : "₩" + digits;
        }
        String symbol = SYMBOLS.get(code);
        return symbol == null ? digits + " " + code : symbol + digits;
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
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
            case Fields.RATING_COUNT ->
                product.rating() == null
                        ? ""
                        : phrases.say(
                                "value.ratingCount",
                                number(BigDecimal.valueOf(product.rating().count())));
            case Fields.AVAILABILITY ->
                phrases.say("value.availability." + product.availability().schemaOrgName());
            default ->
                values(
                        Fields.attributeName(field) == null
                                ? Fields.texts(product, field)
                                : Fields.texts(product, field).stream()
                                        .map(this::word)
                                        .toList());
        };
    }

    /** An attribute's value in the language of the reply where it is known there, else as it is. */
    public String word(String value) {
        Flag flag = Flag.of(value);
        return flag == null ? words.say(value) : phrases.say(flag.phrase());
    }

    /** Whether the record answers the field with no more than a yes or a no: true, false, or null when it says more. */
    public static @Nullable Boolean flag(Product product, String field) {
        List<String> values = Fields.attributeName(field) == null ? List.of() : Fields.texts(product, field);
        Flag flag = values.size() == 1 ? Flag.of(values.getFirst()) : null;
        return flag == null ? null : flag == Flag.YES;
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
