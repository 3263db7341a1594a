package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.conversation.Conversation;
import ai.adcio.understanding.Interpretation.NotCarried;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the turn asks for by name and this shop does not carry. */
final class AbsenceRules {
    /** Words for whatever a shop sells, which name no kind of it. */
    private static final Set<String> GENERIC = Set.of(
            "shop",
            "store",
            "people",
            "money",
            "way",
            "place",
            "time",
            "kind",
            "sort",
            "type",
            "brand",
            "price",
            "one",
            "lot",
            "bit",
            "need",
            "idea",
            "help",
            "question",
            "word",
            "day",
            "week",
            "month",
            "year",
            "catalog",
            "catalogue",
            "inventory");

    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final NeedDraft draft;

    AbsenceRules(Turn turn, NeedDraft draft) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.conversation = turn.conversation();
        this.draft = draft;
    }

    List<NotCarried> find() {
        List<NotCarried> notCarried = new ArrayList<>();
        if (reading.brands.isEmpty()) {
            reading.absentBrands.forEach(b -> notCarried.add(new NotCarried(b.text(), Fields.BRAND)));
        }
        if (reading.kinds.isEmpty() && !notCarried.isEmpty() && reading.brands.isEmpty()) {
            draft.clear();
            // Stays a condition, so that "how many?" and "the cheapest?" are answered of it and not of the whole shop.
            String brand = notCarried.getFirst().text();
            draft.replace(new Constraint.AnyOf(brand, Fields.BRAND, Match.EXACT, List.of(brand)));
        }
        if (reading.kinds.isEmpty() && notCarried.isEmpty()) {
            reading.absentKinds.forEach(k -> notCarried.add(new NotCarried(k.text(), Fields.CATEGORIES)));
        }
        if (notCarried.isEmpty() && reading.kinds.size() == 1 && reading.brands.isEmpty()) {
            String compound = compoundThatNoTitleHas(reading.kinds.getFirst());
            if (compound != null) {
                notCarried.add(new NotCarried(compound, Fields.CATEGORIES));
                reading.kinds.clear();
                reading.words.clear();
                draft.clear();
                draft.seek(compound);
                return notCarried;
            }
        }
        boolean goesOn = !conversation.need().isEmpty()
                && (reading.has("more")
                        || reading.hasAny("thing", "one")
                                && reading.pieces.getFirst().hangul());
        boolean asked =
                !goesOn && !reading.has("gift") && (reading.hasAny("carry", "show", "count") || reading.saysOnlyNames())
                        || !goesOn && !reading.has("gift") && reading.has("fn") && reading.has("any");
        if (notCarried.isEmpty()
                && asked
                && reading.kinds.isEmpty()
                && reading.brands.isEmpty()
                && reading.values.isEmpty()
                && !reading.words.isEmpty()) {
            String named = introduced();
            String head = named != null ? named : head();
            boolean refines = !conversation.need().isEmpty() && !reading.bounds.isEmpty();
            if (head != null
                    && head.codePoints().anyMatch(Character::isLetter)
                    && !refines
                    && !Nominal.isVerbal(head)
                    && !GENERIC.contains(head)
                    && vocabulary.titleFrequency(head) == 0) {
                notCarried.add(new NotCarried(head, Fields.CATEGORIES));
                reading.words.clear();
                draft.clear();
                draft.seek(head);
            }
        }
        return notCarried;
    }

    /**
     * "Roller skates" in a shop that has paint rollers, "an air fryer" where there are fryers: the name of which the kind
     * is only a part, when the shop is asked for it and no title has its words together; null otherwise.
     */
    private @Nullable String compoundThatNoTitleHas(TurnReading.Named<Meaning.Kind> kind) {
        int i = kind.index();
        if (kind.piece().hangul() || !reading.hasAny("carry", "show", "any")) {
            return null;
        }
        Piece after = i + 1 < reading.pieces.size() ? reading.pieces.get(i + 1) : null;
        if (after != null && after.unknown() && !after.hangul() && vocabulary.titleFrequency(after.text()) == 0) {
            return kind.piece().text() + ' ' + after.text();
        }
        Piece before = i > 0 ? reading.pieces.get(i - 1) : null;
        if (before == null || !before.unknown() || before.hangul() || !reading.has("carry")) {
            return null;
        }
        List<String> words = new ArrayList<>(List.of(before.text()));
        words.addAll(List.of(kind.piece().text().split(" ")));
        return vocabulary.titles().countAll(words) == 0 ? String.join(" ", words) : null;
    }

    /** "To hang a dartboard": a noun that an article introduces and that no title has; null when there is none. */
    private @Nullable String introduced() {
        for (int i = 1; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            String article = reading.pieces.get(i - 1).text();
            if ((article.equals("a") || article.equals("an"))
                    && reading.words.contains(piece.text())
                    && piece.unknown()
                    && vocabulary.titleFrequency(piece.text()) == 0) {
                return piece.text();
            }
        }
        return null;
    }

    /** The noun that a run of unknown words is about: the last before a preposition. */
    private @Nullable String head() {
        String head = null;
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (reading.words.contains(piece.text()) && !reading.used[i]) {
                head = piece.text();
            } else if ((piece.is("for")
                    || piece.is("with")
                    || piece.mark()
                    || piece.text().equals("in")
                    || piece.text().equals("to"))) {
                return head;
            }
        }
        return head;
    }
}
