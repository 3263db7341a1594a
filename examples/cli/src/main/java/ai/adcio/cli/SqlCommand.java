package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.DefaultRouter;
import ai.adcio.retrieval.RetrievalPlan;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.sql.SqlExplanation;
import ai.adcio.understanding.DeterministicInterpreter;
import ai.adcio.understanding.Interpretation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how the SQL arm answers a question. */
@Command(
        name = "sql",
        description = "Ask the SQL arm; prints the typed query, the statement with its bound values, and the rows.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  adcio sql how many laptops do you have",
            "  adcio sql '가장 싼 러닝화'",
            "  adcio sql --json average price of headphones"
        })
final class SqlCommand implements Callable<Integer> {
    private static final int WIDTH = 120;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "A question, in plain words.")
    private List<String> question = List.of();

    @Mixin
    private ShopOptions shop = new ShopOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many rows at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = LanguageConverter.class,
            description = "The language of the question: en or ko (default: told from its script).")
    private @Nullable Language language;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec);
        if (limit < 1) {
            throw new picocli.CommandLine.ParameterException(
                    own.commandLine(), "--limit is " + limit + "; give one or more");
        }
        PrintWriter out = own.commandLine().getOut();
        shop.settings().withoutVector();
        try (Shop open = ShopOpener.open(shop, own.commandLine().getErr(), (done, total) -> {});
                CatalogSnapshot snapshot = open.catalog().acquire()) {
            SqlExplanation explanation = open.named().explain().apply(request(open, snapshot));
            if (json) {
                out.println(json(explanation));
            } else {
                text(explanation, out);
            }
            out.flush();
        }
        return 0;
    }

    private RetrievalRequest request(Shop open, CatalogSnapshot snapshot) {
        UserTurn turn = new UserTurn("sql", String.join(" ", question), language, PageContext.EMPTY);
        Interpretation meaning = DeterministicInterpreter.create().interpret(turn, Conversation.start("sql"), snapshot);
        if (!meaning.intent().carriesCards()) {
            throw new AdcioException("this is no question about products, but "
                    + meaning.intent().wireName() + "; ask what the catalogue can answer");
        }
        ArmTraits sql = open.named().sql().traits();
        RetrievalPlan plan = new DefaultRouter().plan(meaning, List.of(sql), open.parameters(), limit);
        return new RetrievalRequest(
                snapshot,
                plan.query(),
                plan.terms(),
                plan.unwanted(),
                meaning.language(),
                plan.filters(),
                plan.excludedIds(),
                plan.sort(),
                plan.aggregate(),
                limit,
                open.parameters(),
                Deadline.none(),
                new Cancellation());
    }

    private static void text(SqlExplanation explanation, PrintWriter out) {
        out.println("question  " + TextTable.harmless(explanation.query()));
        out.println("sql       " + explanation.sql());
        out.println("values    " + TextTable.harmless(String.valueOf(explanation.values())));
        out.println();
        TextTable table = new TextTable(WIDTH, -1);
        table.row(cells(explanation.columns()));
        explanation.rows().forEach(row -> table.row(cells(row)));
        table.lines().forEach(line -> out.println(line.toString()));
    }

    private static AttributedString[] cells(List<? extends @Nullable Object> values) {
        return values.stream()
                .map(value -> new AttributedString(value == null ? "-" : TextTable.harmless(value.toString())))
                .toArray(AttributedString[]::new);
    }

    private static ObjectNode json(SqlExplanation explanation) {
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        root.put("query", explanation.query()).put("sql", explanation.sql());
        explanation.values().forEach(root.putArray("values")::addPOJO);
        explanation.columns().forEach(root.putArray("columns")::add);
        ArrayNode rows = root.putArray("rows");
        explanation.rows().forEach(row -> row.forEach(rows.addArray()::addPOJO));
        return root;
    }
}
