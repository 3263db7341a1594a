package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the products and the constraints: the index finds what {@link Constraint#test} says, no more and no less. */
class FilterQueriesPropertyTest {
    @Property(tries = 60)
    void findsExactlyTheProductsForWhichTheConstraintHolds(@ForAll long seed) {
        ProductGenerator generator = new ProductGenerator(seed);
        List<Product> products = generator.products(40);
        try (Catalog catalog = InMemoryCatalog.of(products);
                LuceneKeywordRetriever arm = LuceneKeywordRetriever.inMemory()) {
            catalog.attach(arm);
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                for (int i = 0; i < 40; i++) {
                    Constraint constraint = generator.constraint(products, 2);
                    List<String> expected = products.stream()
                            .filter(constraint::test)
                            .map(Product::id)
                            .toList();
                    RetrievalResult result = arm.retrieve(RequestBuilder.of(snapshot)
                            .filters(constraint)
                            .limit(100)
                            .build());
                    List<String> found = result instanceof RetrievalResult.Found some
                            ? some.hits().stream().map(RetrievalResult.Hit::id).toList()
                            : List.of();
                    assertThat(found).as("%s", constraint).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }
}
