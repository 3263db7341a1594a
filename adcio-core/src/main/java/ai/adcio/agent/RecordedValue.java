package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.PlainDigits;
import java.math.BigDecimal;

/** What a record holds in a field, for machines: its own spelling, numbers in plain digits. */
final class RecordedValue {
    private RecordedValue() {}

    static AgentReply.Evidence evidence(Product product, String field) {
        return new AgentReply.Evidence(field, of(product, field));
    }

    /** The value, or empty when the record has none. */
    static String of(Product product, String field) {
        if (field.equals(Fields.PRICE) && product.price() != null) {
            return PlainDigits.recorded(product.price());
        }
        if (field.equals(Fields.LIST_PRICE) && product.listPrice() != null) {
            return PlainDigits.recorded(product.listPrice());
        }
        if (field.equals(Fields.RATING) && product.rating() != null) {
            return PlainDigits.number(BigDecimal.valueOf(product.rating().value()));
        }
        return String.join(", ", Fields.texts(product, field));
    }
}
