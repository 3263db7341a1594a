package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.weaviate.WeaviateSettings;
import ai.adcio.retrieval.weaviate.WeaviateSink;
import ai.adcio.retrieval.weaviate.WeaviateVectorRetriever;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The vector arm and its sink beside Weaviate's client. */
final class WeaviateTrial implements EngineTrial {
    private static final String SEARCHED = "searched";
    private static final String ALIAS = "Adcio_" + Shop.NAME;

    private final EngineAddresses addresses;
    private final URI url;
    private final Shop shop;
    private final ShopQuestions questions;
    private final List<Product> filled;
    private final EmbeddingSettings model =
            EmbeddingSettings.builder(new WordVectors(), "words").build();
    private final EmbeddingCache cache = EmbeddingCache.inMemory();
    private final BareWeaviate bare;
    private final WeaviateVectorRetriever arm;
    private final WeaviateSink filling;

    /** Fills the shop, and takes down what the arm sends and what the sink wrote. */
    WeaviateTrial(EngineAddresses addresses, URI url, Shop shop, ShopQuestions questions, List<Product> filled)
            throws Exception {
        this.addresses = addresses;
        this.url = url;
        this.shop = shop;
        this.questions = questions;
        this.filled = filled;
        this.bare = new BareWeaviate(addresses, url, ALIAS);
        bare.removeAll();
        try (WeaviateSink sink = WeaviateSink.of(settings(), model, cache)) {
            sink.begin(SEARCHED, shop.snapshot().capabilities());
            Shop.write(sink, SEARCHED, filled);
            bare.takeObjects(ALIAS + "_G_" + SEARCHED);
            shop.finish(sink, SEARCHED, filled.size());
        }
        this.arm = WeaviateVectorRetriever.of(settings(), model);
        this.filling = WeaviateSink.of(settings(), model, cache);
        takeSearches();
    }

    private void takeSearches() throws Exception {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        try (GrpcRecorder recorder = new GrpcRecorder(
                        bare.grpcHost(), bare.grpcPort(), url.getScheme().equals("https"));
                WeaviateVectorRetriever asking = WeaviateVectorRetriever.of(
                        builder().grpc(host, recorder.port()).build(), model);
                BareWeaviate repeating = new BareWeaviate(addresses, url, ALIAS, host, recorder.port())) {
            Searching searching = questions.through(asking);
            List<List<byte[]>> sent = new ArrayList<>();
            for (int question = 0; question < questions.size(); question++) {
                searching.search(question);
                sent.add(recorder.taken("/Search"));
            }
            bare.takeSearches(sent);
            repeating.takeSearches(sent);
            for (int question = 0; question < questions.size(); question++) {
                repeating.search(question);
                bare.checkSame(question, recorder.taken("/Search"));
            }
        }
    }

    private WeaviateSettings.Builder builder() {
        WeaviateSettings.Builder settings = WeaviateSettings.builder(url).shop(Shop.NAME);
        if (addresses.weaviateKey() != null) {
            settings.apiKey(() -> String.valueOf(addresses.weaviateKey()));
        }
        return settings;
    }

    private WeaviateSettings settings() {
        return builder().grpc(bare.grpcHost(), bare.grpcPort()).build();
    }

    @Override
    public String name() {
        return "Weaviate";
    }

    @Override
    public int questions() {
        return questions.size();
    }

    @Override
    public Searching arm() {
        return questions.through(arm);
    }

    @Override
    public Searching bareSearch() {
        return bare::search;
    }

    @Override
    public Filling sink() {
        return new SinkFilling(filling, shop, filled, () -> bare.remove(ALIAS + "_G_" + SinkFilling.GENERATION));
    }

    @Override
    public Filling bareFilling() {
        return bare.filling(ALIAS + "_G_bare");
    }

    @Override
    public void close() {
        try {
            arm.close();
            filling.close();
            bare.removeAll();
            bare.close();
        } catch (Exception e) {
            throw new AdcioException("the shop " + Shop.NAME + " stays behind in Weaviate", e);
        }
    }
}
