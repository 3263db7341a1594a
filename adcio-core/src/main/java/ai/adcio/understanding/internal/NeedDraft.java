package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.conversation.ShoppingNeed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The need as the turn leaves it: constraints by slot, where one on a slot replaces the one before, exclusions add up, a
 * bound replaces that on the same side, and what shoppers said of themselves is never lost.
 */
final class NeedDraft {
    private final Vocabulary vocabulary;
    private final Conversation conversation;

    private @Nullable String topic;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Constraint> changed = new ArrayList<>();
    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> context = new LinkedHashSet<>();
    private final Set<String> unwanted = new LinkedHashSet<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<ShopperFact> facts = new ArrayList<>();
    private List<String> excluded = List.of();
    private @Nullable SortOrder sort;
    private @Nullable String similarTo;
    private boolean topicChanged;

    NeedDraft(Vocabulary vocabulary, Conversation conversation) {
        this.vocabulary = vocabulary;
        this.conversation = conversation;
        load(conversation.need());
    }

    private void load(ShoppingNeed need) {
        topic = need.topic();
        constraints.clear();
        constraints.addAll(need.constraints());
        terms.clear();
        terms.addAll(need.terms());
        context.clear();
        context.addAll(TextFolding.words(need.query()));
        need.constraints().forEach(c -> TextFolding.words(c.text()).forEach(context::remove));
        need.terms().forEach(t -> TextFolding.words(t).forEach(context::remove));
        if (need.topic() != null) {
            TextFolding.words(need.topic()).forEach(context::remove);
        }
        unwanted.clear();
        unwanted.addAll(need.unwanted());
        setAside.clear();
        setAside.addAll(need.setAside());
        for (ShopperFact fact : need.facts()) {
            if (!facts.contains(fact)) {
                facts.add(fact);
            }
        }
        excluded = need.excludedIds();
        sort = need.sort();
        similarTo = need.similarTo();
    }

    boolean topicChanged() {
        return topicChanged;
    }

    List<Constraint> changed() {
        return changed;
    }

    /** Forgets everything but what shoppers said of themselves. */
    void clear() {
        load(new ShoppingNeed(
                null, "", List.of(), List.of(), List.of(), null, List.of(), List.copyOf(facts), List.of(), null));
        topicChanged = !conversation.need().isEmpty();
    }

    /** Makes what is sought a condition, though nothing of the catalogue goes by it, so that nothing else is shown for it. */
    void seek(String name) {
        setKind(name, new AnyOf(name, Fields.TITLE, Match.WORDS, List.of(name)));
    }

    /** Takes up a need of before as it was, but for what the shopper has said of themselves since. */
    void comeBackTo(ShoppingNeed earlier) {
        load(earlier);
        topicChanged = true;
    }

    @Nullable
    String topic() {
        return topic;
    }

    void topic(@Nullable String name) {
        topic = name;
    }

    /** Whether nothing is asked for yet. */
    boolean blank() {
        return constraints.isEmpty() && topic == null;
    }

    /** The constraints as they stand. */
    List<Constraint> constraints() {
        return List.copyOf(constraints);
    }

    /** Drops constraints, and tells whether there were any such. */
    boolean removeIf(Predicate<Constraint> dropped) {
        return constraints.removeIf(dropped);
    }

    /** Puts constraints of before back without telling them as new. */
    void keep(List<Constraint> before) {
        constraints.addAll(before);
    }

    /** Whether this turn asked for a constraint. */
    boolean isNew(Constraint constraint) {
        return changed.contains(constraint);
    }

    /** Adds a word that titles have, which a count can require. */
    void term(String word) {
        terms.add(word);
    }

    /** Adds a word that only a search can do something with. */
    void context(String word) {
        context.add(word);
    }

    /** Takes back a word that turned out to be something else. */
    void forgetWord(String word) {
        terms.remove(word);
        context.remove(word);
    }

    void unwanted(String word) {
        unwanted.add(word);
    }

    /** Forgets that a word is unwanted, in the singular and in the plural. */
    void noLongerUnwanted(String word) {
        unwanted.removeIf(w -> Inflection.singular(w).equals(Inflection.singular(word)));
    }

    void sort(SortOrder order) {
        sort = order;
    }

    /** Notes a wish that this catalogue records nothing about. */
    void setAside(SetAside wish) {
        if (!setAside.contains(wish)) {
            setAside.add(wish);
        }
    }

    /** Forgets wishes that were set aside and are wished for no longer. */
    void retractSetAside(Predicate<SetAside> retracted) {
        setAside.removeIf(retracted);
    }

    /** Starts the list of what was shown anew, since what is wanted has changed. */
    void forgetExcludedWhenChanged() {
        if (!changed.isEmpty()) {
            excluded = List.of();
        }
    }

