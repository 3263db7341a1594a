package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.agent.ShoppingAgentBuilder;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One turn without a conversation: what a search box would ask. */
@Command(
        name = "search",
        description = "Search once, as the first turn of a conversation.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  adcio search red dress under '$100'", "  adcio search --json --cards 20 러닝화"})
final class SearchCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What is sought, in plain words.")
    private List<String> query = List.of();

    @Mixin
    private ShopOptions shop = new ShopOptions();

    @Option(
            names = "--cards",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many products at most, 1 to 50 (default: ${DEFAULT-VALUE}).")
    private int cards;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = LanguageConverter.class,
            description = "Answer in this language: en or ko (default: the language of the query).")
    private @Nullable Language language;

    @Option(names = "--show-plan", description = "Show how the query was understood and which arms ran, and why.")
    private boolean showPlan;

    @Option(names = "--json", description = "Print the AgentReply as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec);
        if (cards < 1 || cards > ShoppingAgentBuilder.MAX_CARDS) {
            throw new ParameterException(
                    own.commandLine(), "--cards is " + cards + "; give 1 to " + ShoppingAgentBuilder.MAX_CARDS);
        }
        PrintWriter out = own.commandLine().getOut();
        PrintWriter err = own.commandLine().getErr();
        ProgressLine progress = ProgressLine.onTerminal(err, "Embedding");
        try (Shop open = ShopOpener.open(shop, err, progress)) {
            open.awaitReady();
            progress.clear();
            ShoppingAgentBuilder builder = open.agent().maxCards(cards).withoutDeadline();
            if (showPlan) {
                builder.listener(PlanText.listener(err));
            }
            try (ShoppingAgent agent = builder.build()) {
                AgentReply reply =
                        agent.reply(new UserTurn("search", String.join(" ", query), language, PageContext.EMPTY));
                if (json) {
                    out.println(ReplyJson.write(reply));
                } else {
                    ReplyView.of(reply, WIDTH).forEach(line -> out.println(line.toString()));
                }
                out.flush();
            }
        }
        return 0;
    }
}
