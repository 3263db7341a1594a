package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import org.jspecify.annotations.Nullable;

/**
 * One ad beside the answer, never inside it.
 *
 * @param slotId the slot, unique in the reply
 * @param requestId the request that it was chosen for
 * @param placementId where on the page it stands
 * @param adsetId the set of ads that it came from
 * @param label says that it is an ad, in the language of the reply; never blank
 * @param product the catalogue's record of what is advertised
 * @param advertiser who pays
 * @param campaignId the campaign
 * @param beacons what the page reports to
 */
public record AdSlot(
        String slotId,
        String requestId,
        String placementId,
        String adsetId,
        String label,
        Product product,
        String advertiser,
        String campaignId,
        Beacons beacons) {
    /** Rejects a blank label: an ad that passes for an answer is worse than none. */
    public AdSlot {
        if (label.isBlank()) {
            throw new AdcioException("label of ad slot " + slotId + " is blank; an ad says that it is one");
        }
    }

    /**
     * Relative addresses that the page calls on an impression and on a click.
     *
     * @param impression half visible for one second, once
     * @param click at a click; null when the ad cannot be clicked
     */
    public record Beacons(String impression, @Nullable String click) {}
}
