package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.TextFolding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Terms that name a record's field and what stands in it, such as {@code attributes.color=navy}. However many attributes
 * a catalogue has, the mapping stays as it is. Different fields and values never share a term: what is long, or could be
 * taken for something else, stands as its SHA-256.
 */
final class FieldTerms {
    private static final Pattern PLAIN = Pattern.compile("[\\p{IsAlphabetic}\\p{Digit}._-]+");
    private static final String HASH = "#";
    private static final String IS = "=";
    private static final String OF_CURRENCY = ":";
    // Together below the 255 characters at which the whitespace tokeniser cuts.
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 128;

    private FieldTerms() {}

    /** A field's name: no white space, none of the signs that these terms are built with. */
    static String name(String field) {
        String name = PLAIN.matcher(field).matches() ? field : URLEncoder.encode(field, StandardCharsets.UTF_8);
        return name.length() <= LONGEST_NAME && !hasHalfPairs(field) ? name : hash(field);
    }

    /** The name under which money of one currency is found. */
    static String name(String field, String currency) {
        return name(field) + OF_CURRENCY + currency;
    }

    /** The whole value, folded. */
    static String exact(String name, String value) {
        return part(name, TextFolding.fold(value));
    }

    /** One of the value's words or characters. */
    static String part(String name, String part) {
        return name + IS + shortened(part);
    }

    /**
     * Words or characters side by side as the whitespace tokeniser takes them apart again.
     *
     * @param parts with a space between, as of {@link TextFolding#joinedWords}: none is built like a hash or has half a
     *     surrogate pair
     */
    static String row(String name, String parts) {
        StringBuilder row = new StringBuilder(2 * parts.length() + name.length());
        for (int start = 0, end; start < parts.length(); start = end + 1) {
            int space = parts.indexOf(' ', start);
            end = space < 0 ? parts.length() : space;
            row.append(start == 0 ? "" : " ").append(name).append(IS);
            if (end - start <= LONGEST_VALUE) {
                row.append(parts, start, end);
            } else {
                row.append(hash(parts.substring(start, end)));
            }
        }
        return row.toString();
    }

    /** A number, so that terms of one name are in the order of the numbers. */
    static String number(String name, String sortable) {
        return name + IS + sortable;
    }

    /** Before every number of a name. */
    static String beforeNumbers(String name) {
        return name + IS;
    }

    /** After every number of a name. */
    static String afterNumbers(String name) {
        return name + IS + DecimalTerms.LAST;
    }

    /** The characters of joined words with a space between, which is how Hangul is looked for. */
    static String characters(String words) {
        return words.codePoints()
                .filter(c -> c != ' ')
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE && !text.startsWith(HASH) && !hasHalfPairs(text) ? text : hash(text);
    }

    /** Half a surrogate pair has no form in UTF-8. */
    private static boolean hasHalfPairs(String text) {
        for (int i = 0, next; i < text.length(); i = next) {
            next = i + 1;
            if (Character.isSurrogate(text.charAt(i))) {
                next = i + Character.charCount(text.codePointAt(i));
                if (next == i + 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            return HASH + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
