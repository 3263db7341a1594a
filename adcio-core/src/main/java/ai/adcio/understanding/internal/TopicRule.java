package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the need when a turn names a kind of product, or a brand in place of one.
 *
 * <ol>
 *   <li>Another kind is another topic: its need starts anew, unless that kind was sought before, whose need then comes
 *       back. A narrower kind, or a correction of the kind just named, keeps the bounds.
 *   <li>A brand alone keeps the kind, unless the turn wants anything of that brand, or the brand makes nothing of the
 *       kind.
 * </ol>
 */
final class TopicRule {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final NeedDraft draft;
    private final Additions additions;

    TopicRule(Turn turn, NeedDraft draft, Additions additions) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.conversation = turn.conversation();
        this.draft = draft;
        this.additions = additions;
    }

    void apply() {
        if (reading.has("reset") || reading.has("newtopic")) {
            draft.clear();
        }
        if (!reading.kinds.isEmpty()) {
            applyKind();
        } else if (!reading.absentKinds.isEmpty()) {
            draft.clear();
            // Stays a condition, so that "how many?" and "the cheapest?" are answered of it and not of the whole shop.
            draft.seek(reading.absentKinds.getFirst().text());
        } else if (!reading.negatedKinds.isEmpty()) {
            for (Named<Kind> kind : reading.negatedKinds) {
                // In "no plastic water bottle" the first only tells the sort of the second.
                boolean sort = reading.negatedKinds.stream()
                        .anyMatch(k -> !k.piece().hangul() && k.index() == kind.index() + 1);
                if (!sort) {
                    excludeKind(kind);
                }
            }
        } else if (!conversation.need().isEmpty() && startsOver()) {
            draft.clear();
        }
        if (!reading.kinds.isEmpty()) {
            excludeWithin();
        }
        addWords();
        reading.asides.forEach(draft::context);
    }

    /** "Shoes except boots": a kind that is denied beside another is excluded where it is part of that. */
    private void excludeWithin() {
        Constraint wanted = draft.kind();
        List<String> broad = Slots.categories(wanted);
        for (Named<Kind> denied : reading.negatedKinds) {
            List<String> names = denied.meaning().categories();
            boolean part = names.stream().anyMatch(n -> vocabulary.within(n, broad));
            boolean same = !broad.isEmpty() && names.containsAll(broad);
            if ((part || names.isEmpty()) && !same) {
                exclude(denied);
            }
        }
    }

    /** A brand in place of a kind: all that was said of the kind before goes, what this turn denies stays denied. */
    void startWithBrand() {
        draft.clear();
        reading.negatedKinds.forEach(this::exclude);
        addWords();
    }

    /**
     * A word that no title has says something to a search, but nothing that a count could require; nor does one in the
     * clause of a bound, when a refinement names no kind: in "that run less than 30" nothing is to run.
     */
    void addWords() {
        Set<String> idle = reading.kinds.isEmpty() && draft.kind() != null ? wordsBesideBounds() : Set.of();
        for (String word : reading.words) {
            if (vocabulary.titleFrequency(word) > 0 && !idle.contains(word)) {
                draft.term(word);
            } else {
                draft.context(word);
            }
        }
    }

    /** The English words of clauses in which a price or a rating is bounded. */
    private Set<String> wordsBesideBounds() {
        Set<String> words = new HashSet<>();
        Set<String> clause = new HashSet<>();
        boolean bounded = false;
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            boolean ends = piece.mark() && !piece.attached()
                    || piece.text().equals(",")
                    || piece.text().equals(".");
            if (ends) {
                words.addAll(bounded ? clause : Set.of());
                clause.clear();
                bounded = false;
            } else if (piece.quantity() != null) {
                bounded |= reading.used[i];
            } else if (!piece.hangul()) {
                clause.add(piece.text());
            }
        }
        words.addAll(bounded ? clause : Set.of());
        return words;
    }

    /** A turn that names only unknown words and asks for them has turned to something else. */
    private boolean startsOver() {
        return !reading.words.isEmpty()
                && reading.brands.isEmpty()
                && reading.values.isEmpty()
                && reading.bounds.isEmpty()
                && reading.hasAny("show", "carry")
                && !reading.hasAny("one", "more", "similar", "only")
                && !reading.has("having")
                && !(reading.has("thing") && reading.pieces.getFirst().hangul());
    }

    private void applyKind() {
        String text = String.join(
                " / ", reading.kinds.stream().map(k -> k.piece().text()).toList());
        Constraint next =
                Slots.kind(text, reading.kinds.stream().map(Named::meaning).toList(), vocabulary.categoriesHaveGaps());
        Constraint current = draft.kind();
        if (current == null) {
            if (draft.topic() != null || !brandMakes(next)) {
                draft.clear();
            }
            draft.setKind(text, next);
            return;
        }
        if (Slots.sameKind(current, next) || shortened(current, text)) {
            if (reading.has("any") && !reading.relaxed.contains("kind")) {
                draft.removeIf(c -> draft.slot(c).equals(Fields.BRAND));
            }
            return;
        }
        if (narrows(current, next)) {
            // What the wider kind was wanted for says nothing of the narrower one that was then named.
            draft.removeIf(c -> vocabulary.fields("benefit").contains(draft.slot(c))
                    || vocabulary.fields("ingredient").contains(draft.slot(c)));
            draft.setKind(text, next);
            return;
        }
        if (additions.ofKinds()) {
            additions.seekBoth(current, next, text);
            return;
        }
        boolean correction = reading.hasAny("instead", "retract") || !reading.negatedKinds.isEmpty();
        ShoppingNeed earlier = earlier(next);
        if (earlier != null) {
            draft.comeBackTo(earlier);
            return;
        }
        List<Constraint> kept = correction
                ? draft.constraints().stream()
                        .filter(c -> c instanceof Range || draft.slot(c).equals("gender") || isGender(c))
                        .toList()
                : List.of();
        draft.clear();
        draft.keep(kept);
        draft.setKind(text, next);
    }

    /** Who looked for wall lights and says "the lights" means those. */
    private static boolean shortened(Constraint current, String text) {
        return KindLinker.stem(current.text()).endsWith(' ' + KindLinker.stem(text));
    }

    private boolean isGender(Constraint constraint) {
        return vocabulary.fields("gender").contains(draft.slot(constraint));
    }

    private boolean narrows(Constraint current, Constraint next) {
        List<String> broad = Slots.categories(current);
        List<String> narrow = Slots.categories(next);
        if (broad.isEmpty() || narrow.isEmpty()) {
            return false;
        }
        return narrow.stream().allMatch(n -> vocabulary.within(n, broad));
    }

    private @Nullable ShoppingNeed earlier(Constraint kind) {
        for (ShoppingNeed need : conversation.earlierNeeds()) {
            Constraint before = draft.kind(need.constraints());
            if (Slots.sameKind(before, kind)
                    || before != null && reading.has("back") && shortened(before, kind.text())) {
                return need;
            }
        }
        return null;
    }

    /** Comes back to the need before, or to the one whose topic the turn names in other words. */
    boolean goBack() {
        for (ShoppingNeed need : conversation.earlierNeeds()) {
            String named = need.topic() == null ? "" : KindLinker.stem(need.topic());
            for (String word : reading.words) {
                if ((' ' + named + ' ').contains(' ' + Inflection.singular(word) + ' ')) {
                    draft.comeBackTo(need);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the brand sought so far, if any, makes things of a kind. */
    private boolean brandMakes(Constraint kind) {
        List<String> categories = Slots.categories(kind);
        for (Constraint constraint : draft.constraints()) {
            if (constraint instanceof AnyOf any && any.field().equals(Fields.BRAND) && !categories.isEmpty()) {
                return any.values().stream().anyMatch(b -> inAny(b, categories) || titlesName(b));
            }
        }
        return true;
    }

    /** Whether titles of the brand name what the turn wants. */
    private boolean titlesName(String brand) {
        return reading.kinds.stream()
                .flatMap(k -> k.meaning().phrases().stream())
                .map(phrase -> phrase.substring(phrase.lastIndexOf(' ') + 1))
                .anyMatch(head -> vocabulary.statistics().brandInCategory(brand, Inflection.singular(head)) > 0);
    }

    private boolean inAny(String brand, List<String> categories) {
        return categories.stream().anyMatch(c -> vocabulary.statistics().brandInCategory(brand, c) > 0);
    }

    private void excludeKind(Named<Kind> kind) {
        List<String> names = kind.meaning().categories();
        Constraint current = draft.kind();
        String sort = current == null ? modifierOf(kind.index()) : null;
        if (sort != null && kind.equals(reading.negatedKinds.getLast())) {
            // "No leather boots", said first, asks for boots.
            draft.setKind(
                    kind.piece().text(),
                    Slots.kind(kind.piece().text(), List.of(kind.meaning()), vocabulary.categoriesHaveGaps()));
            draft.add(new NoneOf(sort, Fields.TITLE, Match.WORDS, List.of(sort), false));
            return;
        }
        if (current != null
                && names.containsAll(Slots.categories(current))
                && !Slots.categories(current).isEmpty()) {
            String text = kind.piece().text();
            List<String> phrases = kind.meaning().phrases();
            if (!phrases.isEmpty() && !sameName(current, text)) {
                // One category holds headphones and earbuds; "no earbuds" leaves the headphones.
                draft.add(new NoneOf(text, Fields.TITLE, Match.WORDS, phrases, false));
                return;
            }
            String modifier = modifierOf(kind.index());
            if (modifier != null) {
                draft.add(new NoneOf(modifier, Fields.TITLE, Match.WORDS, List.of(modifier), false));
                return;
            }
            draft.removeIf(current::equals);
            draft.topic(null);
            return;
        }
        exclude(kind);
    }

    private static boolean sameName(Constraint current, String text) {
        String stem = KindLinker.stem(text);
        return KindLinker.stem(current.text()).equals(stem) || shortened(current, text);
    }

    /** The title word right before a kind, such as 전기 in 전기 담요; null when there is none. */
    private @Nullable String modifierOf(int index) {
        Piece before = index == 0 ? null : reading.pieces.get(index - 1);
        if (before == null
                || before.mark()
                || !before.unknown()
                        && before.first(Meaning.TitleWord.class) == null
                        && (before.hangul() || before.first(Kind.class) == null)
                || vocabulary.titleFrequency(before.text()) == 0) {
            return null;
        }
        return before.text();
    }

    private void exclude(Named<Kind> kind) {
        List<String> names = kind.meaning().categories();
        String text = kind.piece().text();
        List<String> wanted = Slots.categories(draft.kind());
        Meaning.Value content = kind.piece().first(Meaning.Value.class);
        if (content != null && !wanted.isEmpty() && names.stream().noneMatch(n -> vocabulary.within(n, wanted))) {
            // 칼슘 without 비타민D: within another kind it is something that a product has in it.
            draft.add(new NoneOf(text, content.field(), content.match(), content.values(), content.choice()));
            return;
        }
        boolean elsewhere = !wanted.isEmpty()
                && !names.isEmpty()
                && names.stream().noneMatch(n -> vocabulary.within(n, wanted))
                && !kind.meaning().exact();
        // "Wine glasses, no plastic": nothing of the category Paper & Plastic is among them, but plastic may be.
        draft.add(
                names.isEmpty() || elsewhere
                        ? new NoneOf(
                                text,
                                Fields.TITLE,
                                Match.WORDS,
                                elsewhere ? List.of(text) : kind.meaning().phrases(),
                                false)
                        : new NoneOf(text, Fields.CATEGORIES, Match.EXACT, names, false));
    }

    boolean brandIsTopic(List<String> names) {
        Constraint kind = draft.kind();
        if (draft.blank()) {
            return false;
        }
        if (reading.has("thing")
                && !reading.has("one")
                && reading.pieces.stream().anyMatch(p -> p.is("thing") && !p.hangul())) {
            return true;
        }
        if (kind == null || reading.has("instead")) {
            return false;
        }
        List<String> categories = Slots.categories(kind);
        String head = kind.text().substring(kind.text().lastIndexOf(' ') + 1);
        return !categories.isEmpty()
                && names.stream()
                        .noneMatch(n -> inAny(n, categories)
                                || vocabulary.statistics().brandInCategory(n, Inflection.singular(head)) > 0);
    }
}
