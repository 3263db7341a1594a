package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShoppingNeed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an interpretation in one line, so that a test can state all of it at once: what is asked unless products are to
 * be shown, the topic, each condition with the shopper's words for it, and whatever else the need holds.
 */
final class Understood {
    private Understood() {}

    /** Holds each line of a table of turns and what is understood of the last of them, {@code turn / turn | all}. */
    static void inTurns(Supplier<Chat> shop, String table) {
        lines(table, 2, line -> shop.get().understood(line[0], PageContext.EMPTY));
    }

    /** The same beside the page of a product, {@code turns | product | all}. */
    static void besideAProduct(Supplier<Chat> shop, String table) {
        lines(table, 3, line -> shop.get().understood(line[0], PageContext.product(line[1])));
    }

    /** The same beside a page that lists products, {@code turns | product product | all}. */
    static void besideAList(Supplier<Chat> shop, String table) {
        lines(table, 3, line -> shop.get().understood(line[0], PageContext.listing(List.of(line[1].split(" ")))));
    }

    /** One test for a whole table, since starting a test takes longer than a turn, and mutants start them often. */
    private static void lines(String table, int columns, Function<String[], String> understood) {
        List<String> said = table.strip().lines().map(String::strip).toList();
        List<String> read = new ArrayList<>();
        for (String line : said) {
            String[] cells = line.split(" \\| ", columns);
            String turns = line.substring(0, line.length() - cells[columns - 1].length());
            read.add(turns + understood.apply(cells));
        }
        assertThat(read).isEqualTo(said);
    }

    static String of(Interpretation meaning) {
        List<String> parts = new ArrayList<>();
        String ask = ask(meaning.ask());
        if (!ask.isEmpty()) {
            parts.add(ask);
        }
        meaning.notCarried().forEach(n -> parts.add("lacks " + n.text()));
        ShoppingNeed need = meaning.need();
        if (need.topic() != null) {
            parts.add(need.topic() + kind(need));
        }
        need.constraints().stream()
                .filter(c -> !c.text().equals(need.topic()))
                .forEach(c -> parts.add(condition(c) + " '" + c.text() + '\''));
        list(parts, "words", need.terms());
        list(parts, "hints", hints(need));
        list(parts, "avoid", need.unwanted());
        need.setAside().stream().map(SetAside::text).forEach(t -> parts.add("aside '" + t + '\''));
        need.facts().forEach(f -> parts.add(f.kind() + " '" + f.text() + '\''));
        if (need.sort() != null) {
            parts.add("sorted by " + order(need.sort()));
        }
        if (need.similarTo() != null) {
            parts.add("like " + need.similarTo());
        }
        list(parts, "without", need.excludedIds());
        return String.join("; ", parts);
    }

    /** What stands for the topic, unless it is the category or the title that goes by the same word. */
    private static String kind(ShoppingNeed need) {
        String topic = need.topic();
        List<Constraint> kinds =
                need.constraints().stream().filter(c -> c.text().equals(topic)).toList();
        if (kinds.isEmpty()) {
            return " or not";
        }
        String condition = condition(kinds.getFirst());
        String plain = fold(condition.replaceAll("categories=|title=", ""));
        boolean same = Stream.of(plain.split(" or ")).allMatch(name -> alike(name, fold(topic)));
        return same ? "" : " (" + condition + ')';
    }

    private static boolean alike(String name, String topic) {
        return singular(name).equals(singular(topic));
    }

    private static String singular(String word) {
        return word.replaceAll("ves$", "f").replaceAll("s$", "");
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** The words that only a search makes something of. */
    private static List<String> hints(ShoppingNeed need) {
        Set<String> hints = new LinkedHashSet<>(TextFolding.words(need.query()));
        need.constraints().forEach(c -> TextFolding.words(c.text()).forEach(hints::remove));
        need.terms().forEach(hints::remove);
        TextFolding.words(fold(need.topic())).forEach(hints::remove);
        return List.copyOf(hints);
    }

    private static void list(List<String> parts, String name, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(name + ' ' + String.join(" ", items));
        }
    }

    private static String ask(Ask ask) {
        return switch (ask) {
            case Ask.Show ignored -> "";
            case Ask.AskBack ignored -> "ASK BACK";
            case Ask.Reset ignored -> "RESET";
            case Ask.Count count -> words("COUNT", count.scope());
            case Ask.Average average -> "AVERAGE " + average.field();
            case Ask.Superlative extreme -> words("TOP BY " + order(extreme.order()), extreme.scope());
            case Ask.Details details -> about(details);
            case Ask.Compare compare ->
                words("COMPARE", compare.productIds())
                        + (compare.criterion() == null ? "" : " by " + order(compare.criterion()));
            case Ask.OnPage page -> action(page.action());
            case Ask.ShopQuestion question -> "SHOP " + question.topic();
            case Ask.Talk talk -> "TALK " + talk.kind();
        };
    }

    private static String about(Ask.Details details) {
        String text = words("ABOUT", details.productIds());
        if (!details.fields().isEmpty()) {
            text += ": "
                    + String.join(
                            " ",
                            details.fields().stream().map(Understood::field).toList());
        }
        return details.topic().isEmpty() ? text : text + " '" + details.topic() + '\'';
    }

    private static String action(PageAction action) {
        return switch (action) {
            case PageAction.Navigate go -> "GO " + go.place() + (go.id() == null ? "" : ' ' + go.id());
            case PageAction.Filter filter -> "FILTER " + all(filter.constraints(), " and ");
            case PageAction.Sort sort -> "SORT BY " + order(sort.order());
            case PageAction.AddToCart add ->
                "CART " + add.productId() + (add.quantity() == 1 ? "" : " x" + add.quantity());
            default -> action.toString();
        };
    }

    private static String words(String first, List<String> rest) {
        return rest.isEmpty() ? first : first + ' ' + String.join(" ", rest);
    }

    private static String order(SortOrder order) {
        return (order.ascending() ? "least " : "most ") + field(order.field());
    }

    /** A condition without its words, such as {@code price<=30} or {@code brand!=Tallow}. */
    static String condition(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf any -> field(any.field()) + '=' + String.join("/", any.values());
            case Constraint.NoneOf none -> field(none.field()) + "!=" + String.join("/", none.values());
            case Constraint.Range range -> range(range);
            case Constraint.Present present -> "has " + field(present.field());
            case Constraint.Either either -> all(either.alternatives(), " or ");
        };
    }

    private static String all(List<Constraint> constraints, String between) {
        return String.join(
                between, constraints.stream().map(Understood::condition).toList());
    }

    private static String range(Constraint.Range range) {
        return field(range.field()) + end(range.lower(), ">") + end(range.upper(), "<");
    }

    private static String end(Constraint.@Nullable Bound bound, String sign) {
        return bound == null
                ? ""
                : sign
                        + (bound.inclusive() ? "=" : "")
                        + bound.value().stripTrailingZeros().toPlainString();
    }

    private static String field(String field) {
        String attribute = Fields.attributeName(field);
        return attribute == null ? field : attribute;
    }
}
