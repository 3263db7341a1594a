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

    /**
     * Takes an offer for a slot and books what it costs, which is its bid.
     *
     * @return whether the ad may be shown; false when others have spent the budget since the offer was made
     */
    default boolean take(AdOffer offer, AdRequest request) {
        return true;
    }
}
