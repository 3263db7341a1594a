package ai.adcio.retrieval.weaviate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.Language;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The Weaviate server that the tests run on, and a shop of its own for each test. */
final class TestWeaviate {
    private static final @Nullable String URL = System.getenv("ADCIO_WEAVIATE_URL");
    private static final @Nullable String GRPC = System.getenv("ADCIO_WEAVIATE_GRPC");
    private static final AtomicInteger SHOPS = new AtomicInteger();

    private TestWeaviate() {}

    /** Settings for a shop that no other test uses; skips the test without a server. */
    static WeaviateSettings.Builder shop() {
        assumeTrue(
                URL != null,
                "no Weaviate server: run `$ADCIO_RIGS/rig weaviate start` and set ADCIO_WEAVIATE_URL and"
                        + " ADCIO_WEAVIATE_GRPC to what it prints");
        String[] grpc = grpc().split(":", 2);
        return WeaviateSettings.builder(url())
                .grpc(grpc[0], Integer.parseInt(grpc[1]))
                .shop("test-" + ProcessHandle.current().pid() + "-" + SHOPS.incrementAndGet());
    }

    static URI url() {
        return URI.create(URL == null ? "http://127.0.0.1:8080" : URL);
    }

    static String grpc() {
        return GRPC == null ? "127.0.0.1:50051" : GRPC;
    }

    static EmbeddingSettings model() {
        return EmbeddingSettings.builder(new WordHashModel(), "words")
                .languages(Language.ENGLISH)
                .build();
    }
}
