package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation.NotCarried;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a turn that has been read asks for. The rules stand in the order in which they are tried. */
final class IntentRules {
    /** Wishes that are of the shop's service when no product stands beside them. */
    private static final Set<String> SERVICES =
            Set.of("delivery", "shipping cost", "returns", "warranty", "gift wrapping", "points", "payment");

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

    /** How many words that mean nothing here may stand beside a thank-you. */
    private static final int MOST_ASIDES = 4;

    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final PageContext page;
    private final CatalogSnapshot catalog;
    private final References references;
    private final NeedEditor editor;
    private final List<NotCarried> notCarried = new ArrayList<>();

    IntentRules(
            TurnReading reading,
            Vocabulary vocabulary,
            Conversation conversation,
            PageContext page,
            CatalogSnapshot catalog,
            Language language) {
        this.reading = reading;
        this.vocabulary = vocabulary;
        this.conversation = conversation;
        this.page = page;
        this.catalog = catalog;
        this.references = new References(reading, conversation, page);
        this.editor = new NeedEditor(reading, vocabulary, conversation, language);
    }

    /** What was decided. */
    record Decision(
            Intent intent,
            Ask ask,
            ShoppingNeed need,
            List<Constraint> changed,
            List<NotCarried> notCarried,
            boolean topicChanged) {}

    Decision decide() {
        Decision talk = talk();
        if (talk != null) {
            return talk;
        }
        Decision onPage = new PageRules(reading, conversation, catalog, references).decide();
        if (onPage != null) {
            return onPage;
        }
        Decision service = service();
        if (service != null) {
            return service;
        }
        Decision aboutShown = aboutShown();
        return aboutShown != null ? aboutShown : shopping();
    }

    // ---- talk, and what is not a shop's business

    private @Nullable Decision talk() {
        if (reading.has("inject") || reading.has("offtopic.strong")) {
            return unchanged(Intent.UNSUPPORTED, new Ask.Talk("out_of_scope"));
        }
        if (reading.has("handoff") || reading.has("handoff.word") && onlyCalls()) {
            return unchanged(Intent.HANDOFF, new Ask.Talk("handoff"));
        }
        if ((reading.has("offtopic") || sum()) && reading.kinds.isEmpty() && reading.brands.isEmpty()) {
            return unchanged(Intent.UNSUPPORTED, new Ask.Talk("out_of_scope"));
        }
        Decision small = smallTalk();
        return small != null ? small : courtesy();
    }

    /** "Agent. Human. Now.": whoever says nothing but this wants a person. */
    private boolean onlyCalls() {
        return reading.pieces.stream()
                .allMatch(p -> p.mark()
                        || p.is("handoff.word")
                        || p.is("polite")
                        || p.is("fn")
                        || p.is("show")
                        || p.is("end"));
    }

