package ai.adcio.reply;

import ai.adcio.conversation.PageAction;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** What the page is to do, on the wire: {@code {type, target, requiresConfirmation}}. */
final class PageActionJson {
    private PageActionJson() {}

    static void write(JsonGenerator json, PageAction action) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type(action));
        json.writeObjectFieldStart("target");
        switch (action) {
            case PageAction.Navigate a -> {
                json.writeStringField("place", a.place().name().toLowerCase(Locale.ROOT));
                ProductJson.optional(json, "id", a.id());
                ProductJson.optional(json, "url", a.url());
            }
            case PageAction.Filter a -> ConstraintJson.list(json, "constraints", a.constraints());
            case PageAction.Sort a -> {
                json.writeStringField("field", a.order().field());
                json.writeStringField("order", a.order().ascending() ? "asc" : "desc");
            }
            case PageAction.Highlight a -> ProductJson.strings(json, "productIds", a.productIds());
            case PageAction.Rearrange a -> ProductJson.strings(json, "productIds", a.productIds());
            case PageAction.AddToCart a -> {
                json.writeStringField("productId", a.productId());
                ProductJson.optional(json, "variantId", a.variantId());
                json.writeNumberField("quantity", a.quantity());
            }
        }
        json.writeEndObject();
        json.writeBooleanField("requiresConfirmation", action.requiresConfirmation());
        json.writeEndObject();
    }

    private static String type(PageAction action) {
        return switch (action) {
            case PageAction.Navigate ignored -> "navigate";
            case PageAction.Filter ignored -> "filter";
            case PageAction.Sort ignored -> "sort";
            case PageAction.Highlight ignored -> "highlight";
            case PageAction.Rearrange ignored -> "rearrange";
            case PageAction.AddToCart ignored -> "add_to_cart";
        };
    }
}
