package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies the brands and the values of fields that a turn wants or denies. */
final class ValueEdits {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final NeedDraft draft;
    private final TopicRule topicRule;
    private final Additions additions;

    ValueEdits(Turn turn, NeedDraft draft, TopicRule topicRule, Additions additions) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.draft = draft;
        this.topicRule = topicRule;
        this.additions = additions;
    }

    void apply() {
        applyBrands();
        reading.negatedBrands.forEach(this::denyBrand);
        applyValues();
        reading.negatedValues.forEach(this::denyValue);
        reading.withoutCautions.forEach(this::denyCaution);
        reading.withoutTitleWords.forEach(this::denyContent);
    }

    private void applyBrands() {
        if (reading.brands.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        reading.brands.forEach(b -> names.addAll(b.meaning().names()));
        if (reading.kinds.isEmpty() && topicRule.brandIsTopic(names)) {
            topicRule.startWithBrand();
        }
        draft.removeIf(
                c -> c instanceof NoneOf none && none.field().equals(Fields.BRAND) && names.containsAll(none.values()));
        additions.put(new AnyOf(textOf(reading.brands), Fields.BRAND, Match.EXACT, names));
    }

    private void denyBrand(Named<Brand> brand) {
        List<String> names = houses(brand.meaning().names());
        draft.removeIf(
                c -> c instanceof AnyOf any && any.field().equals(Fields.BRAND) && names.containsAll(any.values()));
        draft.add(new NoneOf(brand.piece().text(), Fields.BRAND, Match.EXACT, names, false));
    }

    /** Who wants nothing by Hunter wants nothing by the Hunter Fan Company. */
    private List<String> houses(List<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        names.forEach(name -> all.addAll(vocabulary.houses(name)));
        return List.copyOf(all);
    }

    private void applyValues() {
        Map<String, List<Named<Value>>> byField = new LinkedHashMap<>();
        for (Named<Value> value : reading.values) {
            String field = value.meaning().field() + '/' + value.meaning().concept();
            byField.computeIfAbsent(field, k -> new ArrayList<>()).add(value);
        }
        for (List<Named<Value>> values : byField.values()) {
            Value first = values.getFirst().meaning();
            Set<String> all = new LinkedHashSet<>();
            values.forEach(v -> all.addAll(v.meaning().values()));
            draft.removeIf(c ->
                    c instanceof NoneOf none && none.field().equals(first.field()) && all.containsAll(none.values()));
            additions.put(Slots.value(textOf(values), first.field(), first.match(), List.copyOf(all)));
        }
    }

    private void denyValue(Named<Value> value) {
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

    private void denyCaution(Named<Fact> fact) {
        for (String field : vocabulary.fields("caution")) {
            draft.add(new NoneOf(
                    fact.piece().text(), field, Match.WORDS, fact.meaning().cues(), false));
        }
    }

    /** What is denied must stand neither in a title nor in what is recorded of the product's contents. */
    private void denyContent(String word) {
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

    /** The shopper's words from the first name to the last. */
    private <M extends Meaning> String textOf(List<Named<M>> names) {
        Piece first = names.getFirst().piece();
        Piece last = names.getLast().piece();
        return first.start() <= last.start()
                ? reading.text.slice(first.start(), last.end())
                : reading.text.slice(last.start(), first.end());
    }
}
