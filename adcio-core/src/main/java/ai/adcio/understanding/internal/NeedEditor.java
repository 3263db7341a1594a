package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Present;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a turn says to the need gathered so far. The rules, in order:
 *
 * <ol>
 *   <li>Another kind of product is another topic: its need starts anew, unless that kind was sought before, whose need
 *       then comes back. A narrower kind, or a correction of the kind just named, keeps the bounds.
 *   <li>A brand alone keeps the kind, unless the turn wants anything of that brand, or the brand makes nothing of the
 *       kind.
 *   <li>Within a topic a constraint replaces that on the same field, exclusions add up, and a bound replaces that on
 *       the same side.
 *   <li>What shoppers said of themselves stays through all of this.
 * </ol>
 */
final class NeedEditor {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final Language language;

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

    NeedEditor(TurnReading reading, Vocabulary vocabulary, Conversation conversation, Language language) {
        this.reading = reading;
        this.vocabulary = vocabulary;
        this.conversation = conversation;
        this.language = language;
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

    /** Applies all that the turn says. */
    void apply() {
        applyTopic();
        applyBrands();
        applyValues();
        applyBounds();
        applyRelaxations();
        applyWishes();
        reading.facts.forEach(this::addFact);
        if (reading.sort != null) {
            sort = reading.sort;
        }
        reading.unwanted.forEach(unwanted::add);
        reading.withoutTitleWords.forEach(w -> add(new NoneOf(w, Fields.TITLE, Match.WORDS, List.of(w), false)));
        if (!changed.isEmpty()) {
            excluded = List.of();
        }
    }

    private void applyTopic() {
        if (reading.has("reset") || reading.has("newtopic")) {
            clear();
        }
        if (!reading.kinds.isEmpty()) {
            applyKind();
        } else if (!reading.absentKinds.isEmpty()) {
            clear();
            topic = reading.absentKinds.getFirst().text();
        } else if (!reading.negatedKinds.isEmpty()) {
            for (Named<Kind> kind : reading.negatedKinds) {
                excludeKind(kind);
            }
        } else if (conversation.need().isEmpty() || startsOver()) {
            replaceTerms();
        }
        if (!reading.kinds.isEmpty()) {
            excludeWithin();
        }
        addWords();
    }

    /** "Shoes except boots": a kind that is denied beside another is excluded where it is part of that. */
    private void excludeWithin() {
        Constraint wanted = kind();
        List<String> broad = Slots.categories(wanted);
        for (Named<Kind> denied : reading.negatedKinds) {
            List<String> names = denied.meaning().categories();
            boolean part = names.stream().anyMatch(n -> within(n, broad));
            boolean same = !broad.isEmpty() && names.containsAll(broad);
            if ((part || names.isEmpty()) && !same) {
                exclude(denied);
            }
        }
    }

    /** A word that no title has says something to a search, but nothing that a count could require. */
    private void addWords() {
        for (String word : reading.words) {
            (vocabulary.titleFrequency(word) > 0 ? terms : context).add(word);
        }
    }

    /** A turn that names only unknown words and asks for them has turned to something else. */
    private boolean startsOver() {
        return reading.words.size() > 0
                && reading.brands.isEmpty()
                && reading.values.isEmpty()
                && reading.bounds.isEmpty()
                && reading.hasAny("show", "carry")
                && !reading.hasAny("one", "more", "similar", "only");
    }

    private void replaceTerms() {
        if (!reading.words.isEmpty() && startsOver() && !conversation.need().isEmpty()) {
            clear();
        }
    }

    private void applyKind() {
        String text = String.join(
                " / ", reading.kinds.stream().map(k -> k.piece().text()).toList());
        Constraint next =
                Slots.kind(text, reading.kinds.stream().map(Named::meaning).toList(), vocabulary.categoriesHaveGaps());
        Constraint current = kind();
        if (current == null) {
            if (topic != null || !brandMakes(next)) {
                clear();
            }
            setKind(text, next);
            return;
        }
        if (Slots.sameKind(current, next) || shortened(current, text)) {
            if (reading.has("any") && !reading.relaxed.contains("kind")) {
                constraints.removeIf(c -> slot(c).equals(Fields.BRAND));
            }
            return;
        }
        if (narrows(current, next)) {
            // What the wider kind was wanted for says nothing of the narrower one that was then named.
            constraints.removeIf(c -> vocabulary.fields("benefit").contains(slot(c))
                    || vocabulary.fields("ingredient").contains(slot(c)));
            replaceKind(text, next);
            return;
        }
        boolean correction = reading.hasAny("instead", "retract") || !reading.negatedKinds.isEmpty();
        ShoppingNeed earlier = earlier(next);
        if (earlier != null) {
            load(earlier);
            topicChanged = true;
            return;
        }
        List<Constraint> kept = correction
                ? constraints.stream()
                        .filter(c -> c instanceof Range || slot(c).equals("gender") || isGender(c))
                        .toList()
                : List.of();
        clear();
        constraints.addAll(kept);
        setKind(text, next);
    }

    /** Who looked for wall lights and says "the lights" means those. */
    private static boolean shortened(Constraint current, String text) {
        return KindLinker.stem(current.text()).endsWith(' ' + KindLinker.stem(text));
    }

    private boolean isGender(Constraint constraint) {
        return vocabulary.fields("gender").contains(slot(constraint));
    }

    private boolean narrows(Constraint current, Constraint next) {
        List<String> broad = Slots.categories(current);
        List<String> narrow = Slots.categories(next);
        if (broad.isEmpty() || narrow.isEmpty()) {
            return false;
        }
        return narrow.stream().allMatch(n -> within(n, broad));
    }

    private boolean within(String name, List<String> broad) {
        String at = name;
        for (int depth = 0; at != null && depth < 12; depth++) {
            if (broad.contains(at)) {
                return true;
            }
            at = vocabulary.parentOf(at);
        }
        return false;
    }

    private @Nullable ShoppingNeed earlier(Constraint kind) {
        for (ShoppingNeed need : conversation.earlierNeeds()) {
            Constraint before = kind(need.constraints());
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
                    load(need);
                    topicChanged = true;
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the brand sought so far, if any, makes things of a kind. */
    private boolean brandMakes(Constraint kind) {
        List<String> categories = Slots.categories(kind);
        for (Constraint constraint : constraints) {
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

    private void setKind(String text, Constraint kind) {
        constraints.removeIf(c -> slot(c).equals(Slots.KIND));
        topic = text;
        constraints.addFirst(kind);
        changed.add(kind);
    }

    private void replaceKind(String text, Constraint kind) {
        setKind(text, kind);
    }

    private void excludeKind(Named<Kind> kind) {
        List<String> names = kind.meaning().categories();
        Constraint current = kind();
        if (current != null
                && names.containsAll(Slots.categories(current))
                && !Slots.categories(current).isEmpty()) {
            String modifier = modifierOf(kind.index());
            if (modifier != null) {
                add(new NoneOf(modifier, Fields.TITLE, Match.WORDS, List.of(modifier), false));
                return;
            }
            constraints.remove(current);
            topic = null;
            return;
        }
        exclude(kind);
    }

    /** The title word right before a kind, such as 전기 in 전기 담요; null when there is none. */
    private @Nullable String modifierOf(int index) {
        Piece before = index == 0 ? null : reading.pieces.get(index - 1);
        if (before == null
                || before.mark()
                || !before.unknown() && before.first(Meaning.TitleWord.class) == null
                || vocabulary.titleFrequency(before.text()) == 0) {
            return null;
        }
        return before.text();
    }

    private void exclude(Named<Kind> kind) {
        List<String> names = kind.meaning().categories();
        String text = kind.piece().text();
        add(
                names.isEmpty()
                        ? new NoneOf(
                                text, Fields.TITLE, Match.WORDS, kind.meaning().phrases(), false)
                        : new NoneOf(text, Fields.CATEGORIES, Match.EXACT, names, false));
    }

    private void applyBrands() {
        if (!reading.brands.isEmpty()) {
            List<String> names = new ArrayList<>();
            reading.brands.forEach(b -> names.addAll(b.meaning().names()));
            if (reading.kinds.isEmpty() && brandIsTopic(names)) {
                clear();
                addWords();
            }
            String text = text(
                    reading.brands.getFirst().piece(), reading.brands.getLast().piece());
            replace(new AnyOf(text, Fields.BRAND, Match.EXACT, names));
        }
        for (Named<Brand> brand : reading.negatedBrands) {
            constraints.removeIf(c -> c instanceof AnyOf any
                    && any.field().equals(Fields.BRAND)
                    && brand.meaning().names().containsAll(any.values()));
            add(new NoneOf(
                    brand.piece().text(),
                    Fields.BRAND,
                    Match.EXACT,
                    brand.meaning().names(),
                    false));
        }
    }

    private boolean brandIsTopic(List<String> names) {
        Constraint kind = kind();
        if (constraints.isEmpty() && topic == null) {
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

    private void applyValues() {
        Map<String, List<Named<Value>>> byField = new LinkedHashMap<>();
        for (Named<Value> value : reading.values) {
            byField.computeIfAbsent(
                            value.meaning().field() + '/' + value.meaning().concept(), k -> new ArrayList<>())
                    .add(value);
        }
        byField.values().forEach(values -> {
            Value first = values.getFirst().meaning();
            Set<String> all = new LinkedHashSet<>();
            values.forEach(v -> all.addAll(v.meaning().values()));
            String text = text(values.getFirst().piece(), values.getLast().piece());
            constraints.removeIf(c ->
                    c instanceof NoneOf none && none.field().equals(first.field()) && all.containsAll(none.values()));
            replace(Slots.value(text, first.field(), first.match(), List.copyOf(all)));
        });
        for (Named<Value> value : reading.negatedValues) {
            Value meaning = value.meaning();
            constraints.removeIf(c -> c instanceof AnyOf any
                    && any.field().equals(meaning.field())
                    && meaning.values().containsAll(any.values()));
            add(new NoneOf(value.piece().text(), meaning.field(), meaning.match(), meaning.values(), meaning.choice()));
        }
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (piece.is("sale") && vocabulary.capabilities().records(Fields.LIST_PRICE)) {
                replace(new Present(piece.text(), Fields.LIST_PRICE));
            }
            if (piece.is("instock")) {
                replace(new AnyOf(piece.text(), Fields.AVAILABILITY, Match.EXACT, List.of("InStock")));
            }
        }
        applyRecipient();
        for (Named<Fact> fact : reading.withoutCautions) {
            for (String field : vocabulary.fields("caution")) {
                add(new NoneOf(
                        fact.piece().text(), field, Match.WORDS, fact.meaning().cues(), false));
            }
        }
    }

    /** Clothes for a girlfriend are for women; where a kind is not made for either, whom it is for says nothing. */
    private void applyRecipient() {
        String said = reading.has("for.women") ? "women" : reading.has("for.men") ? "men" : null;
        boolean both = reading.has("for.women") && reading.has("for.men");
        boolean named =
                reading.values.stream().anyMatch(v -> v.meaning().concept().equals("gender"));
        if (said == null || both || named || !kindIsGendered()) {
            return;
        }
        for (Meaning meaning : vocabulary.trie().get(said)) {
            if (meaning instanceof Value value && vocabulary.fields("gender").contains(value.field())) {
                replace(Slots.value(said, value.field(), value.match(), value.values()));
                return;
            }
        }
    }

    private boolean kindIsGendered() {
        int products = 0;
        int recorded = 0;
        for (String category : Slots.categories(kind())) {
            products += vocabulary.productsIn(category);
            for (String field : vocabulary.fields("gender")) {
                String attribute = Fields.attributeName(field);
                recorded += attribute == null ? 0 : vocabulary.statistics().attributeInCategory(attribute, category);
            }
        }
        return products > 0 && 2 * recorded >= products;
    }

    private void applyBounds() {
        reading.bounds.forEach(this::bound);
        reading.measures.forEach(this::replace);
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

    private void applyRelaxations() {
        for (String concept : reading.relaxed) {
            List<String> slots = switch (concept) {
                case "price" -> List.of(Fields.PRICE);
                case "brand" -> List.of(Fields.BRAND, "!" + Fields.BRAND);
                case "rating" -> List.of(Fields.RATING);
                case "kind" -> List.of(Slots.KIND);
                default ->
                    vocabulary.fields(concept).stream()
                            .flatMap(f -> java.util.stream.Stream.of(f, "!" + f))
                            .toList();
            };
            constraints.removeIf(c -> slots.contains(slot(c)) && !changed.contains(c));
        }
    }

    private void applyWishes() {
        setAside.removeIf(wish -> vocabulary.trie().get(wish.text()).stream()
                .anyMatch(m -> m instanceof Unrecorded u && reading.retractedWishes.contains(u.topic())));
        for (Named<Unrecorded> wish : reading.unrecorded) {
            SetAside entry = new SetAside(wish.piece().text(), vocabulary.reason(language));
            if (!setAside.contains(entry)) {
                setAside.add(entry);
            }
        }
    }

    private void addFact(Named<Fact> fact) {
        ShopperFact said = new ShopperFact(
                fact.meaning().kind(), fact.piece().text(), fact.meaning().cues());
        if (facts.stream().noneMatch(f -> f.kind() == said.kind() && f.cues().equals(said.cues()))) {
            facts.add(said);
        }
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

    boolean hasKind() {
        return kind() != null;
    }

    @Nullable
    Constraint kind() {
        return kind(constraints);
    }

    private @Nullable Constraint kind(List<Constraint> among) {
        for (Constraint constraint : among) {
            if (slot(constraint).equals(Slots.KIND)) {
                return constraint;
            }
        }
        return null;
    }

    /** The slot of a constraint; a department such as Women stands for an attribute and not for a kind. */
    private String slot(Constraint constraint) {
        String slot = Slots.of(constraint);
        List<String> categories = Slots.categories(constraint);
        boolean department = slot.equals(Slots.KIND)
                && !categories.isEmpty()
                && vocabulary.departments().containsAll(categories);
        return department ? "gender" : slot;
    }

    private void add(Constraint constraint) {
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

    private String text(Piece first, Piece last) {
        return first.start() <= last.start()
                ? reading.text.slice(first.start(), last.end())
                : reading.text.slice(last.start(), first.end());
    }
}
