package ai.adcio.agent;

import ai.adcio.catalog.CategorySummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the shopper could say next: only things that the clerk can carry out on this catalogue. */
final class Suggestions {
    private static final int MOST = 3;

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
                .anyMatch(c -> c instanceof ai.adcio.catalog.Constraint.Range r
                        && r.field().equals(Fields.RATING));
        if (!ratingBound && turn.catalog().capabilities().records(Fields.RATING)) {
            next.add(turn.say("suggest.rated"));
        }
        if (shown.size() == 1) {
            next.add(turn.say("suggest.details"));
        }
        return next.stream().limit(MOST).toList();
    }

    /** When there is nothing to go on from: the shop's largest kinds of product. */
    static List<String> starters(TurnContext turn) {
        return topKinds(turn, MOST).stream()
                .map(kind -> turn.say("suggest.kind", kind))
                .toList();
    }

    /** The kinds of product that most products are of. */
    static List<String> topKinds(TurnContext turn, int limit) {
        return turn.catalog().capabilities().categories().stream()
                .filter(category -> category.leafCount() > 0)
                .sorted(Comparator.comparingInt(CategorySummary::leafCount)
                        .reversed()
                        .thenComparing(CategorySummary::name))
                .limit(limit)
                .map(CategorySummary::name)
                .toList();
    }
}
