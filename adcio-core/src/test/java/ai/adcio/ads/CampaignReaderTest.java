package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.feed.RejectedRow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignReaderTest {
    private static final String SMALLEST =
            "{\"campaignId\":\"c1\",\"advertiser\":\"Ada\",\"productId\":\"p1\",\"bid\":{\"amount\":\"0.40\",\"currency\":\"USD\"}}";

    @Test
    void readsEveryField() throws IOException {
        CampaignReport report = read("""
                {"campaignId":"c1","advertiser":"Ada","productId":"p1","bid":{"amount":"400","currency":"KRW"},\
                "keywords":["반팔티","running shoes"],"startsAt":"2026-11-01T00:00:00+09:00",\
                "endsAt":"2026-12-01T00:00:00Z","dailyBudget":{"amount":"50000","currency":"KRW"}}
                """);

        assertThat(report.rejected()).isEmpty();
        assertThat(report.campaigns())
                .containsExactly(new Campaign(
                        "c1",
                        "Ada",
                        "p1",
                        Money.of("400", "KRW"),
                        List.of("반팔티", "running shoes"),
                        Instant.parse("2026-10-31T15:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Money.of("50000", "KRW")));
    }

    @Test
    void theLastFourFieldsMayBeMissingOrNull() throws IOException {
        CampaignReport report = read(SMALLEST + "\n\n"
                + SMALLEST.replace("c1", "c2").replace("}}", "},\"keywords\":null,\"endsAt\":null}") + "\n");

        assertThat(report.campaigns()).extracting(Campaign::campaignId).containsExactly("c1", "c2");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.summary()).isEqualTo("2 campaigns from 2 rows, 0 rejected");
    }

    @Test
    void aRepeatedIdIsReportedWithBothRowsAndTheFirstRuns() throws IOException {
        CampaignReport report = read(SMALLEST + "\n" + SMALLEST.replace("Ada", "Eve"));

        assertThat(report.campaigns()).extracting(Campaign::advertiser).containsExactly("Ada");
        assertThat(report.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.row()).isEqualTo(2))
                .satisfies(row -> assertThat(row.why()).contains("row 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "campaignId":"c1"|"campaignId":" "|campaignId|missing or no text
            "campaignId":"c1"|"campaignId":7|campaignId|missing or no text
            "advertiser":"Ada",||advertiser|missing or no text
            "productId":"p1"|"productId":["p1"]|productId|missing or no text
            "bid":{"amount":"0.40","currency":"USD"}|"bid":null|bid|is missing
            "amount":"0.40"|"amount":0.40|bid|is no money
            "amount":"0.40"|"amount":"-1"|bid|zero or more
            "amount":"0.40"|"amount":"much"|bid|plain digits
            "currency":"USD"|"currency":"dollar"|bid|ISO 4217
            "advertiser"|"keywords":"shoes","advertiser"|keywords|no list
            "advertiser"|"keywords":["shoes",3],"advertiser"|keywords|no keyword
            "advertiser"|"startsAt":"2026-11-01","advertiser"|startsAt|ISO 8601 with an offset
            "advertiser"|"startsAt":"2026-11-02T00:00:00Z","endsAt":"2026-11-02T00:00:00Z","advertiser"||after
            "advertiser"|"dailyBudget":{"amount":"9","currency":"KRW"},"advertiser"||currency of the bid
            "advertiser"|"dailyBudget":{"amount":"0.1","currency":"USD"},"advertiser"||at least one bid
            "advertiser"|"campaignId":"c1","advertiser"||not valid JSON
            }}|}}}||not valid JSON
            }}|}||not valid JSON
            """)
    void rejectsARowThatCannotRunAsItWasMeantAndReadsOn(String part, String instead, String field, String why)
            throws IOException {
        String broken = SMALLEST.replace(part, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(SMALLEST);

        CampaignReport report = read(broken + "\n" + SMALLEST.replace("c1", "next"));

        assertThat(report.campaigns()).extracting(Campaign::campaignId).containsExactly("next");
        assertThat(report.rejected()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(1);
            assertThat(row.field()).isEqualTo(field == null ? "" : field);
            assertThat(row.why()).contains(why).doesNotContain("\n");
        });
    }

    @Test
    void whatStandsInAFileReachesNoTerminalAsControlCharacters() throws IOException {
        RejectedRow row =
                read("{\"campaignId\":\"a\",\"advertiser\":\"b\",\"productId\":\"c\",\"bid\":{\"amount\":\"\\u001b[2J"
                                + "9".repeat(200) + "\",\"currency\":\"USD\"}}")
                        .rejected()
                        .getFirst();

        assertThat(row.value()).doesNotContain("\u001b").hasSizeLessThan(80);
        assertThat(row.toString()).doesNotContain("\n");
    }

    @Test
    void readsAFileAndSaysWhichOneIsMissing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("campaigns.jsonl"), SMALLEST);

        assertThat(CampaignReader.read(file).campaigns()).hasSize(1);
        assertThatThrownBy(() -> CampaignReader.read(folder.resolve("absent.jsonl")))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("absent.jsonl");
    }

    private static CampaignReport read(String lines) throws IOException {
        return CampaignReader.read(new StringReader(lines));
    }
}
