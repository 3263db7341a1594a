package ai.adcio.ads;

import ai.adcio.catalog.Money;
import java.util.List;

/**
 * An ad that wants to be shown.
 *
 * @param campaignId the campaign
 * @param adsetId the set of ads within it
 * @param advertiser who pays
 * @param productId the product advertised
 * @param bid what is offered for one impression
 * @param keywords words for which it wants to be shown, folded; empty for whatever fits the product
 */
public record AdOffer(
        String campaignId, String adsetId, String advertiser, String productId, Money bid, List<String> keywords) {
    /** Copies the keywords. */
    public AdOffer {
        keywords = List.copyOf(keywords);
    }
}
