package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The currency in which amounts of a field are ordered and averaged, as amounts of several have neither order nor mean.
 *
 * @param currency the one that a condition names, else the catalogue's most frequent; null for a field that is no money
 * @param mixed whether the catalogue has prices in other currencies, which are then left out
 */
record MoneyField(@Nullable Currency currency, boolean mixed) {
    static MoneyField of(TurnContext turn, String field) {
        List<Currency> currencies = turn.catalog().capabilities().currencies();
        boolean money = field.equals(Fields.PRICE) || field.equals(Fields.LIST_PRICE);
        if (!money || currencies.isEmpty()) {
            return new MoneyField(null, false);
        }
        Currency named = null;
        for (Constraint constraint : turn.need().constraints()) {
            if (named == null
                    && constraint instanceof Constraint.Range range
                    && range.field().equals(field)) {
                named = range.currency();
            }
        }
        return new MoneyField(named == null ? currencies.getFirst() : named, currencies.size() > 1);
    }

    /** What is said of the currencies left out; empty when there are none. */
    String note(TurnContext turn) {
        return currency == null || !mixed ? "" : " " + turn.say("currency.only", currency.getCurrencyCode());
    }

    @Nullable
    String code() {
        return currency == null ? null : currency.getCurrencyCode();
    }
}
