package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.cli.Replies;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.MissingArm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTallyTest {
    private final LoadTally tally = new LoadTally();

    @Test
    void countsWhatWasMissingByArmAndCause() {
        tally.answered(reply(10, new MissingArm("sql", "busy")), 11, false);
        tally.answered(reply(20, new MissingArm("sql", "busy"), new MissingArm("keyword", "busy")), 21, false);
        tally.answered(reply(30), 31, true);
        tally.failed(new IllegalStateException("x"), 5);

        assertThat(tally.turns()).isEqualTo(4);
        assertThat(tally.partial()).isEqualTo(2);
        assertThat(tally.leaks()).isEqualTo(1);
        assertThat(tally.missing()).isEqualTo(Map.of("sql: busy", 2, "keyword: busy", 1));
        assertThat(tally.errors()).isEqualTo(Map.of("IllegalStateException", 1));
    }

    @Test
    void measuresEachStepOverTheTurnsThatHaveIt() {
        for (int millis = 1; millis <= 100; millis++) {
            tally.answered(reply(millis), millis, false);
        }
        assertThat(tally.steps().get("answer")).isEqualTo(new LoadTally.Latency(100, 50, 90, 99, 100));
        assertThat(tally.latency()).isEqualTo(new LoadTally.Latency(100, 50, 90, 99, 100));
    }

    @Test
    void printsCausesAndSteps() {
        tally.answered(reply(10, new MissingArm("sql", "busy")), 11, false);
        StringWriter out = new StringWriter();
        new LoadReport(new PrintWriter(out)).print(tally);
        assertThat(out.toString())
                .contains("1 turns, 0 errors, 1 partial, 0 leaks")
                .containsPattern("1 +sql: busy")
                .containsPattern("answer +1 +10\\.0");
    }

    private static AgentReply reply(double millis, MissingArm... missing) {
        return Replies.missing(Map.of("answer", millis), missing);
    }
}
