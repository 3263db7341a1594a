package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Fields;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies what a turn says to the need gathered so far: first the {@linkplain TopicRule topic}, then {@linkplain
 * ValueEdits brands and values}, {@linkplain OfferEdits the offer}, bounds, what is to hold no longer, wishes that the
 * catalogue records nothing about, and what shoppers say of themselves.
 */
final class NeedEditor {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Language language;
    private final NeedDraft draft;
    private final TopicRule topicRule;
    private final Concessions concessions;
    private final Lifts lifts;
    private final ValueEdits values;
    private final OfferEdits offer;
    private final WearerEdits wearer;

    NeedEditor(Turn turn) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.language = turn.language();
        this.draft = new NeedDraft(turn.vocabulary(), turn.conversation());
        this.concessions = new Concessions(reading);
        Additions additions = new Additions(reading, draft, concessions);
        this.topicRule = new TopicRule(turn, draft, additions);
        this.lifts = new Lifts(reading, draft);
        this.values = new ValueEdits(turn, draft, topicRule, additions);
        this.offer = new OfferEdits(turn, draft, lifts);
        this.wearer = new WearerEdits(turn, draft);
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
        concessions.apply(draft);
        lifts.apply();
        values.apply();
        offer.apply();
        wearer.applyRecipient();
        reading.bounds.forEach(draft::bound);
        reading.measures.forEach(draft::replace);
        wearer.applyOwnSize();
        applyRelaxations();
        applyWishes();
        reading.facts.forEach(f -> draft.addFact(new ShopperFact(
                f.meaning().kind(), f.piece().text(), f.meaning().cues())));
        if (reading.sort != null) {
            draft.sort(reading.sort);
        }
        reading.unwanted.forEach(draft::unwanted);
        offer.applyCheap();
        draft.forgetExcludedWhenChanged();
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
        draft.retractSetAside(wish -> vocabulary.trie().get(wish.text()).stream()
                .anyMatch(m -> m instanceof Unrecorded u && reading.retractedWishes.contains(u.topic())));
        for (Named<Unrecorded> wish : reading.unrecorded) {
            draft.setAside(new SetAside(wish.piece().text(), vocabulary.reason(language)));
        }
    }
}
