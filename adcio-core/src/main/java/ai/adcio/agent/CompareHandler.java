package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.reply.AgentReply;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sets products side by side in a table that is filled from their records. */
final class CompareHandler implements TurnHandler<Ask.Compare> {
    private static final int MAX_PRODUCTS = 6;
    private static final int MAX_ATTRIBUTES = 8;
    private static final List<String> ALWAYS = List.of(Fields.PRICE, Fields.RATING, Fields.BRAND, Fields.AVAILABILITY);

    @Override
    public Outcome handle(Ask.Compare ask, TurnContext turn) {
        List<Product> products =
                turn.records(ask.productIds()).stream().limit(MAX_PRODUCTS).toList();
        if (products.size() < 2) {
            return Outcome.saying(turn.say("compare.which"))
                    .cards(new CardMaker(turn).named(products))
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        SortOrder criterion = ask.criterion();
        String text;
        String winner = null;
        if (criterion == null) {
            text = differences(products, turn);
        } else {
            List<Product> ranked = products.stream()
                    .filter(p -> !Fields.numbers(p, criterion.field(), null).isEmpty())
                    .sorted(by(criterion))
                    .toList();
            if (ranked.isEmpty()) {
                text = turn.say("compare.unrecorded", turn.phrases().fieldName(criterion.field()));
            } else {
                winner = ranked.getFirst().id();
                text = verdict(ranked, criterion, turn);
                products = winnerFirst(products, ranked.getFirst());
            }
        }
        return Outcome.saying(text)
                .cards(new CardMaker(turn).named(products))
                .comparison(table(products, turn))
                .suggestions(Suggestions.afterComparison(turn, winner))
                .focus(winner)
                .build();
    }

    private static List<Product> winnerFirst(List<Product> products, Product winner) {
        List<Product> ordered = new ArrayList<>(products);
        ordered.remove(winner);
        ordered.addFirst(winner);
        return ordered;
    }

    private static String verdict(List<Product> ranked, SortOrder criterion, TurnContext turn) {
        String field = criterion.field();
        Product first = ranked.getFirst();
        List<String> values = ranked.stream()
                .map(p -> turn.say("compare.value", p.title(), turn.wording().value(p, field)))
                .toList();
        boolean tie = ranked.size() > 1 && number(ranked.get(0), field).compareTo(number(ranked.get(1), field)) == 0;
        String all = String.join(turn.say("reason.separator"), values);
        return tie
                ? turn.say("compare.tie", turn.phrases().fieldName(field), all)
                : turn.say("compare.winner", first.title(), turn.phrases().fieldName(field), all);
    }

    private static String differences(List<Product> products, TurnContext turn) {
        List<String> lines = products.stream()
                .map(p -> {
                    String price = turn.wording().value(p, Fields.PRICE);
                    String rating = turn.wording().value(p, Fields.RATING);
                    List<String> known =
                            Stream.of(price, rating).filter(v -> !v.isEmpty()).toList();
                    return known.isEmpty() ? p.title() : turn.say("compare.value", p.title(), String.join(", ", known));
                })
                .toList();
        return turn.say("compare.table", String.join(turn.say("reason.separator"), lines));
    }

    private static AgentReply.Comparison table(List<Product> products, TurnContext turn) {
        List<String> fields = new ArrayList<>();
        for (String field : ALWAYS) {
            if (products.stream().anyMatch(p -> !Fields.texts(p, field).isEmpty())) {
                fields.add(field);
            }
        }
        // What most of them record comes first, in the order of the first record.
        Map<String, Integer> recorded = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Product product : products) {
            for (String name : product.attributes().keySet()) {
                if (recorded.merge(name, 1, Integer::sum) == 1) {
                    names.add(name);
                }
            }
        }
        names.stream()
                .sorted(Comparator.comparingInt((String name) -> -recorded.getOrDefault(name, 0)))
                .limit(MAX_ATTRIBUTES)
                .forEach(name -> fields.add(Fields.attribute(name)));
        List<List<String>> rows = fields.stream()
                .map(field -> products.stream()
                        .map(p -> turn.wording().value(p, field))
                        .toList())
                .toList();
        return new AgentReply.Comparison(
                fields, products.stream().map(Product::id).toList(), rows);
    }

    private static Comparator<Product> by(SortOrder order) {
        Comparator<Product> byValue = Comparator.comparing(p -> number(p, order.field()));
        return order.ascending() ? byValue : byValue.reversed();
    }

    private static BigDecimal number(Product product, String field) {
        return Fields.numbers(product, field, null).getFirst();
    }
}
