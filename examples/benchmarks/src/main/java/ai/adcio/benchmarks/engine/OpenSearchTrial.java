package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.opensearch.OpenSearchKeywordRetriever;
import ai.adcio.retrieval.opensearch.OpenSearchSettings;
import ai.adcio.retrieval.opensearch.OpenSearchSink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The keyword arm and its sink beside opensearch-java. */
final class OpenSearchTrial implements EngineTrial {
    private static final String SEARCHED = "searched";

    private final EngineAddresses addresses;
    private final ShopQuestions questions;
    private final Shop shop;
    private final List<Product> filled;
    private final OpenSearchKeywordRetriever arm;
    private final OpenSearchSink filling;
    private final BareOpenSearch bare;

    /** Fills the shop, and takes down what sink and arm send. */
    OpenSearchTrial(EngineAddresses addresses, URI url, Shop shop, ShopQuestions questions, List<Product> filled)
            throws Exception {
        this.addresses = addresses;
        this.questions = questions;
        this.shop = shop;
        this.filled = filled;
        try (HttpRecorder recorder = HttpRecorder.before(url)) {
            this.bare = new BareOpenSearch(addresses, url);
            OpenSearchSettings recorded = settings(recorder.address());
            bare.remove(index("*"));
            try (OpenSearchSink sink = new OpenSearchSink(recorded)) {
                sink.begin(SEARCHED, shop.snapshot().capabilities());
                bare.takeIndex(recorder.taken());
                Shop.write(sink, SEARCHED, filled);
                bare.takeDocuments(recorder.taken());
                shop.finish(sink, SEARCHED, filled.size());
            }
            try (OpenSearchKeywordRetriever asking = new OpenSearchKeywordRetriever(recorded)) {
                Searching searching = questions.through(asking);
                List<List<HttpRecorder.Call>> calls = new ArrayList<>();
                for (int question = 0; question < questions.size(); question++) {
                    // What the arm looks up once about words it does not ask again.
                    searching.search(question);
                    recorder.taken();
                    searching.search(question);
                    calls.add(recorder.taken());
                }
                bare.takeSearches(calls);
            }
        }
        this.arm = new OpenSearchKeywordRetriever(settings(url));
        this.filling = new OpenSearchSink(settings(url));
    }

    private OpenSearchSettings settings(URI at) {
        OpenSearchSettings.Builder settings = OpenSearchSettings.builder(at.toString(), Shop.NAME);
        String user = addresses.openSearchUser();
        if (user != null) {
            settings.login(user, addresses::openSearchPassword);
        }
        return settings.build();
    }

    private static String index(String generation) {
        return "adcio-" + Shop.NAME + "-" + generation;
    }

    @Override
    public String name() {
        return "OpenSearch";
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
        return new SinkFilling(filling, shop, filled, () -> bare.remove(index(SinkFilling.GENERATION)));
    }

    @Override
    public Filling bareFilling() {
        return bare.filling(index("bare"));
    }

    @Override
    public void close() {
        try {
            arm.close();
            filling.close();
            bare.remove(index("*"));
            bare.close();
        } catch (Exception e) {
            throw new AdcioException("the shop " + Shop.NAME + " stays behind in OpenSearch", e);
        }
    }
}
