package ai.adcio.cli;

import ai.adcio.cli.eval.EvalCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    // Held, as the JVM forgets the level of a logger that nobody holds. Lucene tells of a faster module that this JVM
    // might have; that is nothing for a shopper's terminal.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong use.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // UTF-8 whatever the locale: replies are Korean as often as English, and machines read them.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        LUCENE.setLevel(Level.SEVERE);
        System.setOut(out);
        System.setErr(err);
        int code = commandLine(
                        System.in,
                        new PrintWriter(out, false, StandardCharsets.UTF_8),
                        new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
        out.flush();
        // Embedding threads are daemons; what must be closed was closed by its command.
        System.exit(code);
    }

    /** The command line over given streams, as tests call it. */
    static CommandLine commandLine(InputStream in, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new AdcioCommand())
                .addSubcommand(new ChatCommand(in))
                .addSubcommand(new SearchCommand())
                .addSubcommand(new SqlCommand())
                .addSubcommand(new IndexCommand())
                .addSubcommand(new EvalCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getOut().flush();
            command.getErr().println("adcio: " + OneLine.of(e));
            if (System.getenv("ADCIO_DEBUG") != null) {
                e.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        line.setParameterExceptionHandler((e, arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println("adcio: " + OneLine.of(e));
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName(" ") + " --help'.");
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }
}
