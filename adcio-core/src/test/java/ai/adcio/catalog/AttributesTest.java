package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 128, 129, 1_000})
    void areAMapInTheFeedsOrderHoweverManyThereAre(int count) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            given.put("name" + i * 37 % 1_001, List.of("value" + i, "other"));
        }
        Map<String, List<String>> expected = new LinkedHashMap<>(given);
        given.put("nothing", List.of());

        Map<String, List<String>> copy = Attributes.copy(given);
        given.clear();

        assertThat(copy).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(expected).isEqualTo(copy);
        assertThat(new ArrayList<>(copy.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        expected.forEach((name, values) -> assertThat(copy.get(name)).isEqualTo(values));
        assertThat(copy).doesNotContainKey("nothing").doesNotContainKey(null);
        assertThat(copy.getOrDefault("nothing", List.of("default"))).containsExactly("default");
        assertThat(Attributes.copy(copy)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void cannotBeChanged(int count) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            given.put("name" + i, List.of("value"));
        }
        Map<String, List<String>> copy = Attributes.copy(given);

        assertThatThrownBy(() -> copy.put("name", List.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("name0")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.entrySet().iterator().next().setValue(List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
