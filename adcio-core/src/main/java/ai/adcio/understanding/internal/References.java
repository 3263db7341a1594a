package ai.adcio.understanding.internal;

import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.ShownList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves "the second one", "this" and "it" against what was shown and what the page shows. */
final class References {
    private static final Set<String> DEMONSTRATIVES = Set.of("that", "those", "this", "these", "그", "이", "저");

    private final TurnReading reading;
    private final Conversation conversation;
    private final PageContext page;

    References(TurnReading reading, Conversation conversation, PageContext page) {
        this.reading = reading;
        this.conversation = conversation;
        this.page = page;
    }

    /** The list that ordinals count in: the latest one shown, else what the page shows. */
    List<String> list() {
        if (reading.has("ref.screen") && !page.visibleProductIds().isEmpty()) {
            return page.visibleProductIds();
        }
        ShownList list = conversation.latestList();
        return list == null ? page.visibleProductIds() : list.productIds();
    }

    /** The ids that the ordinals of the turn mean, in the order said; those past the list's end are left out. */
    List<String> ordinals() {
        List<String> list = list();
        List<String> ids = new ArrayList<>();
        String only = onlyOneFound();
        for (int i = 0; i < Math.min(reading.firstN, list.size()); i++) {
            ids.add(list.get(i));
        }
        for (int ordinal : reading.ordinals) {
            int index = ordinal < 0 ? list.size() - 1 : ordinal - 1;
            if (only != null && (ordinal == 1 || ordinal == -1) && !reading.has("ref.screen")) {
                ids.add(only);
            } else if (index >= 0 && index < list.size() && !ids.contains(list.get(index))) {
                ids.add(list.get(index));
            }
        }
        return ids;
    }

    /** The one product that the last search found: no list to count in, but its first and its last. */
    private @Nullable String onlyOneFound() {
        if (conversation.shown().isEmpty()) {
            return null;
        }
        ShownList newest = conversation.shown().getFirst();
        if (newest.productIds().size() != 1) {
            return null;
        }
        for (Exchange exchange : conversation.history()) {
            if (exchange.turn() == newest.turn() && exchange.intent().makesList()) {
                return newest.productIds().getFirst();
            }
        }
        return null;
    }

    /** Whether "that", "those" or 그 stands right before the name at a position. */
    boolean demonstrative(int i) {
        return i > 0 && DEMONSTRATIVES.contains(reading.pieces.get(i - 1).text());
    }

    /** What the page shows. */
    List<String> visible() {
        return page.visibleProductIds();
    }

    boolean hasOrdinals() {
        return !reading.ordinals.isEmpty() || reading.firstN > 0;
    }

    boolean pointsAtOne() {
        return reading.hasAny("ref.this", "ref.it");
    }

    /** The product that "this" or "it" means, or null. */
    @Nullable
    String pointed() {
        if (reading.has("ref.this") || !reading.has("ref.it")) {
            return page.productId() != null ? page.productId() : focus();
        }
        if (conversation.focusId() == null && page.productId() != null) {
            return page.productId();
        }
        return focus();
    }

    private @Nullable String focus() {
        if (conversation.focusId() != null) {
            return conversation.focusId();
        }
        List<String> shown = conversation.latestShown();
        return shown.isEmpty() ? null : shown.getFirst();
    }

    /** The products among which "the cheapest of these" is to be found; empty when the turn names no such set. */
    List<String> scope() {
        if (reading.has("ref.screen")) {
            return page.visibleProductIds().isEmpty() ? list() : page.visibleProductIds();
        }
        boolean these = false;
        for (Piece piece : reading.pieces) {
            boolean ofThem = piece.is("which")
                    && (piece.holds("those") || piece.holds("these") || piece.holds("them") || piece.holds("two"));
            these |= ofThem || piece.is("ref.these") && !piece.text().startsWith("여기");
        }
        return these ? list() : List.of();
    }
}
