package ai.adcio.conversation;

import java.util.Locale;

/** What a turn asks for: the closed set of the wire. */
public enum Intent {
    /** A new need. */
    SEARCH,
    /** A change of the current need, a bare reset included. */
    REFINE,
    /** Set products side by side. */
    COMPARE,
    /** About a product that was named, shown or is on the page. */
    PRODUCT_DETAILS,
    /** How many, average, cheapest, dearest, best rated. */
    COUNT_OR_SUPERLATIVE,
    /** Take me there, do it on the page. */
    NAVIGATE,
    /** About what is on the page. */
    PAGE_QUESTION,
    /** The shopper's own orders. */
    ORDER_SUPPORT,
    /** Delivery, returns, hours, payment. */
    STORE_INFO,
    /** Greetings, thanks, goodbyes. */
    SMALL_TALK,
    /** Wants a person, or a person must decide. */
    HANDOFF,
    /** Not a shop's business, blank or unreadable. */
    UNSUPPORTED;

    /** The name on the wire, such as {@code product_details}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a reply to it may carry cards. */
    public boolean carriesCards() {
        return switch (this) {
            case SEARCH, REFINE, COMPARE, PRODUCT_DETAILS, COUNT_OR_SUPERLATIVE, PAGE_QUESTION -> true;
            case NAVIGATE, ORDER_SUPPORT, STORE_INFO, SMALL_TALK, HANDOFF, UNSUPPORTED -> false;
        };
    }

    /** Whether a reply to it with two or more cards is a list that ordinals count in. */
    public boolean makesList() {
        return this == SEARCH || this == REFINE || this == COUNT_OR_SUPERLATIVE;
    }
}
