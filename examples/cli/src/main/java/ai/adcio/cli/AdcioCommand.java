package ai.adcio.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code adcio}, which is only its sub-commands. */
@Command(
        name = "adcio",
        description = "A store clerk over your catalogue: talk with it, search, ask SQL, measure.",
        mixinStandardHelpOptions = true,
        versionProvider = AdcioCommand.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  adcio chat                                  talk over the demo catalogue",
            "  adcio index --catalog shop.jsonl --index d  index a catalogue once",
            "  adcio chat --index d                        talk over it",
            "  echo 'a red dress under $50' | adcio chat --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use."
        })
final class AdcioCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(
                own.commandLine(),
                "give a command: " + String.join(", ", own.subcommands().keySet()));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = AdcioCommand.class.getPackage().getImplementationVersion();
            return new String[] {"adcio " + (version == null ? "(not packaged)" : version)};
        }
    }
}
