package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.reply.internal.Wording;

/** One sentence on what a record says in one field. */
final class FieldSentence {
    private FieldSentence() {}

    static String of(Product product, String field, TurnContext turn) {
        Phrases phrases = turn.phrases();
        Wording wording = turn.wording();
        String title = product.title();
        if (field.equals(Fields.LIST_PRICE) && turn.catalog().capabilities().records(field)) {
            return sale(product, turn);
        }
        String value = wording.value(product, field);
        if (value.isEmpty()) {
            return turn.say("details.unrecorded", title, phrases.fieldName(field));
        }
        if (field.equals(Fields.AVAILABILITY)) {
            return turn.say("details.availability", title, value);
        }
        Boolean flag = Wording.flag(product, field);
        if (flag != null) {
            return turn.say(flag ? "details.yes" : "details.no", title, phrases.flagName(field));
        }
        String own = "details.field." + field;
        boolean several = Fields.attributeName(field) != null
                && Fields.texts(product, field).size() > 1;
        String phrase = phrases.has(own) ? own : several ? "details.choice" : "details.field";
        String text = turn.say(phrase, title, phrases.fieldName(field), value);
        return field.equals(Fields.PRICE) && product.listPrice() != null
                ? text + " " + turn.say("details.listPrice", wording.money(product.listPrice()))
                : text;
    }

    /** Whether a product is on sale: it is when its record has a price from before. */
    private static String sale(Product product, TurnContext turn) {
        String price = turn.wording().value(product, Fields.PRICE);
        String before = turn.wording().value(product, Fields.LIST_PRICE);
        if (!before.isEmpty() && !price.isEmpty()) {
            return turn.say("details.onSale", product.title(), price, before);
        }
        return price.isEmpty()
                ? turn.say("details.notOnSale", product.title())
                : turn.say("details.notOnSaleAt", product.title(), price);
    }
}