    /** Whether two numbers are to be added or the like. */
    private boolean sum() {
        for (int i = 0; i + 2 < reading.pieces.size(); i++) {
            String sign = reading.pieces.get(i + 1).text();
            if (reading.pieces.get(i).quantity() != null
                    && reading.pieces.get(i + 2).quantity() != null
                    && (sign.equals("+")
                            || sign.equals("*")
                            || sign.equals("=")
                            || sign.equals("plus")
                            || sign.equals("times"))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Decision smallTalk() {
        String kind = null;
        for (Piece piece : reading.pieces) {
            if (piece.quantity() != null || piece.unknown()) {
                return null;
            }
            boolean idle = piece.mark() || piece.is("polite") || piece.is("fn") || piece.is("end");
            String said = piece.is("thanks")
                    ? "thanks"
                    : piece.is("hello")
                            ? "greeting"
                            : piece.is("bye") ? "goodbye" : piece.is("praise") ? "praise" : null;
            if (said == null && !idle) {
                return null;
            }
            kind = kind == null || kind.equals("praise") ? said == null ? kind : said : kind;
        }
        return kind == null ? null : unchanged(Intent.SMALL_TALK, new Ask.Talk(kind));
    }

    /** Thanks, a greeting or a goodbye in whatever words, as long as nothing is asked for beside it. */
    private @Nullable Decision courtesy() {
        String kind = reading.has("thanks")
                ? "thanks"
                : reading.has("bye") ? "goodbye" : reading.has("hello") ? "greeting" : null;
        boolean asks = reading.constrains()
                || reading.superlative != null
                || references.hasOrdinals()
                || !reading.facts.isEmpty()
                || !reading.unrecorded.isEmpty()
                || reading.pieces.stream().anyMatch(p -> p.is("detail") && !p.hangul())
                || reading.hasAny(
                        "show", "carry", "count", "average", "compare", "howmuch", "similar", "more", "cheaper",
                        "dearer", "better", "reset", "go", "addcart", "order", "sale", "instock")
                || reading.hasPrefix("store.")
                || reading.hasPrefix("place.")
                || reading.pieces.stream().anyMatch(Piece::content)
                || reading.pieces.stream().anyMatch(p -> p.quantity() != null)
                || reading.pieces.stream()
                                .filter(p -> p.unknown() && !p.hangul())
                                .count()
                        > MOST_ASIDES;
        boolean onlySaidSo = kind == null
                && reading.has("praise")
                && reading.pieces.stream()
                        .allMatch(p -> p.mark() || !p.meanings().isEmpty() || Nominal.isVerbal(p.text()));
        if (asks || kind == null && !onlySaidSo) {
            return null;
        }
        return unchanged(Intent.SMALL_TALK, new Ask.Talk(kind == null ? "praise" : kind));
    }

    // ---- the shop's own terms and the shopper's orders

    private @Nullable Decision service() {
        boolean product =
                reading.kinds.stream().anyMatch(k -> !k.meaning().categories().isEmpty())
                        || !reading.brands.isEmpty()
                        || !reading.bounds.isEmpty()
                        || !reading.values.isEmpty()
                        || !reading.absentKinds.isEmpty();
        if (reading.has("order") && (!product || !reading.hasAny("carry"))) {
            return unchanged(Intent.ORDER_SUPPORT, new Ask.ShopQuestion("order"));
        }
        if (product) {
            return null;
        }
        boolean refines = !reading.unrecorded.isEmpty()
                && !conversation.need().isEmpty()
                && reading.hasAny("thing", "only", "show", "one");
        if (refines || !reading.retractedWishes.isEmpty()) {
            return null;
        }
        for (String topic : List.of("returns", "payment", "hours", "location", "delivery", "other")) {
            if (reading.has("store." + topic)) {
                return unchanged(Intent.STORE_INFO, new Ask.ShopQuestion(topic));
            }
        }
        String wished = reading.unrecorded.isEmpty()
                ? ""
                : reading.unrecorded.getFirst().meaning().topic();
        boolean ofService = SERVICES.contains(wished);
        if (ofService && reading.words.isEmpty()) {
            String topic = wished;
            return unchanged(
                    Intent.STORE_INFO,
                    new Ask.ShopQuestion(
                            topic.contains("ship") || topic.equals("delivery")
                                    ? "delivery"
                                    : topic.equals("returns") ? "returns" : "other"));
        }
        return null;
    }

    // ---- about what was shown or is on the page

    private @Nullable Decision aboutShown() {
        List<String> places = references.ordinals();
        List<String> ordinals = places.isEmpty() && !references.hasOrdinals() ? ids() : places;
        boolean better = reading.has("better") && reading.values.isEmpty() && reading.bounds.isEmpty();
        if ((reading.hasAny("cheaper", "dearer") || better) && reading.superlative == null && !comparesTwo()) {
            Decision chosen = whichOfCompared();
            return chosen != null ? chosen : relative();
        }
        if (relativeToOrdinal() && !ordinals.isEmpty()) {
            return relative();
        }
        Decision comparison = compare(ordinals);
        if (comparison != null) {
            return comparison;
        }
        if (reading.has("similar")) {
            return similar();
        }
        if (countsOf() && (!ordinals.isEmpty() || references.pointed() != null)) {
            return details(ordinals.isEmpty() ? List.of(Objects.requireNonNull(references.pointed())) : ordinals);
        }
        if (reading.superlative != null || reading.hasAny("count", "average")) {
            return null;
        }
        if (!ordinals.isEmpty() && reading.has("detail") && !reading.has("similar")) {
            return details(ordinals);
        }
        if (!ordinals.isEmpty() && (reading.kinds.isEmpty() || namesShown(ordinals))) {
            return details(ordinals);
        }
        if (references.hasOrdinals() && reading.kinds.isEmpty() && reading.brands.isEmpty()) {
            return details(List.of());
        }
        return aboutOne();
    }

    /** "Which one is cheaper?" after a comparison asks for one of those that stood side by side. */
    private @Nullable Decision whichOfCompared() {
        Exchange last = conversation.lastExchange();
        if (last == null
                || last.intent() != Intent.COMPARE
                || !reading.has("which")
                || reading.has("show")
                || conversation.latestShown().size() < 2) {
            return null;
        }
        SortOrder order = reading.has("better")
                ? new SortOrder(Fields.RATING, false)
                : new SortOrder(Fields.PRICE, reading.has("cheaper"));
        return unchanged(Intent.COMPARE, new Ask.Compare(conversation.latestShown(), order));
    }

    /** The products that the turn names by their ids, whatever the case of their letters. */
    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Piece piece : reading.pieces) {
            String text = piece.text();
            boolean code = piece.unknown() && text.length() > 1 && text.chars().anyMatch(Character::isDigit);
            for (String spelled : code ? List.of(text, text.toUpperCase(Locale.ROOT)) : List.<String>of()) {
                if (catalog.records().get(spelled) != null && !ids.contains(spelled)) {
                    ids.add(spelled);
                }
            }
        }
        return ids;
    }

    /** "How many reviews does the second one have?" counts nothing of the shop's. */
    private boolean countsOf() {
        return reading.has("count")
                && reading.has("reviews")
                && reading.superlative == null
                && (references.hasOrdinals() || references.pointsAtOne())
                && reading.kinds.isEmpty()
                && reading.brands.isEmpty();
    }

    /** Whether the kind in "the first sandals" is what that product is, and not a new wish. */
    private boolean namesShown(List<String> ids) {
        Constraint kind =
                Slots.kind("", reading.kinds.stream().map(k -> k.meaning()).toList(), true);
        return (!reading.has("show") || reading.has("detail"))
                && catalog.records().getAll(ids).stream().allMatch(kind::test);
    }

    private @Nullable Decision aboutOne() {
        Decision that = thatKind();
        if (that != null) {
            return that;
        }
        Decision held = heldAgainst();
        if (held != null) {
            return held;
        }
        // "Does this come in another colour" asks of the product; "another colour" alone wants others.
        boolean more = reading.has("more") && !(references.pointsAtOne() && asksField()) || reading.has("ref.them");
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
        if (asks && focus && !reading.constrains() && reading.words.isEmpty() && !reading.has("show")) {
            String id = references.pointed();
            return id == null ? null : details(List.of(id));
        }
        return null;
    }

    /** "That one is 1 won, right?", "does it come in M?": what is said of a product is to be held against its record. */
    private @Nullable Decision heldAgainst() {
        boolean confirms = reading.has("confirm");
        boolean options = reading.has("carry") && !reading.values.isEmpty();
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

    /** A question about a field of a product that is named by its words rather than pointed at. */
    private @Nullable Decision named() {
        boolean stock = reading.pieces.stream().anyMatch(p -> {
            Meaning.FieldName field = p.first(Meaning.FieldName.class);
            return field != null && field.concept().equals("availability") && !p.is("instock");
        });
        boolean price = reading.has("howmuch") && reading.superlative == null;
        if (reading.kinds.isEmpty()
                || !(stock || price || reading.has("detail"))
                || reading.has("show")
                || reading.hasAny("count", "average")
                || reading.superlative != null
                || reading.values.isEmpty() && reading.words.isEmpty()) {
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
        if (only == null) {
            return null;
        }
        editor.apply();
        return new Decision(
                Intent.PRODUCT_DETAILS,
                new Ask.Details(List.of(only), askedFields(), ""),
                conversation.need(),
                List.of(),
                List.of(),
                false);
    }

    private boolean asksField() {
        return reading.pieces.stream().anyMatch(p -> p.first(Meaning.FieldName.class) != null);
    }

    private List<String> askedFields() {
        Set<String> fields = new LinkedHashSet<>();
        for (int i = 0; i < reading.pieces.size(); i++) {
            Meaning.FieldName field = reading.pieces.get(i).first(Meaning.FieldName.class);
            if (field != null) {
                fields.addAll(field.fields());
            }
        }
        if (reading.has("howmuch")) {
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

    private Decision details(List<String> ids) {
        List<String> fields = askedFields();
        boolean onPage = ids.size() == 1 && ids.getFirst().equals(page.productId());
        reading.bounds.clear();
        reading.values.clear();
        NeedEditor facts = editor;
        facts.apply();
        ShoppingNeed need = withFacts(conversation.need(), facts.need());
        String topic = reading.has("safe") || !reading.facts.isEmpty()
                ? reading.text.slice(0, reading.text.length()).strip()
                : "";
        return new Decision(
                onPage && !reading.has("detail") ? Intent.PAGE_QUESTION : Intent.PRODUCT_DETAILS,
                new Ask.Details(ids, fields, topic),
                need,
                List.of(),
                List.of(),
                false);
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

    private boolean comparesTwo() {
        return reading.has("compare") || reading.firstN == 2 && reading.has("ref.these") || reading.ordinals.size() > 1;
    }

    private @Nullable Decision compare(List<String> ordinals) {
        boolean compares = reading.has("compare");
        boolean between = reading.firstN >= 2 && reading.hasAny("better", "cheaper", "dearer")
                || reading.firstN >= 2 && reading.superlative != null;
        if (!compares && !between) {
            return null;
        }
        List<String> ids = ordinals;
        if (ids.size() < 2) {
            List<String> list = references.list();
            ids = list.subList(0, Math.min(list.size(), reading.has("ref.these") || ordinals.isEmpty() ? 3 : 2));
            if (ids.isEmpty() || !reading.kinds.isEmpty() && !reading.has("ref.these")) {
                return null;
            }
        }
        SortOrder criterion = reading.superlative;
        if (reading.has("better")) {
            criterion = new SortOrder(Fields.RATING, false);
        } else if (reading.has("cheaper")) {
            criterion = new SortOrder(Fields.PRICE, true);
        } else if (reading.has("dearer")) {
            criterion = new SortOrder(Fields.PRICE, false);
        }
        return unchanged(Intent.COMPARE, new Ask.Compare(List.copyOf(ids), criterion));
    }

    private boolean relativeToOrdinal() {
        for (int i = 0; i + 1 < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (piece.text().endsWith("cheaper than")
                    || piece.text().endsWith("expensive than")
                    || piece.text().startsWith("보다 ")) {
                return true;
            }
        }
        return false;
    }

    // ---- changes relative to what was shown

    private Decision relative() {
        List<String> ordinals = references.ordinals();
        boolean up = reading.has("dearer") || reading.has("bound.gt");
        boolean rated = reading.has("better");
        String field = rated ? Fields.RATING : Fields.PRICE;
        String one = !ordinals.isEmpty()
                ? ordinals.getFirst()
                : page.productId() != null || references.pointsAtOne() ? references.pointed() : null;
        if (one == null && conversation.need().isEmpty() && conversation.focusId() != null) {
            one = conversation.focusId();
        }
        Product reference = one == null ? null : catalog.records().get(one);
        List<String> among = one != null ? List.of(one) : conversation.latestShown();
        BigDecimal bound = median(among, field);
        editor.apply();
        if (reference != null
                && (editor.kind() == null || !editor.kind().test(reference))
                && reading.kinds.isEmpty()
                && !reference.categories().isEmpty()) {
            editor.clear();
            editor.apply();
            editor.replaceKindOf(reference.categories().getLast());
        }
        if (reading.has("similar") && one != null) {
            editor.similarTo(one);
        }
        if (bound != null) {
            Bound end = new Bound(bound, false);
            String text = reading.text.slice(0, reading.text.length()).strip();
            editor.tighten(
                    up || rated
                            ? new Range(text, field, end, null, rated ? null : vocabulary.currency())
                            : new Range(text, field, null, end, vocabulary.currency()));
        }
        return refined(new Ask.Show());
    }

    /** Cheaper than most of those shown: the lower median, so that as many are left below as above. */
    private @Nullable BigDecimal median(List<String> ids, String field) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Product product : catalog.records().getAll(ids)) {
            numbers.addAll(Fields.numbers(product, field, null));
        }
        numbers.sort(null);
        if (numbers.isEmpty()) {
            return null;
        }
        BigDecimal median = numbers.get(numbers.size() / 2);
        // Where most cost the same nothing shown is below the median; then only the greatest is to be undercut.
        return numbers.getFirst().compareTo(median) < 0 ? median : numbers.getLast();
    }

    private Decision similar() {
        List<String> ordinals = references.ordinals();
        String one = ordinals.isEmpty() ? references.pointed() : ordinals.getFirst();
        Product reference = one == null ? null : catalog.records().get(one);
        editor.apply();
        if (reference != null) {
            if (reading.kinds.isEmpty()
                    && !reference.categories().isEmpty()
                    && (editor.kind() == null || !editor.kind().test(reference))) {
                editor.clear();
                editor.apply();
                editor.replaceKindOf(reference.categories().getLast());
            }
            editor.similarTo(reference.id());
            editor.exclude(List.of(reference.id()));
        }
        return refined(new Ask.Show());
    }

    // ---- search, refinement, counts

    private Decision shopping() {
        if (reading.has("ref.them") && reading.brands.isEmpty()) {
            Decision same = sameBrand();
            if (same != null) {
                return same;
            }
        }
        boolean resets = reading.has("reset") || reading.has("retract") && !reading.constrains();
        if (resets && !reading.constrains() && (reading.words.isEmpty() || !reading.hasAny("show", "carry"))) {
            editor.clear();
            return new Decision(Intent.REFINE, new Ask.Reset(), editor.need(), List.of(), List.of(), true);
        }
        if (reading.has("back") && reading.kinds.isEmpty() && !reading.words.isEmpty() && editor.goBack()) {
            reading.words.clear();
        }
        if (reading.superlative != null && reading.has("whole") && !reading.namesProducts()) {
            editor.clear();
            reading.words.clear();
        }
        findNotCarried();
        editor.apply();
        if (reading.has("count") || repeats(Ask.Count.class)) {
            // "How many of those" counts all that was meant before, not the few cards that were shown of it.
            return counted(new Ask.Count(reading.has("ref.screen") ? references.scope() : List.of()));
        }
        if (reading.has("average") && reading.bounds.isEmpty()) {
            return counted(new Ask.Average(reading.has("rating") ? Fields.RATING : Fields.PRICE));
        }
        if (reading.superlative != null) {
            return counted(new Ask.Superlative(reading.superlative, references.scope()));
        }
        boolean more = reading.has("more") && !reading.namesProducts() && reading.bounds.isEmpty();
        if (more && !conversation.need().isEmpty()) {
            editor.exclude(conversation.shown().stream()
                    .filter(l -> l.turn() > 0)
                    .limit(1)
                    .flatMap(l -> l.productIds().stream())
                    .toList());
            return refined(new Ask.Show());
        }
        if (!notCarried.isEmpty()) {
            return new Decision(
                    Intent.SEARCH, new Ask.Show(), editor.need(), editor.changed(), notCarried, editor.topicChanged());
        }
        boolean says = reading.constrains()
                || !reading.words.isEmpty()
                || !reading.unrecorded.isEmpty()
                || !reading.facts.isEmpty()
                || !reading.retractedWishes.isEmpty()
                || reading.has("sale")
                || reading.has("instock")
                || !reading.unwanted.isEmpty();
        boolean lost = reading.has("ask.help") && !reading.constrains() && reading.unrecorded.isEmpty();
        if (lost && (conversation.need().isEmpty() || reading.words.isEmpty())) {
            return conversation.need().isEmpty()
                    ? unchanged(Intent.SEARCH, new Ask.AskBack())
                    : refined(new Ask.AskBack());
        }
        if (!says && boundByNumberAlone()) {
            return refined(new Ask.Show());
        }
        if (!says) {
            if (!reading.hasAny("show", "carry", "thing", "one", "back", "any", "only")) {
                return unchanged(Intent.UNSUPPORTED, new Ask.Talk("unreadable"));
            }
            if (reading.has("gift") && !conversation.need().isEmpty()) {
                editor.clear();
                return refined(new Ask.AskBack());
            }
            return conversation.need().isEmpty()
                    ? unchanged(Intent.SEARCH, new Ask.AskBack())
                    : refined(new Ask.Show());
        }
        if (unreadable()) {
            return unchanged(Intent.UNSUPPORTED, new Ask.Talk("unreadable"));
        }
        return refined(new Ask.Show());
    }

    /** "Forty then", "4.6 or it's a no": a number alone moves the bound that it can only mean. */
    private boolean boundByNumberAlone() {
        List<Piece> numbers =
                reading.pieces.stream().filter(p -> p.quantity() != null).toList();
        if (numbers.size() != 1 || conversation.need().isEmpty()) {
            return false;
        }
        Quantity quantity = Objects.requireNonNull(numbers.getFirst().quantity());
        BigDecimal value = quantity.value();
        String text = numbers.getFirst().text();
        boolean rating = quantity.currency() == null && value.compareTo(BigDecimal.valueOf(5)) <= 0;
        if (rating && value.compareTo(BigDecimal.valueOf(3)) < 0) {
            return false;
        }
        editor.bound(
                rating
                        ? new Range(text, Fields.RATING, new Bound(value, true), null, null)
                        : new Range(
                                text,
                                Fields.PRICE,
                                null,
                                new Bound(value, true),
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
            editor.withoutBrand(product.brand());
            return refined(new Ask.Show());
        }
        boolean kindNamed = !reading.kinds.isEmpty();
        if (!kindNamed) {
            editor.clear();
        }
        editor.apply();
        editor.replace(new Constraint.AnyOf(
                product.brand(), Fields.BRAND, ai.adcio.catalog.Match.EXACT, List.of(product.brand())));
        editor.exclude(List.of(product.id()));
        return refined(new Ask.Show());
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

    /** A turn of one unknown name or a few and nothing else asks for what they name. */
    private boolean bareName() {
        if (reading.words.isEmpty()
                || reading.words.size() > 3
                || reading.words.stream().anyMatch(Gibberish::is)) {
            return false;
        }
        return reading.pieces.stream()
                .allMatch(p -> p.mark() || p.unknown() || p.is("end") || p.is("polite") || p.is("fn"));
    }

    private void findNotCarried() {
        if (reading.brands.isEmpty()) {
            reading.absentBrands.forEach(b -> notCarried.add(new NotCarried(b.text(), Fields.BRAND)));
        }
        if (reading.kinds.isEmpty() && !notCarried.isEmpty() && reading.brands.isEmpty()) {
            editor.clear();
            // Stays a condition, so that "how many?" and "the cheapest?" are answered of it and not of the whole shop.
            String brand = notCarried.getFirst().text();
            editor.replace(new Constraint.AnyOf(brand, Fields.BRAND, ai.adcio.catalog.Match.EXACT, List.of(brand)));
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
                editor.clear();
                editor.seek(compound);
                return;
            }
        }
        boolean asked = !reading.has("gift") && (reading.hasAny("carry", "show", "count") || bareName())
                || !reading.has("gift") && reading.has("fn") && reading.has("any");
        if (notCarried.isEmpty()
                && asked
                && reading.kinds.isEmpty()
                && reading.brands.isEmpty()
                && reading.values.isEmpty()
                && !reading.words.isEmpty()) {
            String head = head();
            boolean refines = !conversation.need().isEmpty() && !reading.bounds.isEmpty();
            if (head != null
                    && head.codePoints().anyMatch(Character::isLetter)
                    && !refines
                    && !Nominal.isVerbal(head)
                    && !GENERIC.contains(head)
                    && vocabulary.titleFrequency(head) == 0) {
                notCarried.add(new NotCarried(head, Fields.CATEGORIES));
                reading.words.clear();
                editor.clear();
                editor.seek(head);
            }
        }
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

    private Decision counted(Ask ask) {
        ShoppingNeed need = editor.need();
        return new Decision(
                Intent.COUNT_OR_SUPERLATIVE, ask, need, editor.changed(), notCarried, editor.topicChanged());
    }

    private Decision refined(Ask ask) {
        ShoppingNeed need = editor.need();
        boolean fresh = conversation.need().isEmpty() || editor.topicChanged();
        return new Decision(
                fresh ? Intent.SEARCH : Intent.REFINE, ask, need, editor.changed(), notCarried, editor.topicChanged());
    }

    private Decision unchanged(Intent intent, Ask ask) {
        return new Decision(intent, ask, conversation.need(), List.of(), List.of(), false);
    }
}
