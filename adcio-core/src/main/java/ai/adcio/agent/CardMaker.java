package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.reply.internal.Wording;
import ai.adcio.retrieval.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes cards of records, each with a reason that rests on the record's own fields. For one turn. */
final class CardMaker {
    private static final int MAX_EVIDENCE = 4;

    private final Phrases phrases;
    private final Wording wording;

    CardMaker(TurnContext turn) {
        this.phrases = turn.phrases();
        this.wording = turn.wording();
    }

    /** Cards in the order of the products; the reason speaks of the conditions that each meets. */
    List<AgentReply.Card> cards(
            List<Product> products, List<Constraint> met, Map<String, List<Candidate.Provenance>> provenance) {
        List<AgentReply.Card> cards = new ArrayList<>(products.size());
        for (Product product : products) {
            cards.add(new AgentReply.Card(
                    cards.size() + 1, product, reason(product, met), provenance.getOrDefault(product.id(), List.of())));
        }
        return cards;
    }

    /** Cards of products that were named, not searched for. */
    List<AgentReply.Card> named(List<Product> products) {
        return cards(products, List.of(), Map.of());
    }

    private AgentReply.Reason reason(Product product, List<Constraint> met) {
        Set<String> fields = new LinkedHashSet<>();
        met.forEach(constraint -> collect(constraint, product, fields));
        if (product.listPrice() != null) {
            fields.add(Fields.LIST_PRICE);
        }
        fields.add(Fields.PRICE);
        fields.add(Fields.RATING);
        fields.add(Fields.BRAND);
        List<AgentReply.Evidence> evidence = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            String value = wording.value(product, field);
            if (!value.isEmpty() && evidence.size() < MAX_EVIDENCE) {
                evidence.add(RecordedValue.evidence(product, field));
                parts.add(part(product, field, value));
            }
        }
        if (parts.isEmpty()) {
            String value = wording.value(product, Fields.AVAILABILITY);
            evidence.add(RecordedValue.evidence(product, Fields.AVAILABILITY));
            parts.add(value);
        }
        String stock = wording.value(product, Fields.AVAILABILITY);
        if (!product.availability().orderable() && !parts.contains(stock)) {
            parts.add(stock);
        }
        return new AgentReply.Reason(String.join(phrases.say("reason.separator"), parts), evidence);
    }

    /** A field and its value; what is in stock or not says so by itself. */
    private String part(Product product, String field, String value) {
        if (field.equals(Fields.AVAILABILITY)) {
            return value;
        }
        String name = Wording.flag(product, field) == null ? phrases.fieldName(field) : phrases.flagName(field);
        return phrases.say("reason.part", name, value);
    }

    /** The fields that a condition was met by; an exclusion is met by what is absent, and absence is no evidence. */
    private static void collect(Constraint constraint, Product product, Set<String> fields) {
        switch (constraint) {
            case Constraint.AnyOf c -> fields.add(c.field());
            case Constraint.Range c -> fields.add(c.field());
            case Constraint.Present c -> fields.add(c.field());
            case Constraint.NoneOf ignored -> {
                // Nothing to show.
            }
            case Constraint.Either c ->
                c.alternatives().stream()
                        .filter(alternative -> alternative.test(product))
                        .findFirst()
                        .ifPresent(alternative -> collect(alternative, product, fields));
        }
        fields.remove(Fields.TITLE);
        fields.remove(Fields.CATEGORIES);
    }
}
