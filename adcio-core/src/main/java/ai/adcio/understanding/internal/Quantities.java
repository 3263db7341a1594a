package ai.adcio.understanding.internal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in figures and words of both languages: {@code 1,500}, {@code 2k}, {@code sixty}, {@code 3만 5천원},
 * {@code 이만원}, {@code 2~4만원}, {@code $20-30}. Linear in what it reads.
 */
final class Quantities {
    private static final int MAX_DIGITS = 12;
    private static final String SINO_DIGITS = "영일이삼사오육칠팔구";
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fourty", 40),
            Map.entry("ninty", 90),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("thousand", 1000));

    private final FoldedText text;
    private final PhraseTrie units;

    Quantities(FoldedText text, PhraseTrie units) {
        this.text = text;
        this.units = units;
    }

    /** The quantity that begins at a position, or null. */
    @Nullable
    Quantity at(int start) {
        int at = start;
        Currency currency = prefix(start);
        if (currency != null) {
            at = skipBlank(prefixEnd(start));
        }
        Number first = number(at);
        if (first == null) {
            return null;
        }
        if (!first.figures
                && currency == null
                && unitAt(first.end) == null
                && first.value.intValue() < 10
                && !rates(first)) {
            return null;
        }
        Currency own = currency;
        first = withHalf(first);
        int end = first.end;
        Suffix suffix = unitAt(end);
        if (suffix != null) {
            own = own == null ? suffix.currency : own;
            end = suffix.end;
        }
        Quantity range = range(first, end, own);
        if (range != null) {
            return range;
        }
        boolean decade = own != null
                && end < text.length()
                && text.at(end) == '대'
                && (end + 1 == text.length() || text.at(end + 1) != '여');
        return new Quantity(decade ? end + 1 : end, first.value, null, own, decade);
    }

    /** Whether a small number in words is a rating and not a count of things: "four stars", "four and a half". */
    private boolean rates(Number number) {
        String rest = text.slice(number.end, Math.min(text.length(), number.end + 12));
        return rest.startsWith(" star") || rest.startsWith(" and a half") || rest.startsWith(" point ");
    }

    /** "four point two" is 4.2, "four and a half" is 4.5. */
    private Number withHalf(Number number) {
        String point = " point ";
        int after = number.end + point.length();
        if (after < text.length() && text.slice(number.end, after).equals(point)) {
            Number tenths = number(after);
            if (tenths != null && tenths.value.compareTo(BigDecimal.TEN) < 0) {
                return new Number(number.value.add(tenths.value.movePointLeft(1)), tenths.end, true, number.scale);
            }
        }
        String half = " and a half";
        int end = number.end + half.length();
        boolean said = end <= text.length()
                && text.slice(number.end, end).equals(half)
                && (end == text.length() || !FoldedText.isLatin(text.at(end)));
        return said ? new Number(number.value.add(new BigDecimal("0.5")), end, true, number.scale) : number;
    }

    private @Nullable Quantity range(Number first, int end, @Nullable Currency currency) {
        int at = skipBlank(end);
        if (at >= text.length() || text.at(at) != '~' && text.at(at) != '-' || !first.figures) {
            return null;
        }
        at = skipBlank(at + 1);
        if (prefix(at) != null) {
            at = skipBlank(prefixEnd(at));
        }
        Number second = number(at);
        if (second == null || !second.figures) {
            return null;
        }
        Suffix suffix = unitAt(second.end);
        Currency both = currency == null && suffix != null ? suffix.currency : currency;
        // "2~4만원" says the ten thousands once for both.
        BigDecimal lower = first.scale == 1 && second.scale > 1 && currency == null
                ? first.value.multiply(BigDecimal.valueOf(second.scale))
                : first.value;
        if (lower.compareTo(second.value) > 0) {
            return null;
        }
        return new Quantity(suffix == null ? second.end : suffix.end, lower, second.value, both, false);
    }

    private record Number(BigDecimal value, int end, boolean figures, long scale) {}

    private record Suffix(Currency currency, int end) {}

    private @Nullable Number number(int at) {
        if (at >= text.length()) {
            return null;
        }
        char c = text.at(at);
        if (c >= '0' && c <= '9') {
            return figures(at);
        }
        if (FoldedText.isHangul(c)) {
            return sino(at);
        }
        return words(at);
    }

    private @Nullable Number figures(int start) {
        StringBuilder digits = new StringBuilder();
        int at = start;
        boolean point = false;
        while (at < text.length() && digits.length() <= MAX_DIGITS) {
            char c = text.at(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '.' && !point && digitAt(at + 1)) {
                point = true;
                digits.append(c);
            } else if (!(c == ','
                    && !point
                    && digitAt(at + 1)
                    && digitAt(at + 2)
                    && digitAt(at + 3)
                    && !digitAt(at + 4))) {
                break;
            }
            at++;
        }
        if (digits.length() > MAX_DIGITS) {
            return null;
        }
        BigDecimal value = new BigDecimal(digits.toString());
        if (at < text.length()
                && text.at(at) == 'k'
                && (at + 1 == text.length() || !FoldedText.isLatin(text.at(at + 1)))) {
            return new Number(value.multiply(BigDecimal.valueOf(1000)), at + 1, true, 1000);
        }
        return magnitudes(value, at);
    }

    /** Figures may be followed by ten thousands, thousands and hundreds in Hangul: 2만 9천, 1만5천, 3백. */
    private Number magnitudes(BigDecimal first, int end) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal pending = first;
        int at = end;
        int done = end;
        long scale = 1;
        long last = Long.MAX_VALUE;
        while (true) {
            int unit = skipBlank(at);
            long magnitude = unit < text.length() && unit - at <= 1 ? magnitude(text.at(unit)) : 0;
            if (magnitude == 0 || magnitude >= last || magnitude == 10) {
                break;
            }
            int after = unit + 1;
            if (magnitude == 10_000 && unit > at && !digitAt(after) && unitAt(after) == null) {
                break;
            }
            if (magnitude != 10_000 && magnitude != 100_000_000 && last == Long.MAX_VALUE && digitlessTail(after)) {
                break;
            }
            total = total.add(pending.multiply(BigDecimal.valueOf(magnitude)));
            pending = BigDecimal.ZERO;
            scale = Math.max(scale, magnitude);
            last = magnitude;
            done = after;
            at = skipBlank(done);
            if (!digitAt(at)) {
                at = done;
                // 3만오천원 goes on in Hangul.
                Number tail = sinoBelow(at, magnitude);
                if (tail != null) {
                    total = total.add(tail.value);
                    done = tail.end;
                }
                break;
            }
            int from = at;
            long next = 0;
            while (digitAt(at) && at - from < 5) {
                next = next * 10 + (text.at(at) - '0');
                at++;
            }
            if (magnitude(at < text.length() ? text.at(at) : ' ') == 0 && unitAt(at) == null) {
                break;
            }
            pending = BigDecimal.valueOf(next);
            if (magnitude(at < text.length() ? text.at(at) : ' ') == 0) {
                total = total.add(pending);
                done = at;
                break;
            }
        }
        return last == Long.MAX_VALUE ? new Number(first, end, true, 1) : new Number(total, done, true, scale);
    }

    /** A hundred or thousand in Hangul counts only before money: 3천원, but not 3천사. */
    private boolean digitlessTail(int after) {
        return unitAt(after) == null && !digitAt(skipBlank(after));
    }

    private @Nullable Number sino(int start) {
        long total = 0;
        long section = 0;
        long digit = 0;
        boolean any = false;
        int at = start;
        while (at < text.length() && at - start < 16) {
            char c = text.at(at);
            int value = SINO_DIGITS.indexOf(c);
            long magnitude = magnitude(c);
            if (value > 0 && digit == 0) {
                digit = value;
            } else if (magnitude == 10 || magnitude == 100 || magnitude == 1000) {
                section += Math.max(1, digit) * magnitude;
                digit = 0;
                any = true;
            } else if (magnitude == 10_000) {
                total += Math.max(1, section + digit) * magnitude;
                section = 0;
                digit = 0;
                any = true;
            } else if (c == ' ' && any) {
                if (at + 1 < text.length()
                        && SINO_DIGITS.indexOf(text.at(at + 1)) < 0
                        && magnitude(text.at(at + 1)) == 0) {
                    break;
                }
            } else {
                break;
            }
            at++;
        }
        if (!any) {
            return null;
        }
        return unitAt(at) == null && !measureAt(at)
                ? null
                : new Number(BigDecimal.valueOf(total + section + digit), at, true, 1);
    }

    /** Thousands, hundreds and tens in Hangul right behind a greater magnitude: 오천 in 3만오천. */
    private @Nullable Number sinoBelow(int start, long magnitude) {
        long total = 0;
        long digit = 0;
        long last = magnitude;
        int at = start;
        int end = start;
        while (at < text.length() && at - start < 8) {
            int value = SINO_DIGITS.indexOf(text.at(at));
            long unit = magnitude(text.at(at));
            if (value > 0 && digit == 0) {
                digit = value;
            } else if (unit > 0 && unit < last) {
                total += Math.max(1, digit) * unit;
                digit = 0;
                last = unit;
                end = at + 1;
            } else {
                break;
            }
            at++;
        }
        return total == 0 ? null : new Number(BigDecimal.valueOf(total), end, true, 1);
    }

    private @Nullable Number words(int start) {
        long total = 0;
        long section = 0;
        int at = start;
        int end = start;
        boolean any = false;
        while (at < text.length()) {
            int wordEnd = at;
            while (wordEnd < text.length() && wordEnd - at < 10 && FoldedText.isLatin(text.at(wordEnd))) {
                wordEnd++;
            }
            String word = text.slice(at, wordEnd);
            Integer value = WORDS.get(word);
            if (value == null && (word.equals("a") && !any || word.equals("and") && section >= 100)) {
                int next = skipBlank(wordEnd);
                if (!startsWithNumberWord(next, word.equals("a"))) {
                    break;
                }
                at = next;
                continue;
            }
            if (value == null
                    || any && section % 100 != 0 && (value >= 10 && value < 100 || section % 10 != 0 && value < 10)) {
                break;
            }
            if (value == 100) {
                section = Math.max(1, section) * 100;
            } else if (value == 1000) {
                total += Math.max(1, section) * 1000;
                section = 0;
            } else {
                section += value;
            }
            any = true;
            end = wordEnd;
            at = wordEnd;
            while (at < text.length() && (text.at(at) == ' ' || text.at(at) == '-') && at - end < 2) {
                at++;
            }
            if (total + section > 1_000_000) {
                break;
            }
        }
        return any ? new Number(BigDecimal.valueOf(total + section), end, false, 1) : null;
    }

    private boolean startsWithNumberWord(int at, boolean afterArticle) {
        int end = at;
        while (end < text.length() && end - at < 10 && FoldedText.isLatin(text.at(end))) {
            end++;
        }
        String word = text.slice(at, end);
        return afterArticle ? word.equals("hundred") || word.equals("thousand") : WORDS.containsKey(word);
    }

    private static long magnitude(char c) {
        return switch (c) {
            case '십' -> 10;
            case '백' -> 100;
            case '천' -> 1000;
            case '만' -> 10_000;
            case '억' -> 100_000_000;
            default -> 0;
        };
    }

    private boolean digitAt(int at) {
        return at < text.length() && text.at(at) >= '0' && text.at(at) <= '9';
    }

    private int skipBlank(int at) {
        return at < text.length() && text.at(at) == ' ' ? at + 1 : at;
    }

    private @Nullable Currency prefix(int at) {
        return at >= text.length()
                ? null
                : switch (text.at(at)) {
                    case '$' -> Currency.getInstance("USD");
                    case '₩' -> Currency.getInstance("KRW");
                    case '€' -> Currency.getInstance("EUR");
                    case '£' -> Currency.getInstance("GBP");
                    default -> null;
                };
    }

    private static int prefixEnd(int at) {
        return at + 1;
    }

    /** Whether a unit of measure stands at a position. */
    private boolean measureAt(int at) {
        int from = skipBlank(at);
        if (from >= text.length()) {
            return false;
        }
        var found = new java.util.ArrayList<PhraseTrie.Found>();
        units.findAt(text, from, found);
        return found.stream().flatMap(f -> f.meanings().stream()).anyMatch(m -> m instanceof Meaning.Unit);
    }

    private @Nullable Suffix unitAt(int at) {
        int from = skipBlank(at);
        if (from >= text.length()) {
            return null;
        }
        var found = new java.util.ArrayList<PhraseTrie.Found>();
        units.findAt(text, from, found);
        Suffix longest = null;
        for (PhraseTrie.Found one : found) {
            for (Meaning meaning : one.meanings()) {
                if (meaning instanceof Meaning.Tag tag
                        && tag.name().startsWith("unit.")
                        && tag.name().length() == 8) {
                    longest = new Suffix(Currency.getInstance(tag.name().substring(5)), one.end());
                }
            }
        }
        return longest;
    }
}
