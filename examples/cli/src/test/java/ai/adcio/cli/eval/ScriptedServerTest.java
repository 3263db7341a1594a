package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
    @Test
    void givesTheStatusThatItIsTold() {
        try (ScriptedServer server = new ScriptedServer(WrongBytes.status(429))) {
            HttpCalls.Answer answer = calls(server).send("POST", "/any", "x".repeat(100_000));

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body().path("status").asInt()).isEqualTo(429);
        }
    }

    @Test
    void givesHalfOfTheJson() {
        try (ScriptedServer server = new ScriptedServer(WrongBytes.halfJson())) {
            assertThat(calls(server).send("GET", "/", null))
                    .isEqualTo(new HttpCalls.Answer(200, MissingNode.getInstance()));
        }
    }

    @Test
    void givesBytesThatAreNoAnswer() {
        try (ScriptedServer server = new ScriptedServer(WrongBytes.garbage())) {
            assertThatThrownBy(() -> calls(server).send("GET", "/", null)).isInstanceOf(AdcioException.class);
        }
    }

    private static HttpCalls calls(ScriptedServer server) {
        return new HttpCalls(URI.create("http://" + server.address()), null, null);
    }
}
