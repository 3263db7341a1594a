package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Present;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Applies what a turn says to the need gathered so far: first the {@linkplain TopicRule topic}, then brands, values,
 * bounds, what is to hold no longer, wishes that the catalogue records nothing about, and what shoppers say of themselves.
 */
final class NeedEditor {
    /** How many pieces may stand between a name and what lifts it. */
    private static final int LIFT_REACH = 3;

    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Language language;
    private final NeedDraft draft;
    private final TopicRule topicRule;

    NeedEditor(Turn turn) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.language = turn.language();
        this.draft = new NeedDraft(turn.vocabulary(), turn.conversation());
        this.topicRule = new TopicRule(turn, draft);
    }

    /** The need as edited so far. */
    NeedDraft draft() {
        return draft;
    }

    /** Comes back to the need whose topic the turn names in other words, if there is one. */
    boolean goBack() {
        return topicRule.goBack();
    }

    /** Applies all that the turn says. */
    void apply() {
        topicRule.apply();
        applyBrands();
        applyValues();
        applyBounds();
        applyOwnSize();
        applyRelaxations();
        applyWishes();
        reading.facts.forEach(f -> draft.addFact(new ShopperFact(
                f.meaning().kind(), f.piece().text(), f.meaning().cues())));
        if (reading.sort != null) {
            draft.sort(reading.sort);
        }
        reading.unwanted.forEach(draft::unwanted);
        reading.withoutTitleWords.forEach(this::applyWithout);
        applyCheap();
        draft.forgetExcludedWhenChanged();
    }

    private void applyBrands() {
        lift(reading.brands, b -> Fields.BRAND);
        lift(reading.negatedBrands, b -> Fields.BRAND);
        lift(reading.values, v -> v.meaning().field());
        lift(reading.negatedValues, v -> v.meaning().field());
        if (!reading.brands.isEmpty()) {
            List<String> names = new ArrayList<>();
            reading.brands.forEach(b -> names.addAll(b.meaning().names()));
            if (reading.kinds.isEmpty() && topicRule.brandIsTopic(names)) {
                topicRule.startWithBrand();
            }
            draft.removeIf(c ->
                    c instanceof NoneOf none && none.field().equals(Fields.BRAND) && names.containsAll(none.values()));
            String text = text(
                    reading.brands.getFirst().piece(), reading.brands.getLast().piece());
            putOrAdd(new AnyOf(text, Fields.BRAND, Match.EXACT, names));
        }
        for (Named<Brand> brand : reading.negatedBrands) {
            draft.removeIf(c -> c instanceof AnyOf any
                    && any.field().equals(Fields.BRAND)
                    && brand.meaning().names().containsAll(any.values()));
            draft.add(new NoneOf(
                    brand.piece().text(),
                    Fields.BRAND,
                    Match.EXACT,
                    brand.meaning().names(),
                    false));
        }
    }

    /** "It doesn't have to be red", 빨강 아니어도 돼: what the name is of is bound to no value any longer. */
    private <M extends Meaning> void lift(List<Named<M>> names, Function<Named<M>, String> field) {
        names.removeIf(name -> {
            boolean lifted = false;
            for (int j = Math.max(0, name.index() - LIFT_REACH);
                    j <= Math.min(reading.pieces.size() - 1, name.index() + LIFT_REACH);
                    j++) {
                Piece piece = reading.pieces.get(j);
                lifted |= piece.is("lift") && (piece.hangul() ? j > name.index() : j < name.index());
            }
            if (lifted) {
                draft.removeIf(c -> draft.slot(c).equals(field.apply(name)));
            }
            return lifted;
        });
    }

    private void applyValues() {
        Map<String, List<Named<Value>>> byField = new LinkedHashMap<>();
        for (Named<Value> value : reading.values) {
            byField.computeIfAbsent(
                            value.meaning().field() + '/' + value.meaning().concept(), k -> new ArrayList<>())
                    .add(value);
        }
        byField.values().forEach(values -> {
            Value first = values.getFirst().meaning();
            Set<String> all = new LinkedHashSet<>();
            values.forEach(v -> all.addAll(v.meaning().values()));
            String text = text(values.getFirst().piece(), values.getLast().piece());
            draft.removeIf(c ->
                    c instanceof NoneOf none && none.field().equals(first.field()) && all.containsAll(none.values()));
            putOrAdd(Slots.value(text, first.field(), first.match(), List.copyOf(all)));
        });
        for (Named<Value> value : reading.negatedValues) {
            Value meaning = value.meaning();
            draft.removeIf(c -> c instanceof AnyOf any
                    && any.field().equals(meaning.field())
                    && meaning.values().containsAll(any.values()));
            // 여자 말고 남자: what is for both is for men, too.
            List<String> denied = meaning.values().stream()
                    .filter(v -> reading.values.stream()
                            .noneMatch(wanted -> wanted.meaning().field().equals(meaning.field())
                                    && wanted.meaning().values().contains(v)))
                    .toList();
            draft.add(new NoneOf(
                    value.piece().text(),
                    meaning.field(),
                    meaning.match(),
                    denied.isEmpty() ? meaning.values() : denied,
                    meaning.choice()));
        }
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (piece.is("sale") && vocabulary.capabilities().records(Fields.LIST_PRICE)) {
                Present reduced = new Present(piece.text(), Fields.LIST_PRICE);
                if (denied(i)) {
                    // No condition says that a field is empty; what is not asked for is at least no longer required.
                    draft.removeIf(c -> draft.slot(c).equals(draft.slot(reduced)));
                } else {
                    draft.replace(reduced);
                }
            }
            if (piece.is("preorder")) {
                List<String> preorder = List.of("PreOrder");
                draft.replace(
                        denied(i)
                                ? new NoneOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, preorder, false)
                                : new AnyOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, preorder));
            }
            if (piece.is("instock")) {
                draft.replace(new AnyOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, List.of("InStock")));
            }
        }
        applyRecipient();
        for (Named<Fact> fact : reading.withoutCautions) {
            for (String field : vocabulary.fields("caution")) {
                draft.add(new NoneOf(
                        fact.piece().text(), field, Match.WORDS, fact.meaning().cues(), false));
            }
        }
    }

    private boolean denied(int i) {
        boolean negated = i + 1 < reading.pieces.size()
                && reading.pieces.get(i + 1).text().equals("안");
        return negated || new Denial(reading).covers(i);
    }

    /** "Or brown", 흰색도 추가: what is said beside the value before is to be had as well as that. */
    private void putOrAdd(Constraint said) {
        if (said instanceof AnyOf wanted && addsToEarlier()) {
            for (Constraint before : draft.constraints()) {
                if (before instanceof AnyOf had
                        && had.field().equals(wanted.field())
                        && had.match() == wanted.match()
                        && !draft.isNew(had)) {
                    Set<String> all = new LinkedHashSet<>(had.values());
                    all.addAll(wanted.values());
                    draft.replace(
                            new AnyOf(had.text() + " / " + wanted.text(), had.field(), had.match(), List.copyOf(all)));
                    return;
                }
            }
        }
        draft.replace(said);
    }

    /** Whether the turn only names more of what was named before. */
    private boolean addsToEarlier() {
        boolean other = reading.hasAny("only", "instead", "newtopic", "count", "average", "correction", "better");
        if (other || !reading.kinds.isEmpty() || reading.superlative != null || reading.values.size() > 1) {
            return false;
        }
        return reading.pieces.getFirst().is("more.too")
                || reading.pieces.stream().skip(1).anyMatch(p -> p.is("more.too") && !p.is("or"));
    }

    /** What is denied must stand neither in a title nor in what is recorded of the product's contents. */
    private void applyWithout(String word) {
        draft.add(new NoneOf(word, Fields.TITLE, Match.WORDS, List.of(word), false));
        for (String concept : List.of("ingredient", "caution")) {
            for (String field : vocabulary.fields(concept)) {
                var summary = vocabulary.capabilities().field(field);
                boolean says = summary != null
                        && summary.values().stream().anyMatch(v -> TextFolding.containsPhrase(v.value(), word));
                if (says) {
                    draft.add(new NoneOf(word, field, Match.WORDS, List.of(word), false));
                }
            }
        }
    }

    /** "Cheap boots": of a kind that has been named and nothing else to choose by, the cheapest come first. */
    private void applyCheap() {
        if (reading.sort != null
                || reading.superlative != null
                || reading.kinds.isEmpty()
                || !reading.words.isEmpty()
                || reading.hasAny("cheaper", "dearer", "compare", "count", "average", "detail")) {
            return;
        }
        for (int i = 0; i < reading.pieces.size(); i++) {
            if (reading.pieces.get(i).is("deg.cheap") && !reading.used[i] && !denied(i)) {
                draft.sort(new SortOrder(Fields.PRICE, true));
            }
        }
    }

    /** Clothes for a girlfriend are for women; where a kind is not made for either, whom it is for says nothing. */
    private void applyRecipient() {
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
    private void applyOwnSize() {
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

    private void applyBounds() {
        reading.bounds.forEach(draft::bound);
        reading.measures.forEach(draft::replace);
    }

    private void applyRelaxations() {
        for (String concept : reading.relaxed) {
            List<String> slots = switch (concept) {
                case "price" -> List.of(Fields.PRICE);
                case "brand" -> List.of(Fields.BRAND, "!" + Fields.BRAND);
                case "rating" -> List.of(Fields.RATING);
                case "kind" -> List.of(Slots.KIND);
                default ->
                    vocabulary.fields(concept).stream()
                            .flatMap(f -> Stream.of(f, "!" + f))
                            .toList();
            };
            draft.removeIf(c -> slots.contains(draft.slot(c)) && !draft.isNew(c));
        }
    }

    private void applyWishes() {
        List<SetAside> setAside = draft.setAside();
        setAside.removeIf(wish -> vocabulary.trie().get(wish.text()).stream()
                .anyMatch(m -> m instanceof Unrecorded u && reading.retractedWishes.contains(u.topic())));
        for (Named<Unrecorded> wish : reading.unrecorded) {
            SetAside entry = new SetAside(wish.piece().text(), vocabulary.reason(language));
            if (!setAside.contains(entry)) {
                setAside.add(entry);
            }
        }
    }

    private String text(Piece first, Piece last) {
        return first.start() <= last.start()
                ? reading.text.slice(first.start(), last.end())
                : reading.text.slice(last.start(), first.end());
    }
}
