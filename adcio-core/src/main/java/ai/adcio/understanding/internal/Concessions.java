package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Fields;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * "Black is fine, too", 10만원 넘어도 괜찮아: what is allowed is not demanded. What was denied before is denied no longer, and
 * what was wanted before may be had beside it.
 */
final class Concessions {
    private final TurnReading reading;
    private final List<Piece> pieces;

    Concessions(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    /** Whether anything is allowed. */
    boolean any() {
        if (!reading.has("okay")) {
            return false;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (covers(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands at a position is allowed, where it is a name, a number or a word. */
    boolean covers(int i) {
        Piece piece = pieces.get(i);
        boolean names = piece.content() || piece.unknown() || piece.quantity() != null || piece.startsWith("concept.");
        return names && !piece.is("okay") && (piece.hangul() || pieceEndsInHangul(i) ? alsoFine(i) : isFine(i));
    }

    /** Whether Korean goes on behind a name in another script, as in "XL도 괜찮아" and "10000도". */
    private boolean pieceEndsInHangul(int i) {
        return i + 1 < pieces.size()
                && pieces.get(i + 1).attached()
                && pieces.get(i + 1).hangul();
    }

    private boolean alsoFine(int i) {
        boolean also = false;
        for (int j = i + 1; j < pieces.size(); j++) {
            Piece piece = pieces.get(j);
            if (also && piece.is("okay")) {
                return true;
            }
            also |= piece.text().endsWith("도");
            boolean passes =
                    piece.is("end") || piece.is("thing") || piece.startsWith("unit.") || also && piece.is("fn");
            if (!passes) {
                return false;
            }
        }
        return false;
    }

    private boolean isFine(int i) {
        boolean is = false;
        for (int j = i + 1; j < pieces.size(); j++) {
            Piece piece = pieces.get(j);
            if (piece.is("okay") && is) {
                return endsClause(j);
            }
            is |= piece.is("aux") || piece.text().equals("are") || piece.is("more.too");
            boolean passes = piece.is("fn") || piece.is("more.too") || piece.is("one") || piece.is("polite");
            if (!passes || piece.is("ref.it") || piece.is("okay")) {
                return false;
            }
        }
        return false;
    }

    private boolean endsClause(int okay) {
        for (int j = okay + 1; j < pieces.size() && !pieces.get(j).mark(); j++) {
            Piece piece = pieces.get(j);
            if (!piece.is("polite") && !piece.is("more.too")) {
                return false;
            }
        }
        return okay + 1 >= pieces.size() || !pieces.get(okay + 1).text().equals("?");
    }

    /** Takes back what was denied before, and out of the reading what is allowed and therefore demands nothing. */
    void apply(NeedDraft draft) {
        allow(reading.brands, b -> Fields.BRAND, b -> b.meaning().names(), draft);
        allow(reading.values, v -> v.meaning().field(), v -> v.meaning().values(), draft);
        for (int i = 0; i < pieces.size(); i++) {
            String word = pieces.get(i).text();
            if (reading.words.contains(word) && covers(i) && undenied(Fields.TITLE, List.of(word), draft)) {
                reading.words.remove(word);
            }
        }
        for (int i = reading.bounds.size() - 1; i >= 0; i--) {
            Constraint.Range bound = reading.bounds.get(i);
            boolean upwards = bound.upper() == null && bound.field().equals(Fields.PRICE);
            if (upwards && covers(reading.boundsAt.get(i))) {
                reading.bounds.subList(i, i + 1).clear();
                reading.boundsAt.subList(i, i + 1).clear();
                reading.relaxed.add("price");
            }
        }
    }

    private <M extends Meaning> void allow(
            List<Named<M>> names,
            Function<Named<M>, String> field,
            Function<Named<M>, List<String>> values,
            NeedDraft draft) {
        names.removeIf(name -> covers(name.index()) && undenied(field.apply(name), values.apply(name), draft));
    }

    private static boolean undenied(String field, List<String> values, NeedDraft draft) {
        return draft.removeIf(c ->
                c instanceof NoneOf none && none.field().equals(field) && !Collections.disjoint(none.values(), values));
    }
}
