package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an advertiser has ordered. Immutable and thread safe.
 *
 * @param campaignId the campaign's own id, not blank
 * @param advertiser who pays, not blank; shoppers see it
 * @param productId the product advertised, an id of the catalogue
 * @param bid what is paid for one impression
 * @param keywords words or phrases of which a need has one, or the ad is not shown; empty for any need that the product
 *     fits. They narrow where an ad may stand and never make it more relevant.
 * @param startsAt the first moment at which it runs, or null when it has begun
 * @param endsAt the first moment at which it no longer runs, or null when it has no end
 * @param dailyBudget the most that is spent on one day, in the bid's currency; null when there is no limit
 */
public record Campaign(
        String campaignId,
        String advertiser,
        String productId,
        Money bid,
        List<String> keywords,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Money dailyBudget) {
    /** Copies the keywords; rejects what cannot run as it was meant. */
    public Campaign {
        require("campaignId", campaignId);
        require("advertiser", advertiser);
        require("productId", productId);
        keywords = List.copyOf(keywords);
        if (keywords.stream().anyMatch(String::isBlank)) {
            throw new AdcioException("keywords of campaign " + campaignId + " hold a blank one; leave it out");
        }
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            throw new AdcioException("endsAt of campaign " + campaignId + " is " + endsAt + "; give a time after "
                    + startsAt + ", when it starts");
        }
        if (dailyBudget != null && !dailyBudget.currency().equals(bid.currency())) {
            throw new AdcioException("dailyBudget of campaign " + campaignId + " is in " + dailyBudget.currency()
                    + "; give it in " + bid.currency() + ", the currency of the bid");
        }
        if (dailyBudget != null && dailyBudget.compareTo(bid) < 0) {
            throw new AdcioException("dailyBudget of campaign " + campaignId + " is " + dailyBudget
                    + "; give at least one bid of " + bid);
        }
    }

    /** Whether the campaign's dates allow it to run at a moment. */
    public boolean runsAt(Instant at) {
        return (startsAt == null || !at.isBefore(startsAt)) && (endsAt == null || at.isBefore(endsAt));
    }

    private static void require(String field, String value) {
        if (value.isBlank()) {
            throw new AdcioException(field + " of a campaign is blank; every campaign needs one");
        }
    }
}
