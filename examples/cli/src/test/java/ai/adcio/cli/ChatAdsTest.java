package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatAdsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemosCampaignsFillASlotInBothLanguages() throws IOException {
        List<String> english = List.of("shoes", "clothing", "computers", "audio");
        List<String> korean = List.of("신발", "의류", "컴퓨터", "음향");
        assertThat(filled(english)).as("of %s", english).isGreaterThanOrEqualTo(2);
        assertThat(filled(korean)).as("of %s", korean).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anAdvertiserCannotSteerTheTerminal() throws IOException {
        Path campaigns = folder.resolve("c.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 7; i++) {
            lines.append(String.format(
                    java.util.Locale.ROOT,
                    "{\"campaignId\":\"c%d\",\"advertiser\":\"Evil\\u001b[31m\\u202eCorp\\u009b\",\"productId\":\"D00%d\","
                            + "\"bid\":{\"amount\":\"1\",\"currency\":\"USD\"},\"keywords\":[\"shoes\"]}%n",
                    i,
                    i));
        }
        Files.writeString(campaigns, lines);
        Terminal run = Terminal.run("shoes\n", "chat", "--no-vector", "--ads", campaigns.toString());
        assertThat(run.out()).contains("[Ad]", "Evil [31mCorp").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    private static int filled(List<String> turns) throws IOException {
        StringBuilder input = new StringBuilder();
        for (String turn : turns) {
            input.append(String.format("{\"conversation\":\"%s\",\"text\":\"%s\"}\n", turn, turn));
        }
        Terminal run = Terminal.run(input.toString(), "chat", "--json", "--no-vector", "--ads", "demo");
        List<JsonNode> slots = new ArrayList<>();
        for (String line : run.out().split("\n")) {
            JsonNode reply = JsonFiles.MAPPER.readTree(line);
            if (reply.has("adSlot")) {
                slots.add(reply.get("adSlot"));
            }
        }
        return slots.size();
    }
}
