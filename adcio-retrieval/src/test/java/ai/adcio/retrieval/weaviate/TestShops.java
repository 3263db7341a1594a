package ai.adcio.retrieval.weaviate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Clears up after tests. */
final class TestShops {
    private TestShops() {}

    /** Removes a shop with all its generations. */
    static void remove(WeaviateSettings settings) {
        try (WeaviateConnection connection = new WeaviateConnection(settings)) {
            var client = connection.client(Duration.ofSeconds(30));
            Placement placement = Placement.of(settings);
            if (settings.sharedCollection()) {
                placement.removeOthers(client, "none");
            } else {
                client.alias.delete("Adcio_" + settings.shop().replace('-', '_'));
                placement.removeOthers(client, "none");
            }
        } catch (java.io.IOException e) {
            throw new AssertionError("could not clear up after a test", e);
        }
    }

    static void close(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            throw new AssertionError("could not close", e);
        }
    }
}
