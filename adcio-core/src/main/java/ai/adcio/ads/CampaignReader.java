package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.feed.RejectedRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads campaigns from JSON Lines, one a line:
 *
 * <pre>{@code
 * {"campaignId":"c1","advertiser":"Ada","productId":"p7","bid":{"amount":"0.40","currency":"USD"},
 *  "keywords":["running shoes"],"startsAt":"2026-11-01T00:00:00Z","endsAt":"2026-12-01T00:00:00Z",
 *  "dailyBudget":{"amount":"50","currency":"USD"}}
 * }</pre>
 *
 * <p>The last four are optional. A row that cannot run as it was meant is rejected and reported; the others are taken
 * over. A repeated id rejects its later rows. Stateless and thread safe.
 */
public final class CampaignReader {
    private CampaignReader() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws AdcioException when the file cannot be read
     */
    public static CampaignReport read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (NoSuchFileException e) {
            throw new AdcioException("there is no file of campaigns " + file + "; check the path", e);
        } catch (IOException e) {
            throw new AdcioException("cannot read the campaigns in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads to the end; the caller closes the reader.
     *
     * @throws IOException when the reader fails
     */
    public static CampaignReport read(Reader source) throws IOException {
        BufferedReader lines = source instanceof BufferedReader buffered ? buffered : new BufferedReader(source);
        List<Campaign> campaigns = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        Map<String, Long> rowOf = new HashMap<>();
        long row = 0;
        long rows = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            row++;
            if (line.isBlank()) {
                continue;
            }
            rows++;
            try {
                Campaign campaign = CampaignRow.parse(line);
                Long first = rowOf.putIfAbsent(campaign.campaignId(), row);
                if (first == null) {
                    campaigns.add(campaign);
                } else {
                    rejected.add(new RejectedRow(
                            row,
                            "campaignId",
                            CampaignRow.shown(campaign.campaignId()),
                            "stands in row " + first + " already; give every campaign an id of its own"));
                }
            } catch (CampaignRow.Problem e) {
                rejected.add(new RejectedRow(row, e.field(), e.value(), e.why()));
            }
        }
        return new CampaignReport(campaigns, rows, rejected);
    }
}
