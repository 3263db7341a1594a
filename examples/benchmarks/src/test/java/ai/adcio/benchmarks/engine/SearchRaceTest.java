package ai.adcio.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SearchRaceTest {
    private static final int QUESTIONS = 5;

    private final AtomicIntegerArray ours = new AtomicIntegerArray(QUESTIONS);
    private final AtomicIntegerArray theirs = new AtomicIntegerArray(QUESTIONS);

    @Test
    void asksEveryQuestionBothWaysInEveryRound() throws Exception {
        Ratios measured = race(List.of("a"), List.of("a")).alone(1, 3);

        assertThat(measured.rounds()).hasSize(3);
        for (int question = 0; question < QUESTIONS; question++) {
            assertThat(ours.get(question)).isEqualTo(4);
            assertThat(theirs.get(question)).isEqualTo(4);
        }
    }

    @Test
    void everyThreadAsksEveryQuestion() throws Exception {
        Ratios measured = race(List.of("a"), List.of("a")).together(2, 0, 3);

        assertThat(measured.rounds()).hasSize(3);
        for (int question = 0; question < QUESTIONS; question++) {
            assertThat(ours.get(question)).isEqualTo(6);
            assertThat(theirs.get(question)).isEqualTo(6);
        }
    }

    @Test
    void refusesToCompareWaysThatFindDifferentProducts() throws Exception {
        assertThat(race(List.of("a"), List.of("a", "b")).check()).isEqualTo(QUESTIONS);
        assertThatThrownBy(() -> race(List.of("a", "c"), List.of("a", "b")).check())
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("other answers");
    }

    private SearchRace race(List<String> found, List<String> foundBare) {
        return new SearchRace(
                QUESTIONS,
                question -> {
                    ours.incrementAndGet(question);
                    return found;
                },
                question -> {
                    theirs.incrementAndGet(question);
                    return foundBare;
                });
    }
}
