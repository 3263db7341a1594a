package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one turn says by itself, before the conversation is looked at. Filled by {@link TurnReader}, then only read. */
final class TurnReading {
    final FoldedText text;
    final List<Piece> pieces;
    final boolean[] used;
    final List<Named<Meaning.Kind>> kinds = new ArrayList<>();
    final List<Named<Meaning.Kind>> negatedKinds = new ArrayList<>();
    final List<Piece> absentKinds = new ArrayList<>();
    final List<Named<Meaning.Brand>> brands = new ArrayList<>();
    final List<Named<Meaning.Brand>> negatedBrands = new ArrayList<>();
    final List<Piece> absentBrands = new ArrayList<>();
    final List<Named<Meaning.Value>> values = new ArrayList<>();
    final List<Named<Meaning.Value>> negatedValues = new ArrayList<>();
    final List<Constraint.Range> bounds = new ArrayList<>();
    /** Where the number of each bound stands. */
    final List<Integer> boundsAt = new ArrayList<>();

    final List<Constraint> measures = new ArrayList<>();
    final Set<String> relaxed = new HashSet<>();
    final List<String> unwanted = new ArrayList<>();
    final List<String> withoutTitleWords = new ArrayList<>();
    /** Of the values those that are the shopper's own size. */
    final List<Named<Meaning.Value>> ownSizes = new ArrayList<>();

    final List<Named<Meaning.Fact>> facts = new ArrayList<>();
    final List<Named<Meaning.Fact>> withoutCautions = new ArrayList<>();
    final List<Named<Meaning.Unrecorded>> unrecorded = new ArrayList<>();
    final Set<String> retractedWishes = new HashSet<>();
    final List<Integer> ordinals = new ArrayList<>();
    /** Kinds that were named only in passing, such as the place that something is for. */
    final List<String> asides = new ArrayList<>();
    /** The words that mean something but are no constraint, folded, in order. */
    final LinkedHashSet<String> words = new LinkedHashSet<>();

    int firstN;

    @Nullable
    SortOrder sort;

    @Nullable
    SortOrder superlative;

    boolean kindsAreTitleOnly;
    /** Parts of the grammar that several pieces make together, such as {@code better}. */
    final Set<String> tags = new HashSet<>();

    TurnReading(FoldedText text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
        this.used = new boolean[pieces.size()];
    }

    /** A piece in one of its meanings. */
    record Named<M extends Meaning>(int index, Piece piece, M meaning) {}

    boolean has(String tag) {
        if (tags.contains(tag)) {
            return true;
        }
        for (Piece piece : pieces) {
            if (piece.is(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean hasAny(String... tags) {
        for (String tag : tags) {
            if (has(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean hasPrefix(String prefix) {
        for (Piece piece : pieces) {
            if (piece.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The index of the first piece with a tag from a position on, or -1. */
    int indexOf(String tag, int from) {
        for (int i = from; i < pieces.size(); i++) {
            if (pieces.get(i).is(tag)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a piece with a tag stands at most two places away. */
    boolean beside(int i, String tag) {
        for (int j = Math.max(0, i - 2); j <= Math.min(pieces.size() - 1, i + 2); j++) {
            if (pieces.get(j).is(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean namesProducts() {
        return !kinds.isEmpty()
                || !brands.isEmpty()
                || !values.isEmpty()
                || !measures.isEmpty()
                || !absentKinds.isEmpty()
                || !absentBrands.isEmpty();
    }

    /** Whether the turn is made of one to three words that nothing explains, none of them keys struck at random. */
    boolean saysOnlyNames() {
        return !words.isEmpty()
                && words.size() <= 3
                && words.stream().noneMatch(Gibberish::is)
                && pieces.stream()
                        .allMatch(p -> p.mark() || p.unknown() || p.is("end") || p.is("polite") || p.is("fn"));
    }

    boolean excludes() {
        return !negatedKinds.isEmpty()
                || !negatedBrands.isEmpty()
                || !negatedValues.isEmpty()
                || !withoutTitleWords.isEmpty()
                || !withoutCautions.isEmpty();
    }

    boolean constrains() {
        return namesProducts() || !bounds.isEmpty() || excludes() || !relaxed.isEmpty() || sort != null;
    }
}
