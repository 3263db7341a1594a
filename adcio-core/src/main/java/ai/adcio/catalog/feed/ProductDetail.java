package ai.adcio.catalog.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The field {@code product_detail} of Merchant Center as text: {@code section:name:value}, several parted by commas, with
 * a backslash before a separator that belongs to a part.
 */
final class ProductDetail {
    private ProductDetail() {}

    static String write(String section, String name, String value) {
        return name.isBlank() || value.isBlank() ? "" : escape(section) + ":" + escape(name) + ":" + escape(value);
    }

    /** The values by name; the section only orders a page. */
    static Map<String, List<String>> read(List<String> texts) throws RowProblem {
        Map<String, List<String>> details = new LinkedHashMap<>();
        for (String text : texts) {
            for (List<String> parts : details(text)) {
                String name = parts.get(1);
                String value = parts.get(2);
                if (!name.isEmpty() && !value.isEmpty()) {
                    List<String> values = details.computeIfAbsent(name, n -> new ArrayList<>());
                    if (!values.contains(value)) {
                        values.add(value);
                    }
                }
            }
        }
        return details;
    }

    private static List<List<String>> details(String text) throws RowProblem {
        List<List<String>> details = new ArrayList<>();
        for (String piece : split(text, ',', Integer.MAX_VALUE)) {
            List<String> parts = split(piece, ':', 3);
            if (parts.size() == 3) {
                details.add(new ArrayList<>(
                        parts.stream().map(part -> unescape(part).strip()).toList()));
            } else if (details.isEmpty()) {
                throw new RowProblem(MerchantFields.DETAIL, text, "is no product detail; write \"section:name:value\"");
            } else {
                // A comma of the value before it: "General:Features:waterproof, light".
                List<String> last = details.getLast();
                last.set(2, last.get(2) + "," + unescape(piece).stripTrailing());
            }
        }
        return details;
    }

    /** Splits at separators without a backslash before them; the last part keeps what is over the limit. */
    private static List<String> split(String text, char separator, int limit) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && parts.size() < limit - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String escape(String part) {
        return part.replace("\\", "\\\\").replace(",", "\\,").replace(":", "\\:");
    }

    private static String unescape(String part) {
        StringBuilder text = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean escapes = c == '\\' && i + 1 < part.length() && "\\,:".indexOf(part.charAt(i + 1)) >= 0;
            text.append(escapes ? part.charAt(++i) : c);
        }
        return text.toString();
    }
}
