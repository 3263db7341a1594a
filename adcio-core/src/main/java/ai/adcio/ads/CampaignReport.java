package ai.adcio.ads;

import ai.adcio.catalog.feed.RejectedRow;
import java.util.List;

/**
 * What a file of campaigns gave. Immutable and thread safe.
 *
 * @param campaigns the campaigns that can run, in the file's order, no id twice
 * @param rows how many rows there were, blank lines not counted
 * @param rejected the rows that were not taken over, in the file's order
 */
public record CampaignReport(List<Campaign> campaigns, long rows, List<RejectedRow> rejected) {
    /** Copies the lists. */
    public CampaignReport {
        campaigns = List.copyOf(campaigns);
        rejected = List.copyOf(rejected);
    }

    /** The counts in one line, as a person reads them. */
    public String summary() {
        return campaigns.size() + " campaigns from " + rows + " rows, " + rejected.size() + " rejected";
    }
}
