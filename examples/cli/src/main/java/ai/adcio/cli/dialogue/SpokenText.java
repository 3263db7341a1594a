package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reply says, and whether it says a string or a number. */
final class SpokenText {
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\p{Nd}),(?=\\p{Nd}{3})");
    private static final int MYRIAD = 10_000;

    private static final List<List<String>> KOREAN = List.of(
            List.of("없", "0"),
            List.of("한 ", "하나"),
            List.of("두 ", "둘"),
            List.of("세 ", "셋"),
            List.of("네 ", "넷"),
            List.of("다섯"),
            List.of("여섯"),
            List.of("일곱"),
            List.of("여덟"),
            List.of("아홉"),
            List.of("열 "));
    private static final List<List<String>> ENGLISH = List.of(
            List.of("no", "none", "zero"),
            List.of("one"),
            List.of("two"),
            List.of("three"),
            List.of("four"),
            List.of("five"),
            List.of("six"),
            List.of("seven"),
            List.of("eight"),
            List.of("nine"),
            List.of("ten"),
            List.of("eleven"),
            List.of("twelve"));

    private SpokenText() {}

    /** All that a reply says to the shopper: its text, the reasons of its cards, and its question. */
    static String of(JsonNode reply) {
        StringBuilder spoken = new StringBuilder(reply.path("text").asText(""));
        for (JsonNode card : reply.path("cards")) {
            spoken.append('\n').append(card.path("reason").path("text").asText(""));
        }
        return spoken.append('\n')
                .append(reply.path("followUp").path("question").asText(""))
                .toString();
    }

    /** Whether the text holds the string, letter case aside; one that starts with a digit does not start amid a number. */
    static boolean says(String text, String wanted) {
        String folded = PlainText.folded(wanted);
        String in = PlainText.folded(text);
        if (!folded.isEmpty() && Character.isDigit(folded.codePointAt(0))) {
            return Pattern.compile("(?<![\\p{Nd},.])" + Pattern.quote(folded))
                    .matcher(in)
                    .find();
        }
        return in.contains(folded);
    }

    /** Whether the text states the number, in digits, in myriads (2만 9천) or, when it is small, in words. */
    static boolean saysNumber(String text, double number, String language) {
        String plain = THOUSANDS.matcher(text).replaceAll("");
        boolean whole = number == Math.rint(number);
        for (String form : forms(number, whole)) {
            Pattern pattern = Pattern.compile("(?<![\\p{Nd}.])" + Pattern.quote(form) + "(?!\\p{Nd}|\\.\\p{Nd})");
            if (pattern.matcher(plain).find()) {
                return true;
            }
        }
        if (!whole) {
            return false;
        }
        long n = (long) number;
        return n >= MYRIAD && myriads(n).matcher(plain).find() || inWords(plain, n, language);
    }

    private static Set<String> forms(double number, boolean whole) {
        Set<String> forms = new LinkedHashSet<>();
        String two = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        String cut = two.replaceAll("0+$", "");
        forms.add(cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut);
        forms.add(whole ? (long) number + ".00" : two);
        return forms;
    }

    private static Pattern myriads(long n) {
        long rest = n % MYRIAD;
        String tail;
        if (rest == 0) {
            tail = "";
        } else if (rest >= 1_000) {
            String below = rest % 1_000 == 0 ? "" : "[\\s\\x1c-\\x1f]*" + rest % 1_000;
            tail = "(?:" + rest / 1_000 + "천" + below + "|" + rest + ")";
        } else {
            tail = Long.toString(rest);
        }
        return Pattern.compile(
                "(?<![\\p{Nd}.])" + n / MYRIAD + "만[\\s\\x1c-\\x1f]*" + tail + "(?![\\p{Nd}천])",
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static boolean inWords(String text, long n, String language) {
        List<List<String>> words = language.equals("en") ? ENGLISH : KOREAN;
        if (n < 0 || n >= words.size()) {
            return false;
        }
        if (!language.equals("en")) {
            return words.get((int) n).stream().anyMatch(text::contains);
        }
        for (String word : words.get((int) n)) {
            Matcher matcher = Pattern.compile(
                            "(?<![\\p{L}\\p{N}_])" + word + "(?![\\p{L}\\p{N}_])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            if (matcher.find()) {
                return true;
            }
        }
        return false;
    }
}
