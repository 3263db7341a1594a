package ai.adcio.agent;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CategorySummary;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.internal.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the shopper could say next: only things that the clerk can carry out on this catalogue, in their language. */
final class Suggestions {
    private static final int MOST = 3;
    private static final int DEEPEST = 12;

    private Suggestions() {}

    /** After a list was shown. */
    static List<String> after(TurnContext turn, List<Product> shown) {
        List<String> next = new ArrayList<>();
        ShoppingNeed need = turn.need();
        long priced = shown.stream().filter(p -> p.price() != null).count();
        if (priced >= 2 && (need.sort() == null || !need.sort().field().equals(Fields.PRICE))) {
            next.add(turn.say("suggest.cheaper"));
        }
        if (shown.size() >= 2) {
            next.add(turn.say("suggest.compare"));
        }
        boolean ratingBound = need.constraints().stream()
                .anyMatch(c -> c instanceof Constraint.Range r && r.field().equals(Fields.RATING));
        if (!ratingBound && turn.catalog().capabilities().records(Fields.RATING)) {
            next.add(turn.say("suggest.rated"));
        }
        if (shown.size() == 1) {
            next.add(turn.say("suggest.details"));
        }
        return first(next);
    }

    /** After products were set side by side. */
    static List<String> afterComparison(TurnContext turn, @Nullable String winnerId) {
        return winnerId == null ? starters(turn) : List.of(turn.say("suggest.details"), turn.say("suggest.similar"));
    }

    /** When there is nothing to go on from: the shop's largest kinds of product, then what every shop can be asked. */
    static List<String> starters(TurnContext turn) {
        List<String> next = new ArrayList<>();
        topKinds(turn, MOST).forEach(kind -> next.add(turn.say("suggest.kind", kind)));
        CatalogCapabilities capabilities = turn.catalog().capabilities();
        if (capabilities.records(Fields.RATING)) {
            next.add(turn.say("suggest.best"));
        }
        if (capabilities.records(Fields.PRICE)) {
            next.add(turn.say("suggest.cheapest"));
        }
        if (capabilities.records(Fields.LIST_PRICE)) {
            next.add(turn.say("suggest.onSale"));
        }
        return first(next);
    }

    /** How to say that these conditions no longer count. */
    static List<String> loosening(TurnContext turn, List<Constraint> dropped, List<Constraint> kept) {
        String field = dropped.size() == 1 ? field(dropped.getFirst()) : null;
        String any = "suggest.any." + field;
        boolean shared = kept.stream().anyMatch(c -> field != null && field.equals(field(c)));
        return field != null && !shared && turn.phrases().has(any) ? List.of(turn.say(any)) : startingOver(turn, kept);
    }

    /** The need said anew with what is kept of it. */
    static List<String> startingOver(TurnContext turn, List<Constraint> kept) {
        String row = NeedWording.of(turn.need(), kept, turn.conditions()).row();
        return row.isEmpty() ? starters(turn) : List.of(turn.say("suggest.restate", row));
    }

    /** The kinds of product that most products are of, by names in the language of the reply. */
    static List<String> topKinds(TurnContext turn, int limit) {
        Language language = turn.phrases().language();
        List<CategorySummary> all = turn.catalog().capabilities().categories();
        List<CategorySummary> readable =
                all.stream().filter(c -> Writing.suits(language, c.name())).toList();
        List<CategorySummary> narrow =
                readable.stream().filter(c -> c.leafCount() > 0).toList();
        Comparator<CategorySummary> most = narrow.isEmpty()
                ? Comparator.comparingInt(CategorySummary::count)
                : Comparator.comparingInt(CategorySummary::leafCount);
        // Paths that name each kind in several languages end in one of them.
        return (narrow.isEmpty() ? narrowest(all, readable) : narrow)
                .stream()
                        .sorted(most.reversed().thenComparing(CategorySummary::name))
                        .limit(limit)
                        .map(CategorySummary::name)
                        .toList();
    }

    private static List<CategorySummary> narrowest(List<CategorySummary> all, List<CategorySummary> readable) {
        Map<String, String> parents = new HashMap<>();
        for (CategorySummary category : all) {
            if (category.parent() != null) {
                parents.put(category.name(), category.parent());
            }
        }
        Set<String> above = new HashSet<>();
        for (CategorySummary category : readable) {
            String parent = category.parent();
            for (int depth = 0; parent != null && depth < DEEPEST; depth++) {
                above.add(parent);
                parent = parents.get(parent);
            }
        }
        return readable.stream().filter(c -> !above.contains(c.name())).toList();
    }

    private static @Nullable String field(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> c.field();
            case Constraint.NoneOf c -> c.field();
            case Constraint.Range c -> c.field();
            case Constraint.Present c -> c.field();
            case Constraint.Either ignored -> null;
        };
    }

    private static List<String> first(List<String> next) {
        return next.stream().distinct().limit(MOST).toList();
    }
}
