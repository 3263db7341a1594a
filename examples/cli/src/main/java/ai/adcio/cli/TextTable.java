package ai.adcio.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Rows of cells in columns of even width, counted in terminal columns, of which a Hangul syllable takes two. Not thread
 * safe.
 */
final class TextTable {
    private static final int GAP = 2;
    private static final int LEAST = 12;
    private static final String ELLIPSIS = "…";

    private final int width;
    private final int flexible;
    private final List<List<AttributedString>> rows = new ArrayList<>();
    private final List<List<AttributedString>> notes = new ArrayList<>();
    private int noteColumn;

    /**
     * A table.
     *
     * @param width how wide it may be
     * @param flexible the column that is cut when the rest needs the room; -1 when all but the first share it evenly
     */
    TextTable(int width, int flexible) {
        this.width = width;
        this.flexible = flexible;
    }

    /** Adds a row; every row has as many cells. */
    void row(AttributedString... cells) {
        rows.add(List.of(cells));
        notes.add(new ArrayList<>());
    }

    /** Adds a line below the last row that starts at a column and may run to the end. */
    void note(int column, AttributedString text) {
        noteColumn = column;
        if (text.columnLength() > 0) {
            notes.getLast().add(text);
        }
    }

    List<AttributedString> lines() {
        List<AttributedString> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            return lines;
        }
        int[] widths = widths();
        int indent = 0;
        for (int i = 0; i < noteColumn; i++) {
            indent += widths[i] + GAP;
        }
        for (int r = 0; r < rows.size(); r++) {
            AttributedStringBuilder line = new AttributedStringBuilder();
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > 0) {
                    AttributedString cell = cut(rows.get(r).get(c), widths[c]);
                    line.append(cell).append(" ".repeat(widths[c] - cell.columnLength() + GAP));
                }
            }
            lines.add(trimmed(line.toAttributedString()));
            for (AttributedString note : notes.get(r)) {
                for (AttributedString part : wrap(note, Math.max(LEAST, width - indent))) {
                    lines.add(new AttributedStringBuilder()
                            .append(" ".repeat(indent))
                            .append(part)
                            .toAttributedString());
                }
            }
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<AttributedString> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).columnLength());
            }
        }
        int used = 0;
        for (int w : widths) {
            used += w == 0 ? 0 : w + GAP;
        }
        int over = used - GAP - width;
        if (over > 0 && flexible >= 0) {
            widths[flexible] = Math.max(LEAST, widths[flexible] - over);
        } else if (over > 0 && columns > 1) {
            int share = (width - widths[0] - GAP * (columns - 1)) / (columns - 1);
            for (int c = 1; c < columns; c++) {
                widths[c] = Math.min(widths[c], Math.max(LEAST, share));
            }
        }
        return widths;
    }

    private static AttributedString cut(AttributedString text, int columns) {
        return text.columnLength() <= columns
                ? text
                : new AttributedStringBuilder()
                        .append(text.columnSubSequence(0, columns - 1))
                        .append(ELLIPSIS)
                        .toAttributedString();
    }

    private static AttributedString trimmed(AttributedString text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.subSequence(0, end);
    }

    /** Breaks a text at spaces into lines of at most so many columns; a word that is longer is broken where it must. */
    static List<AttributedString> wrap(AttributedString text, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedString rest = text;
        while (rest.columnLength() > columns) {
            int fits = rest.columnSubSequence(0, columns).length();
            int at = fits;
            while (at > 0 && rest.charAt(at) != ' ') {
                at--;
            }
            int end = at == 0 ? Math.max(1, fits) : at;
            lines.add(rest.subSequence(0, end));
            int next = end;
            while (next < rest.length() && rest.charAt(next) == ' ') {
                next++;
            }
            rest = rest.subSequence(next, rest.length());
        }
        lines.add(rest);
        return lines;
    }

    /** Text from a feed without characters that would steer the terminal. */
    static String harmless(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                kept.append(' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }
}
