package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.cli.Replies;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.MissingArm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultRowTest {
    private static final Duration ALLOWED = Duration.ofMillis(550);

    @Test
    void countsWhatWasMissingTheMostFrequentFirst() {
        FaultTally tally = tally(new MissingArm("sql", "late"), 10, 20);
        tally.answered(reply(new MissingArm("keyword", "busy")), 30);

        assertThat(tally.causes()).isEqualTo("sql: late (2); keyword: busy (1)");
        assertThat(tally.partial()).isEqualTo(3);
    }

    @Test
    void isInTimeUpToTheMomentThatIsAllowed() {
        assertThat(FaultRow.inTime(tally(new MissingArm("sql", "late"), 10, 550), ALLOWED))
                .isTrue();
        assertThat(FaultRow.inTime(tally(new MissingArm("sql", "late"), 10, 551), ALLOWED))
                .isFalse();
    }

    @Test
    void aRowTellsPercentilesAndTheRunsThatWereLate() {
        FaultTally late = tally(new MissingArm("sql", "late"), 100, 700);
        FaultTally good = tally(new MissingArm("sql", "late"), 100, 200, 300, 400);
        FaultRow row = new FaultRow("hang", false, List.of(late, good), ALLOWED, 0.25);

        assertThat(row.passed()).isTrue();
        assertThat(row.cells())
                .containsExactly(
                        "hang",
                        "0.0",
                        "4 of 4",
                        "sql: late (4)",
                        "200",
                        "400",
                        "400",
                        "yes, after a run with 700",
                        "0.3 s");
    }

    @Test
    void aFaultThatIsKeptFromTheShopperDoesNotPass() {
        FaultTally whole = tally(null, 10);
        FaultTally poorer = tally(new MissingArm("sql", "late"), 10);

        assertThat(new FaultRow("hang", false, List.of(whole), ALLOWED, 0).passed())
                .isFalse();
        assertThat(new FaultRow("read-only", true, List.of(poorer), ALLOWED, 0).passed())
                .isFalse();
        assertThat(new FaultRow("read-only", true, List.of(whole), ALLOWED, 0).passed())
                .isTrue();
    }

    @Test
    void anExceptionOrNoRecoveryDoesNotPass() {
        FaultTally thrown = tally(new MissingArm("sql", "late"), 10);
        thrown.failed(new IllegalStateException("broke"), 5);

        assertThat(new FaultRow("hang", false, List.of(thrown), ALLOWED, 0).passed())
                .isFalse();
        assertThat(thrown.causes()).isEqualTo("exception IllegalStateException: broke (1); sql: late (1)");
        FaultTally poorer = tally(new MissingArm("sql", "late"), 10);
        assertThat(new FaultRow("hang", false, List.of(poorer), ALLOWED, Double.NaN).passed())
                .isFalse();
    }

    @Test
    void aFillingPassesWhenEverythingThatWasAcknowledgedIsThere() {
        assertThat(new WriteRow("hang", "", 3.1, 48, 48, 48, 0).passed()).isTrue();
        assertThat(new WriteRow("hang", "", 3.1, 48, 47, 48, 1).passed()).isFalse();
        assertThat(new WriteRow("hang", "", Double.NaN, 20, 20, 48, 0).cells())
                .containsExactly("hang", "nothing, it tried again", "**never**", "20", "**20 of 48**", "0");
    }

    @Test
    void aTableKeepsItsShapeWhateverTheCellsHold() {
        StringWriter out = new StringWriter();
        MarkdownTable table = new MarkdownTable(new PrintWriter(out), List.of("a", "b"));
        table.row(List.of("1 | 2", "x\ny"));

        assertThat(out.toString().lines()).containsExactly("| a | b |", "| --- | --- |", "| 1 \\| 2 | x y |");
    }

    private static FaultTally tally(@Nullable MissingArm missing, double... millis) {
        FaultTally tally = new FaultTally();
        for (double took : millis) {
            tally.answered(missing == null ? reply() : reply(missing), took);
        }
        return tally;
    }

    private static AgentReply reply(MissingArm... missing) {
        return Replies.missing(Map.of(), missing);
    }
}
