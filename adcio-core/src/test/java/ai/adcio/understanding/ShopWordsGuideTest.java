package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the example of {@code docs/words.md} as it stands there. */
class ShopWordsGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "words.md");

    private static final List<Product> SHOP = List.of(
            product("s1", "Harbour Sneakers", "Gangmul", "Sneakers", "Navy"),
            product("s2", "Harbour Sneakers", "Gangmul", "Sneakers", "White"),
            product("s3", "Court Sneakers", "Oreum", "Sneakers", "Navy"),
            product("s4", "Rain Coat", "Gangmul", "Coats", "Navy"));

    @Test
    void readsTheShopsOwnWords() throws IOException {
        assertThat(found("midnight kicks by 강물상사 with my initials")).containsExactly("s1");
        assertThat(found("미드나잇 스니거즈 보여줘")).containsExactly("s1", "s3");
    }

    @Test
    void setsAsideWhatTheShopSaysItDoesNotRecord() throws IOException {
        assertThat(read("midnight kicks by 강물상사 with my initials").need().setAside())
                .extracting("text")
                .containsExactly("with my initials");
    }

    @Test
    void doesNotKnowTheWordsWithoutTheFile() {
        Interpretation meaning =
                DeterministicInterpreter.create().interpret(UserTurn.of("c", "midnight kicks"), talk(), shop());
        assertThat(meaning.need().constraints()).noneMatch(c -> c.test(SHOP.getFirst()));
    }

    private static List<String> found(String text) throws IOException {
        List<Constraint> constraints = read(text).need().constraints();
        assertThat(constraints).isNotEmpty();
        return SHOP.stream()
                .filter(product -> constraints.stream().allMatch(c -> c.test(product)))
                .map(Product::id)
                .toList();
    }

    private static Interpretation read(String text) throws IOException {
        return DeterministicInterpreter.builder()
                .words("docs/words.md", new StringReader(example()))
                .build()
                .interpret(UserTurn.of("c", text), talk(), shop());
    }

    private static String example() throws IOException {
        String guide = Files.readString(GUIDE);
        String open = "```json\n";
        int start = guide.indexOf(open) + open.length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    private static Conversation talk() {
        return Conversation.start("c");
    }

    private static ai.adcio.catalog.CatalogSnapshot shop() {
        return InMemoryCatalog.of(SHOP).acquire();
    }

    private static Product product(String id, String title, String brand, String category, String color) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of("Fashion", category))
                .attribute("color", color)
                .build();
    }
}
