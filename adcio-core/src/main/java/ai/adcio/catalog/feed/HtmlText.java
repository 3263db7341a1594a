package ai.adcio.catalog.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a description that may hold HTML. Reads what editors of shops write; it is no parser of pages and makes
 * nothing safe to show as HTML. What is no element of HTML stays as it is, such as {@code size <M>} or {@code a < b}. Not thread safe.
 */
final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "hr",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "tr",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "figure",
            "figcaption",
            "blockquote",
            "pre",
            "address",
            "details",
            "summary",
            "center",
            "form");
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "audio",
            "b",
            "base",
            "big",
            "button",
            "canvas",
            "cite",
            "code",
            "col",
            "colgroup",
            "del",
            "dfn",
            "em",
            "embed",
            "fieldset",
            "font",
            "i",
            "iframe",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "legend",
            "link",
            "map",
            "mark",
            "meta",
            "noscript",
            "object",
            "option",
            "param",
            "picture",
            "q",
            "s",
            "samp",
            "select",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "svg",
            "td",
            "textarea",
            "th",
            "time",
            "tt",
            "u",
            "var",
            "video",
            "wbr",
            "html",
            "body",
            "head");
    private static final Set<String> UNSEEN = Set.of("script", "style", "title", "template");

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" *\\u0000[ \\u0000]*");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("deg", "°"),
            Map.entry("plusmn", "±"),
            Map.entry("times", "×"),
            Map.entry("divide", "÷"),
            Map.entry("micro", "µ"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("yen", "¥"),
            Map.entry("cent", "¢"),
            Map.entry("frac12", "½"),
            Map.entry("frac14", "¼"),
            Map.entry("frac34", "¾"),
            Map.entry("sup2", "²"),
            Map.entry("sup3", "³"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("agrave", "à"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("szlig", "ß"),
            Map.entry("shy", ""),
            Map.entry("zwnj", ""),
            Map.entry("zwj", ""));

    // Stands for the end of a line until spaces are folded; well-formed text has no NUL.
    private static final char LINE_END = '\u0000';
    // What is longer is no tag that an editor wrote; the bounds keep hostile text from costing more than its length.
    private static final int LONGEST_TAG = 8_192;
    private static final int LONGEST_ENTITY = 10;

    private final String text;
    private final StringBuilder plain;
    private int at;
    private boolean markup;
    private boolean unclosedComment;

    private HtmlText(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    /** The plain text; a text without HTML is returned as it is. */
    static String read(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : new HtmlText(text).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean taken = c == '<' ? comment() || tag() : c == '&' && entity();
            if (!taken) {
                plain.append(c);
                at++;
            }
        }
        if (!markup) {
            // Line ends of plain text are the writer's own; those of HTML mean no more than a space.
            return plain.toString();
        }
        String spaced = SPACES.matcher(plain).replaceAll(" ");
        return LINE_ENDS.matcher(spaced).replaceAll("\n").strip();
    }

    private boolean comment() {
        if (unclosedComment || !text.startsWith("<!--", at)) {
            return false;
        }
        int end = text.indexOf("-->", at + 4);
        unclosedComment = end < 0;
        if (unclosedComment) {
            return false;
        }
        at = end + 3;
        markup = true;
        return true;
    }

    private boolean tag() {
        boolean closes = at + 1 < text.length() && text.charAt(at + 1) == '/';
        int start = at + (closes ? 2 : 1);
        int nameEnd = start;
        while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        int end = isElement(name) ? endOfTag(nameEnd) : -1;
        if (end < 0) {
            return false;
        }
        at = end;
        markup = true;
        if (UNSEEN.contains(name) && !closes) {
            at = endOfUnseen(name);
        } else if (BLOCKS.contains(name)) {
            plain.append(LINE_END);
        } else if (name.equals("td") || name.equals("th")) {
            plain.append(' ');
        }
        return true;
    }

    /** Behind the tag's closing bracket, or -1 when there is none. */
    private int endOfTag(int from) {
        char quote = 0;
        int limit = Math.min(text.length(), from + LONGEST_TAG);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<' || i == from && !Character.isWhitespace(c) && c != '/') {
                return -1;
            }
        }
        return -1;
    }

    private int endOfUnseen(String name) {
        for (int i = text.indexOf("</", at); i >= 0; i = text.indexOf("</", i + 2)) {
            if (text.regionMatches(true, i + 2, name, 0, name.length())) {
                int end = text.indexOf('>', i);
                return end < 0 ? text.length() : end + 1;
            }
        }
        return text.length();
    }

    private static boolean isNameCharacter(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == ':' || c == '-';
    }

    private static boolean isElement(String name) {
        // Office writes elements of namespaces of its own, such as o:p.
        return BLOCKS.contains(name) || INLINE.contains(name) || UNSEEN.contains(name) || name.startsWith("o:");
    }

    private boolean entity() {
        int end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST_ENTITY + 1));
        if (end - at < 2) {
            return false;
        }
        String name = text.substring(at + 1, end);
        String character = name.charAt(0) == '#' ? numbered(name.substring(1)) : ENTITIES.get(name);
        if (character == null) {
            return false;
        }
        plain.append(character);
        at = end + 1;
        return true;
    }

    private static @Nullable String numbered(String number) {
        boolean hex = !number.isEmpty() && Character.toLowerCase(number.charAt(0)) == 'x';
        try {
            int code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            boolean allowed = code > 0
                    && Character.isValidCodePoint(code)
                    && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
            return allowed ? Character.toString(code) : "\uFFFD";
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
