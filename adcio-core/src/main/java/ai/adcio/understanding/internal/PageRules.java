package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.understanding.Ask;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns that want something of the page: go somewhere, show less, put something in the cart. */
final class PageRules {
    /** More than nobody puts in a cart at once; such a number is no count. */
    private static final int MOST_AT_ONCE = 99;
    /** The greatest count that the word lists name. */
    private static final int MOST_NAMED = 4;

    private final TurnReading reading;
    private final Conversation conversation;
    private final CatalogSnapshot catalog;
    private final References references;

    PageRules(Turn turn) {
        this.reading = turn.reading();
        this.conversation = turn.conversation();
        this.catalog = turn.catalog();
        this.references = turn.references();
    }

    // ---- the page and the way through the shop

    /** What the turn wants of the page, or null when it wants nothing of it. */
    @Nullable
    Decision decide() {
        boolean looksAtCart = reading.has("place.cart") && reading.hasAny("page.word", "show", "go");
        boolean adds = reading.has("add")
                && (reading.has("place.cart")
                        || references.hasOrdinals() && reading.pieces.getFirst().is("add") && !reading.has("compare"));
        if (reading.has("addcart") && !looksAtCart || adds) {
            // An ordinal that no list has is asked about, and nothing else put in the cart in its place.
            List<String> named = references.ordinals();
            String id = !references.hasOrdinals() ? references.pointed() : named.isEmpty() ? null : named.getFirst();
            if (id != null) {
                return Decision.unchanged(
                        conversation, Intent.NAVIGATE, new Ask.OnPage(new PageAction.AddToCart(id, null, quantity())));
            }
        }
        if (reading.hasAny("hide", "keep") && onPage() && saysWhich() || pageFilter()) {
            return Decision.unchanged(
                    conversation,
                    Intent.NAVIGATE,
                    new Ask.OnPage(new PageAction.Filter(new PageFilter(reading).stays())));
        }
        if (onPage() && reading.sort != null) {
            return Decision.unchanged(conversation, Intent.NAVIGATE, new Ask.OnPage(new PageAction.Sort(reading.sort)));
        }
        boolean itsPage = reading.has("page.word") && reading.has("show") && references.pointsAtOne();
        boolean go = (reading.has("go") || goesToPlace() || itsPage) && !(reading.has("detail") && place() == null);
        boolean bare = !reading.namesProducts() && reading.bounds.isEmpty();
        PageAction.Place place = place();
        boolean alone = reading.pieces.stream()
                .allMatch(p -> p.mark() || p.startsWith("place.") || p.is("end") || p.is("polite"));
        if (place != null
                && (go
                        || alone
                        || reading.has("back") && bare
                        || bare && place != PageAction.Place.HOME && reading.has("page.word")
                        || bare && reading.has("show") && reading.words.isEmpty() && !reading.has("order"))) {
            return navigate(place, null);
        }
        if (!go || reading.has("back") && !reading.kinds.isEmpty() && !reading.has("page.word")) {
            return null;
        }
        String chosen = chosenByPrice();
        if (chosen != null) {
            return navigate(PageAction.Place.PRODUCT, chosen);
        }
        if (references.hasOrdinals() && !references.ordinals().isEmpty()) {
            return navigate(PageAction.Place.PRODUCT, references.ordinals().getFirst());
        }
        String pointed = references.pointed();
        boolean thatOne = pointed != null
                && reading.kinds.size() == 1
                && references.demonstrative(reading.kinds.getFirst().index());
        if ((references.pointsAtOne() || opensIt() || thatOne) && pointed != null) {
            return navigate(PageAction.Place.PRODUCT, pointed);
        }
        boolean toShelf = reading.has("page.word")
                || reading.kinds.stream().noneMatch(kind -> kind.piece().hangul());
        if (toShelf
                && !reading.kinds.isEmpty()
                && !reading.kinds.getFirst().meaning().categories().isEmpty()) {
            return navigate(
                    PageAction.Place.CATEGORY,
                    reading.kinds.getFirst().meaning().categories().getFirst());
        }
        return null;
    }

    /** "Open the cheaper of the two": which of those at hand the price tells; null when none is meant by it. */
    private @Nullable String chosenByPrice() {
        boolean least = reading.hasAny("cheaper", "cheapest", "deg.cheap");
        boolean most = reading.hasAny("dearer", "dearest", "deg.dear");
        boolean among = reading.has("compare") || reading.has("ref.these") || reading.firstN > 1;
        if (least == most || !among) {
            return null;
        }
        List<String> ids = references.hasOrdinals() ? references.ordinals() : references.list();
        Comparator<Product> byPrice =
                Comparator.comparing(p -> Objects.requireNonNull(p.price()).amount());
        return catalog.records().getAll(ids).stream()
                .filter(p -> p.price() != null)
                .min(least ? byPrice : byPrice.reversed())
                .map(Product::id)
                .orElse(null);
    }

    /** "Add three of these", 두 개 담아줘: how many are to be put in the cart. */
    private int quantity() {
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            Quantity said = piece.quantity();
            boolean ordinal =
                    i + 1 < reading.pieces.size() && reading.pieces.get(i + 1).is("ord.suffix")
                            || i > 0 && reading.pieces.get(i - 1).is("ord.prefix");
            if (said != null && said.currency() == null && said.value().scale() <= 0 && !ordinal) {
                int count = said.value().intValue();
                return count >= 1 && count <= MOST_AT_ONCE ? count : 1;
            }
            for (int n = 2; n <= MOST_NAMED; n++) {
                if (piece.is("num." + n)) {
                    return n;
                }
            }
        }
        return 1;
    }

    private boolean saysWhich() {
        return reading.constrains() || reading.hasAny("outofstock", "instock", "sale");
    }

    /** Whether the turn speaks of the list on the page. */
    private boolean onPage() {
        return reading.has("ref.screen") || !references.visible().isEmpty() && reading.has("ref.here");
    }

    private boolean pageFilter() {
        boolean hides = reading.has("hide");
        boolean listed = reading.has("only") && reading.hasAny("one", "thing") && conversation.latestList() == null;
        boolean page = onPage()
                || listed && !references.visible().isEmpty()
                || (hides || reading.has("keep")) && !references.visible().isEmpty();
        return page
                && reading.superlative == null
                && !references.hasOrdinals()
                && (!reading.bounds.isEmpty() || (hides || reading.hasAny("keep", "only")) && saysWhich())
                && (reading.kinds.isEmpty() || reading.has("ref.screen") && reading.has("only"));
    }

    private boolean opensIt() {
        return reading.pieces.stream()
                .anyMatch(p -> p.is("go") && (p.holds("it") || p.holds("this") || p.holds("that")));
    }

    private PageAction.@Nullable Place place() {
        for (Piece piece : reading.pieces) {
            for (PageAction.Place place : PageAction.Place.values()) {
                if (piece.is("place." + place.name().toLowerCase(Locale.ROOT))) {
                    return place;
                }
            }
        }
        return null;
    }

    /** "Go to checkout": a bare "go", which means a way only before a place. */
    private boolean goesToPlace() {
        for (int i = 1; i < reading.pieces.size(); i++) {
            if (reading.pieces.get(i).startsWith("place.")
                    && reading.pieces.get(i - 1).text().equals("go")) {
                return true;
            }
        }
        return false;
    }

    private Decision navigate(PageAction.Place place, @Nullable String id) {
        Product product = id == null ? null : catalog.records().get(id);
        String url = product == null ? null : product.url();
        return Decision.unchanged(
                conversation, Intent.NAVIGATE, new Ask.OnPage(new PageAction.Navigate(place, id, url)));
    }
}
