package ai.adcio.ads;

import java.util.List;

/** Where ads come from. It counts the money that is spent. Thread safe. */
@FunctionalInterface
public interface AdSource {
    /**
     * Ads that could stand beside this answer, the highest bid first. A campaign out of its dates or budget is not
     * among them. An exception thrown means that there is no ad; the answer does not change.
     */
    List<AdOffer> offers(AdRequest request);

    /** Tells that an offer was put into a slot. */
    default void shown(AdOffer offer, AdRequest request) {}
}
