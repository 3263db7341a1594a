package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.understanding.internal.Meaning.Value;
import java.util.List;

/** Applies what is known of whoever will wear it: for whom it is meant, and the shopper's own size. */
final class WearerEdits {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final NeedDraft draft;

    WearerEdits(Turn turn, NeedDraft draft) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.draft = draft;
    }

    /** Clothes for a girlfriend are for women; where a kind is not made for either, whom it is for says nothing. */
    void applyRecipient() {
        String said = reading.has("for.women") ? "women" : reading.has("for.men") ? "men" : null;
        boolean both = reading.has("for.women") && reading.has("for.men");
        boolean named =
                reading.values.stream().anyMatch(v -> v.meaning().concept().equals("gender"));
        if (said == null || both || named || !kindIsGendered()) {
            return;
        }
        for (Meaning meaning : vocabulary.trie().get(said)) {
            if (meaning instanceof Value value && vocabulary.fields("gender").contains(value.field())) {
                draft.replace(Slots.value(said, value.field(), value.match(), value.values()));
                return;
            }
        }
    }

    private boolean kindIsGendered() {
        int products = 0;
        int recorded = 0;
        for (String category : Slots.categories(draft.kind())) {
            products += vocabulary.productsIn(category);
            for (String field : vocabulary.fields("gender")) {
                String attribute = Fields.attributeName(field);
                recorded += attribute == null ? 0 : vocabulary.statistics().attributeInCategory(attribute, category);
            }
        }
        return products > 0 && 2 * recorded >= products;
    }

    /** Whoever said what size they wear is shown what comes in it, as soon as a kind is sought that has that size. */
    void applyOwnSize() {
        reading.ownSizes.forEach(size -> draft.addFact(
                new ShopperFact(ShopperFact.Kind.SIZE, size.meaning().values().getFirst(), List.of())));
        List<String> fields = vocabulary.fields("size");
        Constraint kind = draft.kind();
        boolean sized = draft.constraints().stream().anyMatch(c -> fields.contains(draft.slot(c)));
        if (fields.isEmpty()
                || kind == null
                || !draft.isNew(kind)
                || sized
                || reading.hasAny("for.women", "for.men", "gift")) {
            return;
        }
        for (ShopperFact fact : draft.facts()) {
            boolean comesIn = fact.kind() == ShopperFact.Kind.SIZE
                    && Slots.categories(kind).stream()
                            .anyMatch(category -> vocabulary.statistics().sizeInCategory(fact.text(), category) > 0);
            if (comesIn) {
                draft.replace(new AnyOf(fact.text(), fields.getFirst(), Match.EXACT, List.of(fact.text())));
                return;
            }
        }
    }
}
