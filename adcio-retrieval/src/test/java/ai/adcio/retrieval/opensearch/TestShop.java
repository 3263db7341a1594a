package ai.adcio.retrieval.opensearch;

import java.util.concurrent.atomic.AtomicInteger;

/** Settings of a shop that no other test uses. */
final class TestShop {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestShop() {}

    static OpenSearchSettings.Builder on(String... urls) {
        return OpenSearchSettings.builder(
                        java.util.List.of(urls), "shop" + System.currentTimeMillis() + "_" + NEXT.incrementAndGet())
                .prefix("adciotest")
                .replicas(0);
    }
}
