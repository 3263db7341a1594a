package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Present;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.SetAside;
import java.util.List;

/** Applies what a turn wants of the offer rather than of the product: reduced, in stock, to be ordered ahead, cheap. */
final class OfferEdits {
    private static final List<String> PREORDER = List.of("PreOrder");

    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Language language;
    private final NeedDraft draft;
    private final Lifts lifts;

    OfferEdits(Turn turn, NeedDraft draft, Lifts lifts) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.language = turn.language();
        this.draft = draft;
        this.lifts = lifts;
    }

    void apply() {
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (piece.is("sale")) {
                applySale(piece, denied(i), lifts.covers(i));
            }
            if (piece.is("preorder")) {
                draft.replace(
                        denied(i)
                                ? new NoneOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, PREORDER, false)
                                : new AnyOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, PREORDER));
            }
            if (piece.is("instock")) {
                draft.replace(new AnyOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, List.of("InStock")));
            }
        }
    }

    private void applySale(Piece piece, boolean denied, boolean lifted) {
        Present reduced = new Present(piece.text(), Fields.LIST_PRICE);
        boolean recorded = vocabulary.capabilities().records(Fields.LIST_PRICE);
        if (recorded && !denied && !lifted) {
            draft.replace(reduced);
            return;
        }
        boolean wanted = draft.removeIf(c -> draft.slot(c).equals(draft.slot(reduced)));
        if (!wanted && !lifted) {
            // No condition says that a field is empty.
            draft.setAside(new SetAside(piece.text(), vocabulary.reason(language)));
        }
    }

    /** "Cheap boots": of a kind that has been named and nothing else to choose by, the cheapest come first. */
    void applyCheap() {
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

    private boolean denied(int i) {
        boolean negated = i + 1 < reading.pieces.size()
                && reading.pieces.get(i + 1).text().equals("안");
        return negated || new Denial(reading).covers(i);
    }
}
