package ai.adcio.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.conversation.UserTurn;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

// Opening a shop links its words and fills two indexes: once is enough.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyShopTest {
    private static final String DIALOGUES = "dialogues/dialogues.jsonl";

    private final DataFolder data = DataFolder.of(folder());

    private final ReadyShop shop = ReadyShop.open(data, "lamps", DIALOGUES);

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void makesEveryTurnAboutTheCatalogueReadyInItsOrder() {
        assertThat(shop.turns())
                .extracting(ready -> ready.turn().text())
                .containsExactly(
                        "desk lamps", "under $30", "tell me more about the first one", "is this one in stock?");
    }

    @Test
    void givesEachTurnTheStateThatItsConversationHad() {
        assertThat(shop.turns()).extracting(ready -> ready.before().turns()).containsExactly(0, 1, 2, 0);
        ReadyTurn third = shop.turns().get(2);
        assertThat(third.before().latestShown()).containsExactly("L2");
        assertThat(shop.interpret(third).ask().toString()).contains("L2");
    }

    @Test
    void keepsThePageOfATurn() {
        assertThat(shop.turns().getLast().turn().page().productId()).isEqualTo("L3");
    }

    @Test
    void asksACatalogueWithoutDialoguesItsQueriesAndWhatIsSaidInEnglish() {
        List<UserTurn> turns = Talks.about("queried", data.path().resolve(DIALOGUES), data);
        assertThat(turns)
                .filteredOn(turn -> turn.conversationId().startsWith("q"))
                .extracting(UserTurn::text)
                .startsWith("brass lamp", "under $200 please")
                .contains("halo")
                .hasSize(10);
        assertThat(turns)
                .filteredOn(turn -> turn.conversationId().startsWith("d"))
                .hasSize(4);
    }

    @Test
    void namesTheVariableWhenTheDataFolderIsMissing() {
        assertThatThrownBy(() -> DataFolder.of(null))
                .isInstanceOf(AdcioException.class)
                .hasMessage("ADCIO_DATA is not set; set it to the folder that holds catalogs/, dialogues/ and"
                        + " retrieval/");
        assertThatThrownBy(() -> DataFolder.of("/no/such/folder"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("ADCIO_DATA is /no/such/folder");
    }

    @Test
    void namesTheCatalogueThatIsMissing() {
        assertThatThrownBy(() -> ReadyShop.open(data, "tables", DIALOGUES))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("catalogue tables is missing");
    }

    private static String folder() {
        try {
            return Path.of(Objects.requireNonNull(ReadyShopTest.class.getResource("data"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
