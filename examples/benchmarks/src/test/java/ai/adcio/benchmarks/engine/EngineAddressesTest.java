package ai.adcio.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineAddressesTest {
    private static EngineAddresses of(String... arguments) {
        return EngineAddresses.of(
                arguments,
                Map.of("ADCIO_DATA", "data", "ADCIO_OPENSEARCH_USER", "shop", "ADCIO_OPENSEARCH_PASSWORD", "pw"));
    }

    @Test
    void takesTheDataFoldersCatalogueUnlessOneIsNamed() {
        assertThat(of("--jdbc", "jdbc:h2:mem:").catalog()).hasFileName("amazon-esci.jsonl.gz");
        assertThat(of("--jdbc", "jdbc:h2:mem:", "--catalog", "mine.jsonl").catalog())
                .hasToString("mine.jsonl");
    }

    @Test
    void readsNumbers() {
        assertThat(of("--jdbc", "jdbc:h2:mem:", "--products", "70").products()).isEqualTo(70);
        assertThatThrownBy(() -> of("--jdbc", "jdbc:h2:mem:", "--rounds", "0"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("--rounds is 0");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> of("--jdbc", "jdbc:h2:mem:", "--fast", "yes"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("--fast is unknown");
        assertThatThrownBy(() -> of("--jdbc")).hasMessageContaining("\"--jdbc\" has no value");
        assertThatThrownBy(EngineAddressesTest::of).hasMessageContaining("no engine is named");
    }

    @Test
    void keepsSecretsToItself() {
        EngineAddresses given = of("--opensearch", "http://localhost:9200");

        assertThat(given.openSearchPassword()).isEqualTo("pw");
        assertThat(given.toString()).doesNotContain("pw");
    }
}
