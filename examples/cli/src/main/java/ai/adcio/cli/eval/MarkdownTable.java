package ai.adcio.cli.eval;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown that is printed row by row, as the rows come. */
final class MarkdownTable {
    private static final int LONGEST = 160;

    private final PrintWriter out;

    /** Starts a table with its head. */
    MarkdownTable(PrintWriter out, List<String> head) {
        this.out = out;
        row(head);
        row(Collections.nCopies(head.size(), "---"));
    }

    /** Prints a row; a cell's text may hold anything. */
    void row(List<String> cells) {
        out.println(cells.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |")));
        out.flush();
    }

    private static String cell(String text) {
        String line =
                text.lines().map(String::strip).collect(Collectors.joining(" ")).replace("|", "\\|");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