    /** Sets a bound; what was said before about the same side of the same field no longer holds. */
    void bound(Range range) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (constraint instanceof Range old && old.field().equals(range.field()) && !changed.contains(old)) {
                Bound lower = range.lower() != null || contradicts(old.lower(), range.upper()) ? null : old.lower();
                Bound upper = range.upper() != null || contradicts(range.lower(), old.upper()) ? null : old.upper();
                if (lower != null || upper != null) {
                    kept.add(new Range(old.text(), old.field(), lower, upper, old.currency()));
                }
            } else {
                kept.add(constraint);
            }
        }
        constraints.clear();
        constraints.addAll(kept);
        add(range);
    }

    /** Sets a bound that no stated one is lifted by: of two on the same side the narrower counts. */
    void tighten(Range range) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Range old
                    && old.field().equals(range.field())
                    && (below(old.upper(), range.upper()) || below(range.lower(), old.lower()))) {
                return;
            }
        }
        bound(range);
    }

    private static boolean below(@Nullable Bound one, @Nullable Bound other) {
        return one != null && other != null && one.value().compareTo(other.value()) < 0;
    }

    private static boolean contradicts(@Nullable Bound lower, @Nullable Bound upper) {
        return lower != null && upper != null && lower.value().compareTo(upper.value()) >= 0;
    }

    /** Adds what a shopper says of themselves. */
    void addFact(ShopperFact said) {
        if (said.kind() == ShopperFact.Kind.SIZE) {
            // One size of clothes and one of shoes: a later one of the same sort is the true one.
            facts.removeIf(f -> f.kind() == ShopperFact.Kind.SIZE && isNumber(f.text()) == isNumber(said.text()));
            facts.add(said);
            return;
        }
        if (facts.stream().noneMatch(f -> f.kind() == said.kind() && f.cues().equals(said.cues()))) {
            facts.add(said);
        }
    }

    private static boolean isNumber(String size) {
        return Character.isDigit(size.charAt(0));
    }

    /** What shoppers said of themselves so far. */
    List<ShopperFact> facts() {
        return List.copyOf(facts);
    }

    /** Puts a constraint in place of those on the same slot. */
    void replace(Constraint constraint) {
        String slot = slot(constraint);
        constraints.removeIf(c -> slot(c).equals(slot) && !changed.contains(c));
        add(constraint);
    }

    /** Excludes a brand, and no longer asks for it. */
    void withoutBrand(String brand) {
        constraints.removeIf(c -> c instanceof AnyOf any && any.field().equals(Fields.BRAND));
        add(new NoneOf(brand, Fields.BRAND, Match.EXACT, List.of(brand), false));
    }

    void replaceKindOf(String category) {
        setKind(category, new AnyOf(category, Fields.CATEGORIES, Match.EXACT, List.of(category)));
    }

    void setKind(String text, Constraint kind) {
        constraints.removeIf(c -> slot(c).equals(Slots.KIND));
        topic = text;
        constraints.addFirst(kind);
        changed.add(kind);
    }

    @Nullable
    Constraint kind() {
        return kind(constraints);
    }

    @Nullable
    Constraint kind(List<Constraint> among) {
        for (Constraint constraint : among) {
            if (slot(constraint).equals(Slots.KIND)) {
                return constraint;
            }
        }
        return null;
    }

    /** The slot of a constraint; a department such as Women stands for an attribute and not for a kind. */
    String slot(Constraint constraint) {
        String slot = Slots.of(constraint);
        List<String> categories = Slots.categories(constraint);
        boolean department = slot.equals(Slots.KIND)
                && !categories.isEmpty()
                && vocabulary.departments().containsAll(categories);
        return department ? "gender" : slot;
    }

    void add(Constraint constraint) {
        if (!constraints.contains(constraint)) {
            constraints.add(constraint);
        }
        changed.add(constraint);
    }

    void similarTo(String id) {
        similarTo = id;
    }

    void exclude(List<String> ids) {
        Set<String> all = new LinkedHashSet<>(excluded);
        all.addAll(ids);
        excluded = List.copyOf(all);
    }

    ShoppingNeed need() {
        Set<String> query = new LinkedHashSet<>();
        for (Constraint constraint : constraints) {
            String slot = slot(constraint);
            boolean searchable = constraint instanceof AnyOf || constraint instanceof Constraint.Either;
            if (searchable && !slot.equals(Slots.KIND) && !slot.equals(Fields.AVAILABILITY)) {
                query.addAll(TextFolding.words(constraint.text()));
            }
        }
        context.forEach(w -> query.addAll(TextFolding.words(w)));
        terms.forEach(t -> query.addAll(TextFolding.words(t)));
        if (topic != null) {
            query.addAll(TextFolding.words(topic));
        }
        return new ShoppingNeed(
                topic,
                String.join(" ", query),
                List.copyOf(terms),
                List.copyOf(unwanted),
                constraints,
                sort,
                setAside,
                facts,
                excluded,
                similarTo);
    }
}
