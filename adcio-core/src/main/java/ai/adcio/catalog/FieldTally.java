package ai.adcio.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running count of one field: its values, folded, with what each spelling and each number occurs. */
final class FieldTally {
    private static final Comparator<ValueCount> ORDER =
            Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::value);

    private final String name;
    private final Map<String, ValueTally> values = new HashMap<>();
    private final Map<Currency, Map<BigDecimal, Integer>> amounts = new HashMap<>();
    private final HashCounts texts = new HashCounts();
    private int products;
    private @Nullable FieldSummary drawn;

    FieldTally(String name) {
        this.name = name;
    }

    boolean isEmpty() {
        return products == 0;
    }

    /** Counts a value of a field that is text by its nature and is never listed. */
    void count(String text, int step) {
        products += step;
        texts.count(text, step);
        drawn = null;
    }

    void count(Money money, int step) {
        products += step;
        Map<BigDecimal, Integer> ofCurrency = amounts.computeIfAbsent(money.currency(), c -> new HashMap<>());
        CapabilityTally.addTo(ofCurrency, money.amount().stripTrailingZeros(), step);
        if (ofCurrency.isEmpty()) {
            amounts.remove(money.currency());
        }
        drawn = null;
    }

    /** Counts the values that one product has, those that fold to the same once. */
    void count(List<String> given, int step) {
        products += step;
        drawn = null;
        if (isText()) {
            given.forEach(text -> texts.count(text, step));
            return;
        }
        if (given.size() == 1) {
            countFolded(TextFolding.fold(given.getFirst()), given.getFirst(), step);
            return;
        }
        Map<String, String> spellingOf = HashMap.newHashMap(given.size());
        for (String value : given) {
            spellingOf.putIfAbsent(TextFolding.fold(value), value);
        }
        spellingOf.forEach((folded, spelling) -> countFolded(folded, spelling, step));
    }

    private void countFolded(String folded, String spelling, int step) {
        if (folded.length() > FieldShape.LONGEST_VALUE) {
            texts.count(folded, step);
            return;
        }
        ValueTally tally = values.get(folded);
        if (tally == null) {
            tally = new ValueTally(folded);
            values.put(folded, tally);
        }
        tally.spellings.count(spelling, step);
        if (tally.spellings.total() == 0) {
            values.remove(folded);
        }
    }

    private boolean isText() {
        return name.equals(Fields.ID) || name.equals(Fields.TITLE) || name.equals(Fields.DESCRIPTION);
    }

    FieldSummary summary(String field, int productCount, Map<Currency, Integer> currencies, int limit) {
        double coverage = productCount == 0 ? 0 : (double) products / productCount;
        FieldSummary known = drawn;
        if (known == null || !amounts.isEmpty()) {
            known = amounts.isEmpty() ? draw(field, coverage, limit) : drawMoney(field, coverage, currencies);
        } else if (known.coverage() != coverage) {
            known = new FieldSummary(
                    field, known.kind(), coverage, known.distinct(), known.values(), known.range(), known.unit());
        }
        drawn = known;
        return known;
    }

    private FieldSummary draw(String field, double coverage, int limit) {
        int distinct = values.size() + texts.distinct();
        FieldShape shape = FieldShape.of(field, values, texts);
        List<ValueCount> listed = shape.kind() == FieldKind.TEXT ? List.of() : values(limit);
        return new FieldSummary(field, shape.kind(), coverage, distinct, listed, shape.range(), shape.unit());
    }

    /** The range is that of the currency in which most prices stand, as amounts of two currencies have no order. */
    private FieldSummary drawMoney(String field, double coverage, Map<Currency, Integer> currencies) {
        Currency main = amounts.keySet().stream()
                .max(Comparator.comparingInt((Currency c) -> currencies.getOrDefault(c, 0))
                        .thenComparing(Currency::getCurrencyCode, Comparator.reverseOrder()))
                .orElseThrow();
        int distinct = amounts.values().stream().mapToInt(Map::size).sum();
        BigDecimal least = null;
        BigDecimal greatest = null;
        for (BigDecimal amount : amounts.getOrDefault(main, Map.of()).keySet()) {
            least = least == null || amount.compareTo(least) < 0 ? amount : least;
            greatest = greatest == null || amount.compareTo(greatest) > 0 ? amount : greatest;
        }
        NumberRange range = least == null || greatest == null ? null : new NumberRange(plain(least), plain(greatest));
        return new FieldSummary(field, FieldKind.MONEY, coverage, distinct, List.of(), range, null);
    }

    static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The values by falling count, then by name, at most {@code limit}. */
    List<ValueCount> values(int limit) {
        List<ValueCount> all = new ArrayList<>(values.size());
        for (ValueTally tally : values.values()) {
            all.add(new ValueCount(tally.spellings.best(), tally.spellings.total()));
        }
        all.sort(ORDER);
        return all.size() > limit ? List.copyOf(all.subList(0, limit)) : List.copyOf(all);
    }

    /** One folded value with its spellings and, when it is a quantity, its number and unit. */
    static final class ValueTally {
        final Spellings spellings = new Spellings();
        final int length;
        final @Nullable BigDecimal number;
        final @Nullable String unit;

        ValueTally(String folded) {
            length = folded.length();
            BigDecimal leading = LeadingNumber.of(folded);
            String after = leading == null ? null : LeadingNumber.unit(folded);
            boolean quantity = leading != null && after != null && FieldShape.isQuantity(folded, leading, after);
            number = quantity ? leading : null;
            unit = quantity ? after : null;
        }
    }
}
