package ai.adcio.catalog;

import java.util.List;

class InMemoryCatalogTest extends CatalogContract {
    @Override
    protected Catalog create(List<Product> products) {
        return InMemoryCatalog.of(products);
    }
}
