package ai.adcio.cli.eval;

import ai.adcio.cli.dialogue.DialoguesCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the clerk; only its sub-commands do anything. */
@Command(
        name = "eval",
        description = "Measure retrieval, dialogues, load and faults; tune the weights.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RetrievalCommand.class,
            DialoguesCommand.class,
            TuneCommand.class,
            LoadCommand.class,
            FaultsCommand.class
        })
public final class EvalCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(
                own.commandLine(),
                "say what to measure: " + String.join(", ", own.subcommands().keySet()));
    }
}
