package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSearchSettingsTest {
    private static final String SECRET = "hunter2";

    @ParameterizedTest
    @ValueSource(strings = {"http://search.example:9200", "http://10.0.0.7:9200", "http://127.evil.example:9200"})
    void sendsNoLoginOverANetworkInTheClear(String url) {
        OpenSearchSettings.Builder settings =
                OpenSearchSettings.builder(url, "shop").login("clerk", () -> SECRET);
        assertThatThrownBy(settings::build)
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("give an https address")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://search.example", "http://localhost:9200", "http://127.0.0.1:9200", "http://[::1]:9200"})
    void logsInOverTlsOrOnThisMachine(String url) {
        assertThatCode(OpenSearchSettings.builder(url, "shop").login("clerk", () -> SECRET)::build)
                .doesNotThrowAnyException();
    }

    @Test
    void tellsNoSecretOfItself() {
        OpenSearchSettings settings = OpenSearchSettings.builder("https://search.example", "shop")
                .login("clerk", () -> SECRET)
                .build();
        assertThat(settings.toString()).contains("search.example").doesNotContain(SECRET);
    }
}
