package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation.NotCarried;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Searches, refinements and counts: what the turn wants of the shelves. */
final class ShoppingRules {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final CatalogSnapshot catalog;
    private final References references;
    private final NeedEditor editor;
    private final NeedDraft draft;
    private final AbsenceRules absences;

    ShoppingRules(Turn turn, NeedEditor editor) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.conversation = turn.conversation();
        this.catalog = turn.catalog();
        this.references = turn.references();
        this.editor = editor;
        this.draft = editor.draft();
        this.absences = new AbsenceRules(turn, editor.draft());
    }

    Decision decide() {
        if (reading.has("ref.them") && reading.brands.isEmpty()) {
            Decision same = sameBrand();
            if (same != null) {
                return same;
            }
        }
        boolean resets = reading.has("reset") || reading.has("retract") && !reading.constrains();
        if (resets && !reading.constrains() && (reading.words.isEmpty() || !reading.hasAny("show", "carry"))) {
            draft.clear();
            return new Decision(Intent.REFINE, new Ask.Reset(), draft.need(), List.of(), List.of(), true);
        }
        if (reading.has("back") && reading.kinds.isEmpty() && !reading.words.isEmpty() && editor.goBack()) {
            reading.words.clear();
        }
        if (reading.superlative != null && reading.has("whole") && !reading.namesProducts()) {
            draft.clear();
            reading.words.clear();
        }
        List<NotCarried> notCarried = absences.find();
        editor.apply();
        if (reading.has("count") && !picksSome() || repeats(Ask.Count.class)) {
            // "How many of those" counts all that was meant before, not the few cards that were shown of it.
            return Decision.counted(
                    draft, notCarried, new Ask.Count(reading.has("ref.screen") ? references.scope() : List.of()));
        }
        if (reading.has("average") && reading.bounds.isEmpty()) {
            return Decision.counted(
                    draft, notCarried, new Ask.Average(reading.has("rating") ? Fields.RATING : Fields.PRICE));
        }
        if (reading.superlative != null) {
            return Decision.counted(draft, notCarried, new Ask.Superlative(reading.superlative, references.scope()));
        }
        if (!notCarried.isEmpty()) {
            return Decision.notCarried(draft, notCarried);
        }
        boolean more = reading.has("more")
                && !reading.namesProducts()
                && reading.bounds.isEmpty()
                && reading.relaxed.isEmpty();
        if (more && !conversation.need().isEmpty()) {
            draft.exclude(conversation.shown().stream()
                    .filter(l -> l.turn() > 0)
                    .limit(1)
                    .flatMap(l -> l.productIds().stream())
                    .toList());
            return Decision.refined(conversation, draft, new Ask.Show());
        }
        boolean says = reading.constrains()
                || !reading.words.isEmpty()
                || !reading.unrecorded.isEmpty()
                || !reading.facts.isEmpty()
                || !reading.retractedWishes.isEmpty()
                || reading.has("sale")
                || reading.hasAny("instock", "preorder", "lift", "lift.post")
                || !conversation.need().isEmpty() && new Concessions(reading).any()
                || !reading.unwanted.isEmpty();
        boolean lost = reading.has("ask.help") && !reading.constrains() && reading.unrecorded.isEmpty();
        if (lost && (conversation.need().isEmpty() || reading.words.isEmpty())) {
            return conversation.need().isEmpty()
                    ? Decision.unchanged(conversation, Intent.SEARCH, new Ask.AskBack())
                    : Decision.refined(conversation, draft, new Ask.AskBack());
        }
        if (sizeAlone()) {
            return Decision.refined(conversation, draft, new Ask.Show());
        }
        if (!says && boundByNumberAlone()) {
            return Decision.refined(conversation, draft, new Ask.Show());
        }
        if (!says) {
            boolean tellsForWhom = reading.hasAny("gift", "for.women", "for.men");
            if (!tellsForWhom && !reading.hasAny("show", "carry", "thing", "one", "back", "any", "only", "unheardof")) {
                return Decision.unchanged(conversation, Intent.UNSUPPORTED, new Ask.Talk("unreadable"));
            }
            if (reading.has("gift") && asksForAnything() && !conversation.need().isEmpty()) {
                draft.clear();
                return Decision.refined(conversation, draft, new Ask.AskBack());
            }
            return conversation.need().isEmpty()
                    ? Decision.unchanged(conversation, Intent.SEARCH, new Ask.AskBack())
                    : Decision.refined(conversation, draft, new Ask.Show());
        }
        if (unreadable()) {
            return Decision.unchanged(conversation, Intent.UNSUPPORTED, new Ask.Talk("unreadable"));
        }
        return Decision.refined(conversation, draft, new Ask.Show());
    }

    /** "A gift for my sister, please" asks for some gift; 엄마 선물이에요 only tells whom the thing sought is for. */
    private boolean asksForAnything() {
        boolean asks = reading.has("gift.any")
                || reading.pieces.stream()
                        .anyMatch(p -> (p.is("show") || p.is("carry") || p.is("thing") || p.is("any"))
                                && !p.is("gift")
                                && !p.is("end"));
        // "Gift" and nothing else is a need of its own.
        boolean tells = reading.hasAny("for.women", "for.men", "aux")
                || reading.pieces.stream().anyMatch(p -> p.is("end") || p.is("ref.it") || p.is("gift.tells"));
        return asks || !tells;
    }

    /** "255는?", "L": a size that what is sought comes in, said without the word for it. */
    private boolean sizeAlone() {
        List<String> fields = vocabulary.fields("size");
        Piece only = null;
        for (Piece piece : reading.pieces) {
            boolean idle = piece.mark()
                    || piece.is("end")
                    || piece.is("fn")
                    || piece.is("polite")
                    || piece.is("thing")
                    || piece.is("show")
                    || piece.is("carry")
                    || piece.is("same")
                    || piece.first(Meaning.Unit.class) != null;
            if (!idle && only != null
                    || piece.quantity() != null && piece.quantity().currency() != null) {
                return false;
            }
            only = idle ? only : piece;
        }
        if (only == null || fields.isEmpty() || !only.unknown() && only.quantity() == null) {
            return false;
        }
        for (String category : Slots.categories(draft.kind())) {
            for (String size : List.of(only.text(), only.text().toUpperCase(Locale.ROOT))) {
                if (vocabulary.statistics().sizeInCategory(size, category) > 0) {
                    draft.forgetWord(only.text());
                    // 30인치 is the size of jeans, and no measure that is missing.
                    draft.retractSetAside(w -> w.text().startsWith(size));
                    draft.replace(new Constraint.AnyOf(only.text(), fields.getFirst(), Match.EXACT, List.of(size)));
                    return true;
                }
            }
        }
        return false;
    }

    /** "Forty then", "4.6 or it's a no": a number alone moves the bound that it can only mean. */
    private boolean boundByNumberAlone() {
        List<Piece> numbers =
                reading.pieces.stream().filter(p -> p.quantity() != null).toList();
        if (numbers.size() != 1
                || conversation.need().isEmpty()
                || counts(numbers.getFirst())
                || new Concessions(reading).any()) {
            return false;
        }
        Quantity quantity = Objects.requireNonNull(numbers.getFirst().quantity());
        BigDecimal value = quantity.value();
        BigDecimal upper = quantity.upper();
        String text = numbers.getFirst().text();
        boolean rating = quantity.currency() == null && upper == null && value.compareTo(BigDecimal.valueOf(5)) <= 0;
        if (rating && value.compareTo(BigDecimal.valueOf(3)) < 0) {
            return false;
        }
        draft.bound(
                rating
                        ? new Range(text, Fields.RATING, new Bound(value, true), null, null)
                        : new Range(
                                text,
                                Fields.PRICE,
                                upper == null ? null : new Bound(value, true),
                                new Bound(upper == null ? value : upper, true),
                                quantity.currency() == null ? vocabulary.currency() : quantity.currency()));
        return true;
    }

    private @Nullable Decision sameBrand() {
        String id = references.pointed();
        Product product = id == null ? null : catalog.records().get(id);
        if (product == null || product.brand() == null) {
            return null;
        }
        if (reading.has("neg") || reading.has("negpost")) {
            editor.apply();
            draft.withoutBrand(product.brand());
            return Decision.refined(conversation, draft, new Ask.Show());
        }
        boolean kindNamed = !reading.kinds.isEmpty();
        if (!kindNamed) {
            draft.clear();
        }
        editor.apply();
        draft.replace(new Constraint.AnyOf(product.brand(), Fields.BRAND, Match.EXACT, List.of(product.brand())));
        draft.exclude(List.of(product.id()));
        return Decision.refined(conversation, draft, new Ask.Show());
    }

    /** Words that no title has, asked for by nothing that the grammar knows. */
    private boolean unreadable() {
        if (reading.constrains()
                || !reading.unrecorded.isEmpty()
                || !reading.facts.isEmpty()
                || reading.words.isEmpty()) {
            return false;
        }
        return reading.words.stream().allMatch(w -> vocabulary.titleFrequency(w) == 0 && Gibberish.is(w));
    }

    /** Whether a turn such as "and Dremel?" repeats the question before it for something else. */
    private boolean repeats(Class<? extends Ask> ask) {
        Exchange last = conversation.lastExchange();
        if (last == null || last.intent() != Intent.COUNT_OR_SUPERLATIVE || ask != Ask.Count.class) {
            return false;
        }
        FoldedText before = FoldedText.of(last.text());
        TurnReading earlier = TurnReader.read(before, vocabulary);
        boolean elliptic = reading.pieces.stream().filter(p -> !p.mark()).count() <= 4
                && !reading.hasAny("show", "carry", "detail", "cheapest")
                && reading.superlative == null
                && reading.bounds.isEmpty()
                && reading.namesProducts();
        boolean and = !reading.pieces.isEmpty()
                && (reading.pieces.getFirst().is("and")
                        || reading.pieces.getFirst().is("same")
                        || reading.pieces.getLast().text().endsWith("는")
                        || reading.pieces.getLast().text().endsWith("은")
                        || reading.pieces.getLast().mark());
        return earlier.has("count") && elliptic && and;
    }

    /** 몇 벌 골라줘: "some" of them are to be shown, and nothing is to be counted. */
    private boolean picksSome() {
        int count = reading.indexOf("count", 0);
        return count >= 0
                && count + 1 < reading.pieces.size()
                && reading.pieces.get(count).text().startsWith("몇")
                && reading.pieces.get(count + 1).is("show");
    }

    /** Whether a number stands right before what it counts, such as sheets or pieces. */
    private boolean counts(Piece number) {
        int next = reading.pieces.indexOf(number) + 1;
        return next < reading.pieces.size() && reading.pieces.get(next).is("unit.count");
    }
}
