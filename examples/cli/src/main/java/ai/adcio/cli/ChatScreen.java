package ai.adcio.cli;

import ai.adcio.AdcioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Where a person reads and types: a terminal with colour and history, or plain lines when it is none. */
abstract sealed class ChatScreen implements AutoCloseable {
    /** A terminal when both ends are one, else plain lines. */
    static ChatScreen open(InputStream in, PrintWriter out) throws IOException {
        // The launcher knows whether both ends are a terminal; asking the system from here costs a native library.
        boolean terminal = in == System.in && Boolean.getBoolean("adcio.interactive");
        return terminal ? new OnTerminal() : new Plain(in, out);
    }

    /** The next line that was typed, or null when the person is done. */
    abstract @Nullable String read() throws IOException;

    /** Reads as shells do: Ctrl-C gives up the line that is being typed, and leaves when there is none. */
    static @Nullable String typed(Supplier<String> reading) {
        while (true) {
            try {
                return reading.get();
            } catch (UserInterruptException e) {
                if (e.getPartialLine() == null || e.getPartialLine().isBlank()) {
                    return null;
                }
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    abstract void print(List<AttributedString> lines);

    abstract int width();

    abstract PrintWriter writer();

    /** Whether nobody reads any more. */
    abstract boolean deaf();

    @Override
    public void close() throws IOException {}

    private static final class Plain extends ChatScreen {
        private static final int WIDTH = 100;
        private final TurnLines in;
        private final PrintWriter out;

        Plain(InputStream in, PrintWriter out) {
            this.in = new TurnLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            this.out = out;
        }

        @Override
        @Nullable
        String read() throws IOException {
            String line = in.next();
            if (line != null) {
                out.println("> " + TextTable.harmless(line));
            }
            return line;
        }

        @Override
        void print(List<AttributedString> lines) {
            lines.forEach(line -> out.println(line.toString()));
            out.flush();
        }

        @Override
        int width() {
            return WIDTH;
        }

        @Override
        PrintWriter writer() {
            return out;
        }

        @Override
        boolean deaf() {
            return out.checkError();
        }
    }

    private static final class OnTerminal extends ChatScreen {
        private final Terminal terminal;
        private final LineReader reader;

        OnTerminal() throws IOException {
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .encoding(StandardCharsets.UTF_8)
                    .build();
            reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("adcio")
                    .variable(LineReader.HISTORY_FILE, history())
                    .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                    // A shopper's exclamation mark is no command of a shell, nor a backslash an escape.
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.BRACKETED_PASTE, true)
                    .build();
        }

        private static Path history() {
            Path folder = CacheFolder.standard();
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new AdcioException("cannot make " + folder + ": " + OneLine.of(e), e);
            }
            return folder.resolve("chat-history");
        }

        @Override
        @Nullable
        String read() {
            String prompt =
                    new AttributedString("> ", AttributedStyle.BOLD.foreground(AttributedStyle.CYAN)).toAnsi(terminal);
            return typed(() -> reader.readLine(prompt));
        }

        @Override
        void print(List<AttributedString> lines) {
            boolean plain = System.getenv("NO_COLOR") != null;
            lines.forEach(line -> terminal.writer().println(plain ? line.toString() : line.toAnsi(terminal)));
            terminal.flush();
        }

        @Override
        int width() {
            int width = terminal.getWidth();
            return width > 0 ? Math.min(width, 120) : 80;
        }

        @Override
        PrintWriter writer() {
            return terminal.writer();
        }

        @Override
        boolean deaf() {
            return terminal.writer().checkError();
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }
}
