package ai.adcio.understanding.internal;

import ai.adcio.understanding.Interpretation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a turn that were understood, and what each was read as. */
final class Spans {
    private Spans() {}

    /** Gives what was understood, for the interpretation's own record. */
    static List<Interpretation.Span> of(TurnReading reading) {
        List<Interpretation.Span> spans = new ArrayList<>();
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            String role = role(piece, reading.used[i]);
            if (role != null) {
                spans.add(new Interpretation.Span(
                        reading.text.originalStart(piece.start()),
                        reading.text.originalEnd(piece.end()),
                        role,
                        reading.used[i] ? 0.95 : 0.8));
            }
        }
        return spans;
    }

    private static @Nullable String role(Piece piece, boolean used) {
        if (piece.mark() || piece.unknown()) {
            return null;
        }
        if (piece.quantity() != null) {
            return used ? "number" : null;
        }
        if (used) {
            for (Meaning meaning : piece.meanings()) {
                switch (meaning) {
                    case Meaning.Brand b -> {
                        return "brand";
                    }
                    case Meaning.Value v -> {
                        return v.concept();
                    }
                    case Meaning.Kind k -> {
                        return "kind";
                    }
                    case Meaning.Fact f -> {
                        return "fact";
                    }
                    case Meaning.Unrecorded u -> {
                        return "unrecorded";
                    }
                    default -> {}
                }
            }
        }
        Meaning.Tag tag = piece.first(Meaning.Tag.class);
        return tag == null ? null : tag.name();
    }
}
