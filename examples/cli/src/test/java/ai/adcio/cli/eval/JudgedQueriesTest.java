package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedQueriesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsQueriesAndGrades() throws IOException {
        JudgedQueries judged = read("q1\tred shoes\nq2\tnot judged\n", "q1 0 a 3\nq1 0 b 0\n");

        assertThat(judged.queries()).containsOnlyKeys("q1").containsValue("red shoes");
        assertThat(judged.grades().get("q1")).containsEntry("a", 3).containsEntry("b", 0);
    }

    @Test
    void namesFileAndLineOfWhatItCannotRead() {
        assertThatThrownBy(() -> read("q1\tx\nq2 without a tab\n", "q1 0 a 1\n"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("queries.tsv, line 2");
        assertThatThrownBy(() -> read("q1\tx\n", "q1 0 a 1\nq1 0 b many\n"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("qrels.txt, line 2");
    }

    @Test
    void refusesARepeatedQueryAndTwoGradesForOneProduct() {
        assertThatThrownBy(() -> read("q1\tx\nq1\ty\n", "q1 0 a 1\n")).hasMessageContaining("line 2: query q1");
        assertThatThrownBy(() -> read("q1\tx\n", "q1 0 a 1\nq1 0 a 2\n")).hasMessageContaining("grade 1 already");
    }

    @Test
    void refusesAGradeWithoutAGain() throws IOException {
        JudgedQueries judged = read("q1\tx\n", "q1 0 a 2\n");

        assertThatThrownBy(() -> Gains.parse("0,1").check(judged)).hasMessageContaining("grade 2 has no gain");
        assertThatThrownBy(() -> Gains.parse("0,one")).hasMessageContaining("one");
    }

    private JudgedQueries read(String queries, String qrels) throws IOException {
        return JudgedQueries.read(
                Files.writeString(folder.resolve("queries.tsv"), queries),
                Files.writeString(folder.resolve("qrels.txt"), qrels));
    }
}
