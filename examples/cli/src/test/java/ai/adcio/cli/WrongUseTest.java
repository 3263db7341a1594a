package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUseTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aValueOutOfRangeIsWrongUse() {
        for (String cards : new String[] {"0", "99", "-1"}) {
            Terminal run = Terminal.run("", "search", "--no-vector", "--cards", cards, "shoes");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("adcio: --cards is " + cards + "; give 1 to 50");
        }
    }

    @Test
    void gainsThatAreNoNumbersAreWrongUse() {
        Terminal run = Terminal.run(
                "", "eval", "retrieval", "--queries", "q", "--qrels", "r", "--gains", "a,b", "--no-vector");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--gains").contains("\"a\" is no gain; write a number");
    }

    @Test
    void faultsNeedAnEngineThatIsToFail() {
        Terminal run = Terminal.run("", "eval", "faults", "--toxiproxy", "http://127.0.0.1:1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--opensearch, --weaviate and --jdbc");
    }

    @Test
    void aFaultProxyThatIsNotThereIsSaidSo() {
        Terminal run = Terminal.run(
                "", "eval", "faults", "--opensearch", "http://127.0.0.1:1", "--toxiproxy", "http://127.0.0.1:1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no answer from http://127.0.0.1:1");
    }

    @Test
    void aFileOfCampaignsThatIsNotThereIsSaidSo() {
        String missing = folder.resolve("nosuch").toString();
        Terminal run = Terminal.run("", "chat", "--no-vector", "--ads", missing);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("adcio: there is no file of campaigns " + missing + "; check the path");
    }

    @Test
    void quitAndExitLeaveWithoutASlash() {
        for (String word : new String[] {"quit", "exit", " quit "}) {
            assertThat(Terminal.run(word + "\nnever read\n", "chat", "--no-vector")
                            .out())
                    .doesNotContain("never read");
        }
    }

    @Test
    void anObjectMayBeIndented() {
        Terminal run = Terminal.run("  {\"conversation\":\"x\",\"text\":\"shoes\"}\n", "chat", "--json", "--no-vector");
        assertThat(run.out()).contains("\"conversationId\":\"x\"");
    }

    @Test
    void anOverlongConversationIdIsAnErrorOfThatLineAlone() {
        Terminal run = Terminal.run(
                "{\"conversation\":\"" + "c".repeat(300) + "\",\"text\":\"shoes\"}\nshoes\n",
                "chat",
                "--json",
                "--no-vector");
        assertThat(run.out().lines()).hasSize(2).first().asString().contains("conversationId has 300 characters");
    }
}
