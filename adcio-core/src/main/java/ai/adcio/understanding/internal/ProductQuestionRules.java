package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.conversation.ShownList;
import ai.adcio.understanding.Ask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about one product, which its record and its reviews answer. */
final class ProductQuestionRules {
    private static final Meaning AUXILIARY = new Meaning.Tag("aux");

    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final PageContext page;
    private final CatalogSnapshot catalog;
    private final References references;
    private final NeedEditor editor;
    private final NeedDraft draft;

    ProductQuestionRules(Turn turn, NeedEditor editor) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.conversation = turn.conversation();
        this.page = turn.page();
        this.catalog = turn.catalog();
        this.references = turn.references();
        this.editor = editor;
        this.draft = editor.draft();
    }

    @Nullable
    Decision decide() {
        Decision that = thatKind();
        if (that == null) {
            that = calledByName();
        }
        if (that != null) {
            return that;
        }
        Decision held = heldAgainst();
        if (held != null) {
            return held;
        }
        Decision ofIt = asksOfIt();
        if (ofIt != null) {
            return ofIt;
        }
        // "Does this come in another colour" asks of the product; "another colour" alone wants others.
        boolean focused = references.pointsAtOne() || page.productId() != null || conversation.focusId() != null;
        boolean more = reading.has("more") && !(focused && asksField()) || reading.has("ref.them");
        if (more || !reading.kinds.isEmpty() || !reading.brands.isEmpty() || !reading.bounds.isEmpty()) {
            return named();
        }
        boolean asks = reading.hasAny("howmuch", "detail", "safe", "free") || asksField();
        boolean denied = reading.has("negpost") || reading.has("neg");
        if (references.pointsAtOne() && !denied && (asks || reading.has("ref.this") || !reading.constrains())) {
            String id = references.pointed();
            if (id != null) {
                return details(List.of(id));
            }
        }
        boolean focus = page.productId() != null || conversation.focusId() != null;
        if (asks
                && focus
                && !reading.constrains()
                && reading.words.isEmpty()
                && (!reading.has("show") || reading.has("reviews"))) {
            String id = references.pointed();
            return id == null ? null : details(List.of(id));
        }
        return null;
    }

    /** "Does it come with a case?": a question about the product on the page or the one spoken of, whatever it names. */
    private @Nullable Decision asksOfIt() {
        boolean focus = page.productId() != null || conversation.focusId() != null;
        if (!focus
                || !asked()
                || reading.superlative != null
                || references.hasOrdinals()
                || reading.hasAny(
                        "compare",
                        "similar",
                        "cheaper",
                        "dearer",
                        "average",
                        "show",
                        "ref.screen",
                        "howmuch",
                        "confirm")) {
            return null;
        }
        String id = references.pointed();
        return id == null ? null : detailsOf(List.of(id), true);
    }

    /** Whether a question of the turn has "it" for its subject: "is it", "does this come in". */
    private boolean asked() {
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            boolean it = piece.is("ref.it") || piece.is("ref.this");
            if (it && i > 0 && reading.pieces.get(i - 1).is("aux")) {
                return true;
            }
            int blank = piece.text().indexOf(' ');
            boolean within = blank > 0 && (piece.holds("it") || piece.holds("this"));
            if (within
                    && vocabulary.trie().get(piece.text().substring(0, blank)).contains(AUXILIARY)) {
                return true;
            }
        }
        return false;
    }

    /** "That one is 1 won, right?", "does it come in M?": what is said of a product is to be held against its record. */
    private @Nullable Decision heldAgainst() {
        boolean confirms = reading.has("confirm");
        boolean options = !reading.values.isEmpty()
                && reading.pieces.stream()
                        .anyMatch(p -> p.is("carry") && !p.text().contains("으면"));
        String pointed = references.pointed();
        if (!references.pointsAtOne()
                || pointed == null
                || !confirms && !options
                || !reading.kinds.isEmpty() && !namesShown(List.of(pointed))
                || reading.hasAny("show", "negpost", "neg", "similar")) {
            return null;
        }
        return details(List.of(pointed));
    }

    /** "What should I mind with those probiotics": a kind that points at what was shown of it. */
    private @Nullable Decision thatKind() {
        boolean asks = reading.hasAny("howmuch", "detail", "safe", "free") || asksField();
        String pointed = references.pointed();
        if (!asks
                || pointed == null
                || reading.kinds.size() != 1
                || !reading.brands.isEmpty()
                || !reading.bounds.isEmpty()
                || reading.hasAny("show", "more")
                || !references.demonstrative(reading.kinds.getFirst().index())) {
            return null;
        }
        return namesShown(List.of(pointed)) ? details(List.of(pointed)) : null;
    }

    /**
     * "Is this bench ready to order", 민소매는 사이즈가 어떻게: a product on the page or shown lately that the turn calls
     * by a word of its name, whose fields it asks about.
     */
    private @Nullable Decision calledByName() {
        boolean idle = reading.brands.isEmpty()
                && reading.bounds.isEmpty()
                && !reading.hasAny(
                        "show", "more", "similar", "cheaper", "dearer", "count", "average", "newtopic", "back");
        if (!idle || reading.superlative != null || reading.sort != null) {
            return null;
        }
        String pointed = references.pointed();
        for (int i = 1; i < reading.pieces.size() && pointed != null; i++) {
            if (references.demonstrative(i)
                    && isCalled(pointed, reading.pieces.get(i).text())) {
                reading.words.clear();
                return details(List.of(pointed));
            }
        }
        List<String> names = new ArrayList<>(reading.words);
        names.addAll(measures());
        boolean asks = asksField() || reading.has("howmuch");
        if (!asks
                || !reading.kinds.isEmpty()
                || names.isEmpty()
                || conversation.need().isEmpty()) {
            return null;
        }
        for (ShownList list : conversation.shown()) {
            for (String id : list.productIds()) {
                if (names.stream().allMatch(word -> isCalled(id, word))) {
                    return details(List.of(id));
                }
            }
        }
        return null;
    }

    /** Numbers with their units, such as 20000mAh, as titles write them. */
    private List<String> measures() {
        List<String> measures = new ArrayList<>();
        for (int i = 1; i < reading.pieces.size(); i++) {
            Piece number = reading.pieces.get(i - 1);
            Piece unit = reading.pieces.get(i);
            if (number.quantity() != null && unit.first(Meaning.Unit.class) != null) {
                measures.add(reading.text.slice(number.start(), unit.end()));
            }
        }
        return measures;
    }

    private boolean isCalled(String id, String word) {
        Product product = catalog.records().get(id);
        return product != null
                && word.length() > 1
                && (TextFolding.containsPhrase(product.title(), word)
                        || product.categories().stream().anyMatch(c -> TextFolding.containsPhrase(c, word)));
    }

    /** A question about a field of a product that is named by its words rather than pointed at. */
    private @Nullable Decision named() {
        boolean stock = reading.pieces.stream().anyMatch(p -> {
            Meaning.FieldName field = p.first(Meaning.FieldName.class);
            return field != null && field.concept().equals("availability") && !p.is("instock");
        });
        boolean price = reading.has("howmuch") && reading.superlative == null;
        if (reading.kinds.isEmpty()
                || !(stock || price || reading.has("detail") || asksField())
                || reading.has("show")
                || reading.hasAny("count", "average")
                || reading.superlative != null) {
            return null;
        }
        Piece first = reading.kinds.getLast().piece();
        int from = first.start();
        for (var value : reading.values) {
            from = Math.min(from, value.piece().start());
        }
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (reading.words.contains(piece.text()) && piece.start() < from && i + 1 < reading.pieces.size()) {
                from = piece.start();
            }
        }
        String phrase = reading.text.slice(from, first.end());
        String only = vocabulary.titles().only(phrase, catalog.records());
        boolean bare = reading.values.isEmpty() && reading.words.isEmpty();
        if (only == null || bare && !isTitle(only, phrase)) {
            return null;
        }
        return Decision.unchanged(
                conversation, Intent.PRODUCT_DETAILS, new Ask.Details(List.of(only), askedFields(), ""));
    }

    /** A kind alone asks of all its products, unless one is called just that. */
    private boolean isTitle(String id, String phrase) {
        Product product = catalog.records().get(id);
        return product != null && TextFolding.fold(product.title()).equals(phrase);
    }

    /** "How many reviews does the second one have?" counts nothing of the shop's. */
    boolean countsReviews() {
        return reading.has("count")
                && reading.hasAny("reviews", "concept.rating")
                && reading.superlative == null
                && (references.hasOrdinals() || references.pointsAtOne() || asked())
                && reading.kinds.isEmpty()
                && reading.brands.isEmpty();
    }

    /** Whether the kind in "the first sandals" is what that product is, and not a new wish. */
    boolean namesShown(List<String> ids) {
        Constraint kind =
                Slots.kind("", reading.kinds.stream().map(k -> k.meaning()).toList(), true);
        return (!reading.has("show") || reading.has("detail"))
                && catalog.records().getAll(ids).stream().allMatch(kind::test);
    }

    private boolean asksField() {
        return reading.pieces.stream().anyMatch(p -> p.first(Meaning.FieldName.class) != null);
    }

    private List<String> askedFields() {
        Set<String> fields = new LinkedHashSet<>();
        for (Piece piece : reading.pieces) {
            Meaning.FieldName field = piece.first(Meaning.FieldName.class);
            if (field != null) {
                fields.addAll(field.fields());
            }
        }
        if (reading.hasAny("howmuch", "free")) {
            fields.add(Fields.PRICE);
        }
        if (reading.has("outofstock") || reading.has("instock")) {
            fields.add(Fields.AVAILABILITY);
        }
        for (var value : reading.values) {
            fields.add(value.meaning().field());
        }
        if (!reading.facts.isEmpty()) {
            fields.addAll(vocabulary.fields("caution"));
        }
        return List.copyOf(fields);
    }

    Decision details(List<String> ids) {
        return detailsOf(ids, false);
    }

    private Decision detailsOf(List<String> ids, boolean namesToo) {
        List<String> fields = askedFields();
        boolean onPage = ids.size() == 1 && ids.getFirst().equals(page.productId());
        reading.bounds.clear();
        reading.values.clear();
        editor.apply();
        ShoppingNeed need = withFacts(conversation.need(), draft.need());
        String topic = reading.has("safe") || !reading.facts.isEmpty()
                ? reading.text.slice(0, reading.text.length()).strip()
                : ownWords(ids, namesToo);
        return new Decision(
                onPage && !reading.has("detail") ? Intent.PAGE_QUESTION : Intent.PRODUCT_DETAILS,
                new Ask.Details(ids, fields, topic),
                need,
                List.of(),
                List.of(),
                false);
    }

    /** The words of a question that the grammar has no part for: what it is about, when it names no field. */
    private String ownWords(List<String> ids, boolean namesToo) {
        List<String> words = new ArrayList<>();
        for (Piece piece : reading.pieces) {
            boolean field = piece.first(Meaning.FieldName.class) != null;
            boolean unheard = piece.unknown()
                    && piece.text().length() > 1
                    && !Nominal.isVerbal(piece.text())
                    && !ids.contains(piece.text())
                    && !ids.contains(piece.text().toUpperCase(Locale.ROOT));
            boolean title = piece.first(Meaning.TitleWord.class) != null && !Structure.is(piece);
            boolean name = namesToo && piece.content() && !Structure.is(piece);
            if (field || unheard || title || name) {
                words.add(piece.text());
            }
        }
        return String.join(" ", words);
    }

    private static ShoppingNeed withFacts(ShoppingNeed need, ShoppingNeed facts) {
        return new ShoppingNeed(
                need.topic(),
                need.query(),
                need.terms(),
                need.unwanted(),
                need.constraints(),
                need.sort(),
                need.setAside(),
                facts.facts(),
                need.excludedIds(),
                need.similarTo());
    }
}
