package ai.adcio.understanding.internal;

import ai.adcio.catalog.Fields;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;
import java.util.function.Function;

/** "It doesn't have to be red", 빨강 아니어도 돼: what a name is of is bound to no value any longer. */
final class Lifts {
    /** How many pieces may stand between a name and what lifts it. */
    private static final int REACH = 3;

    private final TurnReading reading;
    private final NeedDraft draft;

    Lifts(TurnReading reading, NeedDraft draft) {
        this.reading = reading;
        this.draft = draft;
    }

    /** Frees the fields whose values are lifted, and takes those names out of the reading, for they want nothing. */
    void apply() {
        lift(reading.brands, b -> Fields.BRAND);
        lift(reading.negatedBrands, b -> Fields.BRAND);
        lift(reading.values, v -> v.meaning().field());
        lift(reading.negatedValues, v -> v.meaning().field());
        for (int i = 0; i < reading.pieces.size(); i++) {
            String word = reading.pieces.get(i).text();
            boolean denied = reading.unwanted.contains(word) || reading.words.contains(word);
            if (denied && covers(i)) {
                reading.unwanted.remove(word);
                reading.words.remove(word);
                draft.noLongerUnwanted(word);
            }
        }
    }

    private <M extends Meaning> void lift(List<Named<M>> names, Function<Named<M>, String> field) {
        names.removeIf(name -> {
            boolean lifted = covers(name.index());
            if (lifted) {
                draft.removeIf(c -> draft.slot(c).equals(field.apply(name)));
            }
            return lifted;
        });
    }

    /** Whether a piece is said not to matter any longer. */
    boolean covers(int index) {
        int last = Math.min(reading.pieces.size() - 1, index + REACH);
        for (int j = Math.max(0, index - REACH); j <= last; j++) {
            Piece piece = reading.pieces.get(j);
            boolean behind = piece.hangul() || piece.is("lift.post");
            if ((piece.is("lift") || piece.is("lift.post")) && (behind ? j > index : j < index)) {
                return true;
            }
        }
        return false;
    }
}
