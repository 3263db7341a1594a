package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.ads.AdSelector;
import ai.adcio.ads.Campaign;
import ai.adcio.ads.CampaignReader;
import ai.adcio.ads.CampaignReport;
import ai.adcio.ads.InMemoryAdSource;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.agent.ShoppingAgentBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks with the clerk: a person on a terminal, or a machine line by line. */
@Command(
        name = "chat",
        description = "Talk with the clerk.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nWith --json, a line of standard input is a turn: plain text, or%n",
        footer = {
            "  {\"conversation\":\"a\",\"text\":\"under $40\",\"page\":{\"productId\":\"..\"}}",
            "and each gets one line of standard output, in order: an AgentReply, or {\"error\":{..}}.",
            "",
            "Examples:",
            "  adcio chat",
            "  adcio chat --catalog shop.jsonl.gz --language ko",
            "  printf 'running shoes\\nunder $80\\n' | adcio chat --json | jq .text",
        })
final class ChatCommand implements Callable<Integer> {
    private final InputStream in;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ShopOptions shop = new ShopOptions();

    @Option(names = "--json", description = "Speak JSON, a line a turn; waits until everything is embedded.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = LanguageConverter.class,
            description = "Answer in this language: en or ko (default: the language of each turn).")
    private @Nullable Language language;

    @Option(
            names = "--ads",
            paramLabel = "FILE",
            description = "Campaigns as JSON Lines; 'demo' for those of the demo catalogue.")
    private @Nullable Path ads;

    @Option(names = "--show-plan", description = "Show how each turn was understood and which arms ran, and why.")
    private boolean showPlan;

    ChatCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec own = java.util.Objects.requireNonNull(spec);
        var out = own.commandLine().getOut();
        var err = own.commandLine().getErr();
        ProgressLine progress = ProgressLine.onTerminal(err, "Embedding");
        try (Shop open = ShopOpener.open(shop, err, json ? progress : (done, total) -> {})) {
            if (json) {
                open.awaitReady();
                progress.clear();
                ShoppingAgentBuilder builder = withAds(open).withoutDeadline();
                if (showPlan) {
                    builder.listener(PlanText.listener(err));
                }
                try (ShoppingAgent agent = builder.build()) {
                    new ChatLines(agent, language, out)
                            .run(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
                }
                return 0;
            }
            try (ChatScreen screen = ChatScreen.open(in, out)) {
                ShoppingAgentBuilder builder = withAds(open);
                if (showPlan) {
                    builder.listener(PlanText.listener(screen.writer()));
                }
                try (ShoppingAgent agent = builder.build()) {
                    new ChatSession(agent, open, language, screen).run();
                }
            }
        }
        return 0;
    }

    private ShoppingAgentBuilder withAds(Shop open) throws IOException {
        ShoppingAgentBuilder builder = open.agent();
        Path file = ads;
        if (file != null) {
            List<Campaign> campaigns = campaigns(file);
            builder.ads(new AdSelector(InMemoryAdSource.of(campaigns, open.catalog())));
        }
        return builder;
    }

    private List<Campaign> campaigns(Path file) throws IOException {
        CampaignReport report;
        if (file.toString().equals("demo")) {
            try (Reader reader = DemoShop.campaigns()) {
                report = CampaignReader.read(reader);
            }
        } else {
            report = CampaignReader.read(file);
        }
        if (!report.rejected().isEmpty()) {
            java.util.Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println(TextTable.harmless("adcio: " + file + ": " + report.summary() + "; the first: "
                            + report.rejected().getFirst()));
        }
        return report.campaigns();
    }
}
