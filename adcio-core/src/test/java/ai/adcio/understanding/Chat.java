package ai.adcio.understanding;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.conversation.ShownList;
import ai.adcio.conversation.UserTurn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays turns against a shop and shows, for each, all products that meet the need in the catalogue's order. */
final class Chat {
    private static final DeterministicInterpreter INTERPRETER = DeterministicInterpreter.create();
    /** Kept, since the interpreter builds its vocabulary once for each snapshot. */
    private static final CatalogSnapshot ENGLISH = SmallShops.english();

    private static final CatalogSnapshot KOREAN = SmallShops.korean();

    private static final CatalogSnapshot GADGETS = SmallShops.gadgets();

    private static final CatalogSnapshot WARDROBE = SmallShops.wardrobe();

    private static final CatalogSnapshot DRINKS = SmallShops.drinks();

    private static final CatalogSnapshot TITLES_ONLY = SmallShops.titlesOnly();

    private final CatalogSnapshot shop;
    private Conversation conversation = Conversation.start("chat");
    private @Nullable Interpretation last;

    private Chat(CatalogSnapshot shop) {
        this.shop = shop;
    }

    static Chat english() {
        return new Chat(ENGLISH);
    }

    static Chat korean() {
        return new Chat(KOREAN);
    }

    /** Shirts and shoes in all their sizes. */
    static Chat wardrobe() {
        return new Chat(WARDROBE);
    }

    /** A shop whose fields say little of what its titles say. */
    static Chat titlesOnly() {
        return new Chat(TITLES_ONLY);
    }

    /** Bottles, mugs and what belongs to them. */
    static Chat drinks() {
        return new Chat(DRINKS);
    }

    static Chat gadgets() {
        return new Chat(GADGETS);
    }

    /** What is understood of the last of several turns, which strokes part, beside a page, in one line. */
    String understood(String turns, PageContext page) {
        String[] said = turns.split(" / ");
        for (int i = 0; i < said.length - 1; i++) {
            say(said[i]);
        }
        return Understood.of(say(said[said.length - 1], page));
    }

    Interpretation say(String text) {
        return say(text, PageContext.EMPTY);
    }

    Interpretation say(String text, PageContext page) {
        Interpretation meaning = INTERPRETER.interpret(UserTurn.of("chat", text).on(page), conversation, shop);
        int turn = conversation.turns() + 1;
        List<ShoppingNeed> earlier = new ArrayList<>(conversation.earlierNeeds());
        if (meaning.topicChanged() && conversation.need().topic() != null) {
            earlier.addFirst(conversation.need());
        }
        List<Exchange> history = new ArrayList<>(conversation.history());
        history.add(new Exchange(turn, text, meaning.intent(), meaning.language(), meaning.need()));
        List<ShownList> shown = new ArrayList<>(conversation.shown());
        List<String> ids = cards(meaning);
        if (!ids.isEmpty()) {
            shown.addFirst(new ShownList(turn, ids, meaning.intent().makesList() && ids.size() > 1));
        }
        conversation = new Conversation(
                "chat",
                0,
                turn,
                meaning.language(),
                meaning.need(),
                earlier,
                history,
                shown,
                meaning.ask() instanceof Ask.Details && !ids.isEmpty() ? ids.getFirst() : null,
                List.of(),
                Map.of());
        last = meaning;
        return meaning;
    }

    private List<String> cards(Interpretation meaning) {
        return switch (meaning.ask()) {
            case Ask.Show ignored -> meaning.notCarried().isEmpty() ? matching(meaning.need()) : List.of();
            case Ask.Details details -> details.productIds();
            case Ask.Compare compare -> compare.productIds();
            default -> List.of();
        };
    }

    private List<String> matching(ShoppingNeed need) {
        List<String> ids = new ArrayList<>();
        shop.records().forEach(p -> {
            if (!need.excludedIds().contains(p.id())
                    && need.constraints().stream().allMatch(c -> c.test(p))) {
                ids.add(p.id());
            }
        });
        return ids;
    }

    /** The ids that meet the need after a turn. */
    List<String> found(String text) {
        return matching(say(text).need());
    }

    /** The one range on a field in the need now, as {@code [lower, upper)} with the kind of bracket that fits. */
    String range(String field) {
        StringBuilder said = new StringBuilder();
        if (last != null) {
            for (Constraint constraint : last.need().constraints()) {
                if (constraint instanceof Constraint.Range range
                        && range.field().equals(field)) {
                    said.append(end(range.lower(), ">", ">=")).append(end(range.upper(), "<", "<="));
                }
            }
        }
        return said.toString();
    }

    private static String end(Constraint.@Nullable Bound bound, String strict, String inclusive) {
        return bound == null ? "" : (bound.inclusive() ? inclusive : strict) + plain(bound.value());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The record of a product of the shop. */
    Product product(String id) {
        Product product = shop.records().get(id);
        if (product == null) {
            throw new IllegalArgumentException(id);
        }
        return product;
    }
}
