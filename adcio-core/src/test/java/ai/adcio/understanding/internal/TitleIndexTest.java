package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.ProductGenerator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TitleIndexTest {
    @Test
    void findsTheOneTitleThatHoldsThePhrase() {
        List<Product> products = List.of(
                product("a", "Oak desk lamp"),
                product("b", "Desk lamps, brass"),
                product("c", "Brass desk"),
                product("d", "여성용 운동화 270mm"),
                product("e", "무선이어폰"));

        assertThat(only(products, "oak desk")).isEqualTo("a");
        assertThat(only(products, "brass desk")).isEqualTo("c");
        assertThat(only(products, "desk lamp")).isNull();
        assertThat(only(products, "lamp desk")).isNull();
        assertThat(only(products, "chair")).isNull();
        assertThat(only(products, "")).isNull();
        assertThat(only(products, "이어폰")).isEqualTo("e");
        assertThat(only(products, "운동 화270")).isEqualTo("d");
        assertThat(only(products, "폰")).isEqualTo("e");
        assertThat(only(products, "무")).isEqualTo("e");
    }

    @Test
    void findsWhatAWalkThroughAllTitlesFinds() {
        List<Product> products = new ProductGenerator(11).products(80);
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            String phrase = phrase(products.get(random.nextInt(products.size())).title(), random);
            List<String> ids = products.stream()
                    .filter(product -> TextFolding.containsPhrase(product.title(), phrase))
                    .map(Product::id)
                    .toList();
            String expected = ids.size() == 1 ? ids.getFirst() : null;

            assertThat(only(products, phrase)).as(phrase).isEqualTo(expected);
            found += expected == null ? 0 : 1;
        }
        assertThat(found).isPositive();
    }

    private static String phrase(String title, Random random) {
        int from = random.nextInt(title.length());
        int to = from + 1 + random.nextInt(title.length() - from);
        String phrase = title.substring(from, to);
        return random.nextInt(3) == 0 ? phrase.replace(" ", "") : phrase;
    }

    private static @Nullable String only(List<Product> products, String phrase) {
        TitleIndex.Builder builder = new TitleIndex.Builder();
        products.forEach(builder::add);
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                CatalogSnapshot snapshot = catalog.acquire()) {
            return builder.build().only(phrase, snapshot.records());
        }
    }

    private static Product product(String id, String title) {
        return Product.builder(id, title).build();
    }
}
