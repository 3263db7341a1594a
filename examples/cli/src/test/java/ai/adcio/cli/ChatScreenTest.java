package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatScreenTest {
    @Test
    void interruptingALineGivesItUpAndReadsTheNext() {
        assertThat(typed(new UserInterruptException("red sho"), "blue shoes")).isEqualTo("blue shoes");
    }

    @Test
    void interruptingAnEmptyLineLeaves() {
        assertThat(typed(new UserInterruptException(""), "never read")).isNull();
        assertThat(typed(new UserInterruptException("  "), "never read")).isNull();
    }

    @Test
    void theEndOfInputLeaves() {
        assertThat(typed(new EndOfFileException(), "never read")).isNull();
    }

    private static @Nullable String typed(Object... keys) {
        Deque<Object> left = new ArrayDeque<>(List.of(keys));
        return ChatScreen.typed(() -> {
            Object next = left.removeFirst();
            if (next instanceof RuntimeException e) {
                throw e;
            }
            return (String) next;
        });
    }
}
