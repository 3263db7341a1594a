package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.PageAction;
import ai.adcio.understanding.Ask;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the shop's page what to do, and the shopper what was done. */
final class PageHandler implements TurnHandler<Ask.OnPage> {
    @Override
    public Outcome handle(Ask.OnPage ask, TurnContext turn) {
        return switch (ask.action()) {
            case PageAction.Navigate a -> navigate(a, turn);
            case PageAction.Filter a ->
                done(
                        a,
                        turn.say(
                                "page.filter",
                                a.constraints().stream()
                                        .map(turn.conditions()::of)
                                        .collect(Collectors.joining(", "))),
                        turn);
            case PageAction.Sort a ->
                done(a, turn.say("page.sort", turn.phrases().fieldName(a.order().field())), turn);
            case PageAction.Highlight a -> done(a, turn.say("page.highlight"), turn);
            case PageAction.Rearrange a -> done(a, turn.say("page.rearrange"), turn);
            case PageAction.AddToCart a -> addToCart(a, turn);
        };
    }

    private static Outcome navigate(PageAction.Navigate action, TurnContext turn) {
        if (action.place() != PageAction.Place.PRODUCT) {
            String place = action.id() != null
                    ? action.id()
                    : turn.say("place." + action.place().name().toLowerCase(Locale.ROOT));
            return done(action, turn.say("page.navigate", place), turn);
        }
        Product product = action.id() == null ? null : turn.catalog().records().get(action.id());
        if (product == null) {
            return Outcome.saying(turn.say("details.which"))
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        return Outcome.saying(turn.say("page.navigate", product.title()))
                .actions(new PageAction.Navigate(PageAction.Place.PRODUCT, product.id(), product.url()))
                .suggestions(List.of(turn.say("suggest.similar")))
                .focus(product.id())
                .build();
    }

    private static Outcome addToCart(PageAction.AddToCart action, TurnContext turn) {
        Product product = turn.catalog().records().get(action.productId());
        if (product == null) {
            return Outcome.saying(turn.say("details.which"))
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        if (!product.availability().orderable()) {
            return Outcome.saying(turn.say(
                            "details.availability",
                            product.title(),
                            turn.wording().value(product, Fields.AVAILABILITY)))
                    .suggestions(List.of(turn.say("suggest.similar")))
                    .focus(product.id())
                    .build();
        }
        return Outcome.saying(turn.say("page.addToCart", product.title()))
                .actions(action)
                .suggestions(List.of(turn.say("suggest.similar")))
                .focus(product.id())
                .build();
    }

    private static Outcome done(PageAction action, String text, TurnContext turn) {
        return Outcome.saying(text)
                .actions(action)
                .suggestions(Suggestions.starters(turn))
                .focus(turn.conversation().focusId())
                .build();
    }
}
