package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.AdcioException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void saysWhatIsWrongWithAFileNotOnlyItsName() {
        assertThat(OneLine.of(new NoSuchFileException("/proc/foo"))).isEqualTo("there is no /proc/foo");
        assertThat(OneLine.of(new AccessDeniedException("/root"))).isEqualTo("no permission for /root");
        assertThat(OneLine.of(new FileSystemException("/x"))).isEqualTo("/x cannot be used");
        assertThat(OneLine.of(new FileSystemException("/x", null, "disk full"))).contains("disk full");
    }

    @Test
    void isOneHarmlessLineOfBoundedLength() {
        assertThat(OneLine.of(new AdcioException("\n a \u001b[31m\nb"))).isEqualTo("a  [31m");
        assertThat(OneLine.of(new AdcioException("x".repeat(10_000)))).hasSizeLessThan(310);
        assertThat(OneLine.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void tellsOfBadJsonWithoutTheParsersOwnAffairs() {
        for (String line : new String[] {"{\"text\": \"a", "{not json}", "{\"text\":1}}", "{", "[".repeat(5_000)}) {
            try {
                JsonFiles.MAPPER.readTree(line);
                throw new AssertionError(line);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                assertThat(OneLine.of(e)).isNotBlank().doesNotContain("Source", "StreamRead", "`", "REDACTED");
            }
        }
    }
}
