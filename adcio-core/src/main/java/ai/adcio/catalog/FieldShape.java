package ai.adcio.catalog;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field are, told from the values alone.
 *
 * @param kind the kind that fits
 * @param range the range of the numbers, or null when the field holds none
 * @param unit the unit that most numbers carry, or null
 */
record FieldShape(
        FieldKind kind,
        @Nullable NumberRange range,
        @Nullable String unit) {
    /** Values longer than this, folded, are text and are counted by their hash alone. */
    static final int LONGEST_VALUE = 120;

    private static final Set<String> FLAGS =
            Set.of("true", "false", "yes", "no", "y", "n", "예", "네", "아니오", "아니요", "있음", "없음");
    // A field is numeric when nearly all values are quantities, and nearly all quantities carry the same unit; the
    // rest is what a shop's staff mistypes ("n/a", "about 5").
    private static final double LEAST_QUANTITY_SHARE = 0.9;
    private static final double LEAST_UNIT_SHARE = 0.8;
    // Longer than a value that a shopper would name.
    private static final double LONG_MEAN_LENGTH = 60;
    private static final double SENTENCE_MEAN_LENGTH = 30;
    private static final int ENOUGH_TO_JUDGE = 20;
    private static final double NEARLY_ALWAYS_DIFFERENT = 0.8;
    private static final int LONGEST_UNIT = 12;
    private static final int MOST_DIGITS = 8;

    /** Whether a value that starts with a number is a quantity, not a code, a size by area or a sentence. */
    static boolean isQuantity(String folded, BigDecimal number, String unit) {
        if (unit.length() > LONGEST_UNIT || unit.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        if (!unit.isEmpty() && !Character.isLetter(unit.codePointAt(0)) && "%\"'°²³/".indexOf(unit.charAt(0)) < 0) {
            return false;
        }
        // 0095205603217 and 4710268250123 are identifiers; 0.5 and 0 are not.
        boolean leadingZero = folded.length() > 1 && folded.charAt(0) == '0' && Character.isDigit(folded.charAt(1));
        return !leadingZero && !(unit.isEmpty() && number.scale() <= 0 && number.precision() > MOST_DIGITS);
    }

    static FieldShape of(String field, Map<String, FieldTally.ValueTally> values, HashCounts texts) {
        switch (field) {
            case Fields.ID, Fields.TITLE, Fields.DESCRIPTION -> {
                return new FieldShape(FieldKind.TEXT, null, null);
            }
            case Fields.BRAND, Fields.CATEGORIES, Fields.AVAILABILITY -> {
                return new FieldShape(FieldKind.KEYWORD, null, null);
            }
            case Fields.RATING, Fields.RATING_COUNT -> {
                return new FieldShape(FieldKind.NUMBER, rangeOf(values), null);
            }
            default -> {
                return ofAttribute(values, texts);
            }
        }
    }

    private static FieldShape ofAttribute(Map<String, FieldTally.ValueTally> values, HashCounts texts) {
        long occurrences = texts.total();
        long quantities = 0;
        long length = texts.total() * (long) LONGEST_VALUE;
        Map<String, Integer> units = new HashMap<>();
        for (FieldTally.ValueTally tally : values.values()) {
            int n = tally.spellings.total();
            occurrences += n;
            length += (long) n * tally.length;
            if (tally.unit != null) {
                quantities += n;
                units.merge(tally.unit, n, Integer::sum);
            }
        }
        if (texts.total() == 0 && FLAGS.containsAll(values.keySet())) {
            return new FieldShape(FieldKind.FLAG, null, null);
        }
        String unit = mostFrequent(units);
        if (unit != null
                && quantities >= occurrences * LEAST_QUANTITY_SHARE
                && units.getOrDefault(unit, 0) >= quantities * LEAST_UNIT_SHARE) {
            return new FieldShape(FieldKind.NUMBER, rangeOf(values), unit.isEmpty() ? null : spelled(unit, values));
        }
        int distinct = values.size() + texts.distinct();
        double mean = (double) length / occurrences;
        boolean text = mean > LONG_MEAN_LENGTH
                || distinct > 1 && distinct == occurrences && mean > SENTENCE_MEAN_LENGTH
                || occurrences >= ENOUGH_TO_JUDGE && distinct > occurrences * NEARLY_ALWAYS_DIFFERENT;
        return new FieldShape(text ? FieldKind.TEXT : FieldKind.KEYWORD, null, null);
    }

    private static @Nullable String mostFrequent(Map<String, Integer> units) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> e : units.entrySet()) {
            int n = e.getValue();
            if (best == null || n > most || n == most && e.getKey().compareTo(best) < 0) {
                best = e.getKey();
                most = n;
            }
        }
        return best;
    }

    /** The unit as the most frequent value that carries it writes it, such as {@code GB}. */
    private static String spelled(String unit, Map<String, FieldTally.ValueTally> values) {
        String spelled = unit;
        int most = 0;
        for (FieldTally.ValueTally tally : values.values()) {
            if (tally.spellings.total() > most && unit.equals(tally.unit)) {
                String written = LeadingNumber.unit(tally.spellings.best());
                spelled = written == null ? unit : written;
                most = tally.spellings.total();
            }
        }
        return spelled;
    }

    private static @Nullable NumberRange rangeOf(Map<String, FieldTally.ValueTally> values) {
        BigDecimal least = null;
        BigDecimal greatest = null;
        for (FieldTally.ValueTally tally : values.values()) {
            BigDecimal n = tally.number;
            if (n != null) {
                least = least == null || n.compareTo(least) < 0 ? n : least;
                greatest = greatest == null || n.compareTo(greatest) > 0 ? n : greatest;
            }
        }
        return least == null || greatest == null ? null : new NumberRange(least, greatest);
    }
}
