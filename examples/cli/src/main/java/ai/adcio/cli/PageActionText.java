package ai.adcio.cli;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.PageAction;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the shop's page would do, in words. */
final class PageActionText {
    private PageActionText() {}

    static String of(PageAction action) {
        String what = switch (action) {
            case PageAction.Navigate navigate ->
                "go to " + navigate.place().name().toLowerCase(Locale.ROOT)
                        + (navigate.id() == null ? "" : " " + navigate.id());
            case PageAction.Filter filter ->
                "filter by "
                        + filter.constraints().stream().map(Constraint::text).collect(Collectors.joining(", "));
            case PageAction.Sort sort ->
                "sort by " + sort.order().field() + (sort.order().ascending() ? " rising" : " falling");
            case PageAction.Highlight highlight -> "highlight " + String.join(", ", highlight.productIds());
            case PageAction.Rearrange rearrange -> "put first " + String.join(", ", rearrange.productIds());
            case PageAction.AddToCart cart -> "add " + cart.quantity() + " x " + cart.productId() + " to the cart";
        };
        return action.requiresConfirmation() ? what + " (asks first)" : what;
    }
}
