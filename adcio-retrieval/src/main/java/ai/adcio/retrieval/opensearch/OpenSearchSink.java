package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.catalog.sync.SinkException.Refusal;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills OpenSearch with a shop's catalogue. A generation is an index of its own, {@code <prefix>-<shop>-<generation>};
 * shoppers are served from the alias {@code <prefix>-<shop>}, which publishing moves at once. Products go in by bulk
 * requests of bounded size, a few at a time; what the engine has no room for goes in again, item by item, until a total
 * time is over. For one thread at a time.
 */
public final class OpenSearchSink implements CatalogSink {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchSink.class);
    private static final int LONGEST_ID = 512;
    // Below this a request costs more than what it carries.
    private static final int LEAST_DOCUMENTS = 50;

    private final OpenSearchSettings settings;
    private final OpenSearchConnection connection;
    private final IndexNames names;
    // The next place among equals, by generation.
    private final Map<String, Long> places = new HashMap<>();
    private final FieldMemory memory = new FieldMemory();
    private @Nullable String korean;

    /** A sink for one shop; connects at its first call. */
    public OpenSearchSink(OpenSearchSettings settings) {
        this.settings = settings;
        this.connection = new OpenSearchConnection(settings);
        this.names = settings.names();
    }

    @Override
    public String name() {
        return ArmTraits.KEYWORD;
    }

    /**
     * How Korean is analysed in the index that was begun last: {@code nori}, or {@code cjk} where the engine does not have
     * the plugin {@code analysis-nori}; null before the first.
     */
    public @Nullable String koreanAnalysis() {
        return korean;
    }

    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        String index = names.index(generation);
        Answer mapping = ask(Call.of("GET", "/" + index + "/_mapping"));
        if (mapping.notFound()) {
            create(index);
        } else {
            JsonNode meta =
                    good(mapping, "read " + index).path(index).path("mappings").path("_meta");
            int format = meta.path(IndexBody.META_FORMAT).asInt(0);
            if (format != IndexBody.FORMAT) {
                throw new AdcioException("index " + index + " has format " + format + ", not " + IndexBody.FORMAT
                        + "; load the catalogue into a new generation");
            }
            korean = meta.path("korean").textValue();
        }
        place(generation);
    }

    private void create(String index) {
        EngineVersion version = EngineVersion.of(good(ask(Call.of("GET", "/")), "read the version"));
        boolean nori = hasNori();
        korean = nori ? IndexBody.NORI : IndexBody.CJK;
        Answer answer = ask(Call.of("PUT", "/" + index, IndexBody.of(settings, nori)));
        String type = answer.body().path("error").path("type").asText("");
        // A call that was cut off may have made it.
        if (!type.equals("resource_already_exists_exception")) {
            good(answer, "create " + index);
        }
        LOG.info("created {} on OpenSearch {}, Korean by {}", index, version, korean);
        if (!nori) {
            LOG.warn("OpenSearch has no analysis-nori; Korean is searched by pairs of syllables until it has, and the"
                    + " catalogue is loaded into a new generation");
        }
    }

    private boolean hasNori() {
        Answer answer = ask(Call.of(
                "POST",
                "/_analyze",
                Map.of(
                        "tokenizer",
                        Map.of("type", "nori_tokenizer", "decompound_mode", "mixed"),
                        "filter",
                        List.of(Map.of("type", "nori_part_of_speech"), Map.of("type", "nori_readingform")),
                        "text",
                        "한글")));
        if (answer.status() == 400) {
            return false;
        }
        good(answer, "ask for the Korean analyser");
        return true;
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        String index = names.index(generation);
        if (!places.containsKey(generation)) {
            place(generation);
        }
        List<Refusal> refusals = new ArrayList<>();
        Deque<BulkRequest> running = new ArrayDeque<>();
        Batch batch = new Batch(
                index,
                documentsAtOnce(changes.upserts().size() + changes.deletions().size()),
                running,
                refusals);
        Set<String> written = new HashSet<>();
        for (Product product : changes.upserts()) {
            written.add(product.id());
            if (fits(product.id(), refusals)) {
                long place = places.merge(generation, 1L, Long::sum) - 1;
                batch.add(BulkItem.put(product.id(), ProductDocument.of(product, place, memory)));
            }
        }
        for (String id : new HashSet<>(changes.deletions())) {
            if (!written.contains(id) && bytes(id) <= LONGEST_ID && !id.isEmpty()) {
                batch.add(BulkItem.remove(id));
            }
        }
        batch.finish();
        if (!refusals.isEmpty()) {
            throw new SinkException(name(), refusals);
        }
    }

    /** So many that the engine has something to do while further documents are made. */
    private int documentsAtOnce(int changes) {
        int parts = 4 * settings.bulksAtOnce();
        return Math.min(settings.bulkDocuments(), Math.max(LEAST_DOCUMENTS, (changes + parts - 1) / parts));
    }

    private static boolean fits(String id, List<Refusal> refusals) {
        if (bytes(id) <= LONGEST_ID) {
            return true;
        }
        refusals.add(new Refusal(id, "the id has " + bytes(id) + " bytes; OpenSearch takes " + LONGEST_ID));
        return false;
    }

    private static int bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Bulk requests in the making and under way; a new one waits until there is room. */
    private final class Batch {
        private final String index;
        private final int most;
        private final Deque<BulkRequest> running;
        private final List<Refusal> refusals;
        private List<BulkItem> items = new ArrayList<>();
        private int size;

        Batch(String index, int most, Deque<BulkRequest> running, List<Refusal> refusals) {
            this.index = index;
            this.most = most;
            this.running = running;
            this.refusals = refusals;
        }

        void add(BulkItem item) {
            boolean full = items.size() == most || size + item.bytes() > settings.bulkBytes();
            if (full && !items.isEmpty()) {
                send();
            }
            items.add(item);
            size += item.bytes();
        }

        private void send() {
            if (running.size() == settings.bulksAtOnce()) {
                running.removeFirst().finish();
            }
            running.add(new BulkRequest(connection, settings, index, items, refusals));
            items = new ArrayList<>();
            size = 0;
        }

        void finish() {
            if (!items.isEmpty()) {
                send();
            }
            while (!running.isEmpty()) {
                running.removeFirst().finish();
            }
        }
    }

    /** Goes on counting where an earlier process stopped. Also tells whether there is such an index to write into. */
    private void place(String generation) {
        if (places.containsKey(generation)) {
            return;
        }
        String index = names.index(generation);
        refresh(generation);
        JsonNode last = good(
                ask(Call.of(
                        "POST",
                        "/" + index + "/_search",
                        Map.of(
                                "size",
                                0,
                                "aggs",
                                Map.of("last", Map.of("max", Map.of("field", ProductDocument.ORDER)))))),
                "count what " + index + " holds");
        JsonNode value = last.path("aggregations").path("last").path("value");
        places.put(generation, value.isNumber() ? value.asLong() + 1 : 0);
    }

    @Override
    public void refresh(String generation) {
        String index = names.index(generation);
        good(ask(Call.of("POST", "/" + index + "/_refresh")), "refresh " + index);
    }

    @Override
    public void publish(String generation) {
        String index = names.index(generation);
        good(
                ask(Call.of("PUT", "/" + index + "/_settings", Map.of("index", IndexBody.serving(settings)))),
                "set up " + index);
        refresh(generation);
        awaitCopies(index);
        Map<String, Long> all = created();
        Set<String> served = served();
        if (!served.equals(Set.of(index))) {
            List<Map<String, Object>> actions = new ArrayList<>();
            served.stream()
                    .filter(old -> !old.equals(index))
                    .forEach(old -> actions.add(Map.of("remove", Map.of("index", old, "alias", names.alias()))));
            actions.add(Map.of("add", Map.of("index", index, "alias", names.alias())));
            good(ask(Call.of("POST", "/_aliases", Map.of("actions", actions))), "publish " + index);
            LOG.info("{} serves {}", names.alias(), index);
        }
        // Also what a process that died had begun or left; what was begun later is still to come.
        long since = all.getOrDefault(index, Long.MIN_VALUE);
        all.forEach((name, time) -> {
            if (!name.equals(index) && (served.contains(name) || time < since)) {
                remove(name);
            }
        });
    }

    /** Shoppers come when the loss of a node no longer takes the index away, in a cluster that has nodes enough. */
    private void awaitCopies(String index) {
        Call health = Call.of("GET", "/_cluster/health/" + index);
        int nodes = good(ask(health), "read the health of " + index)
                .path("number_of_data_nodes")
                .asInt(0);
        if (settings.replicas() == 0 || nodes <= settings.replicas()) {
            return;
        }
        // Below the time of a call, so that the engine answers first.
        long seconds = Math.max(1, settings.requestTimeout().toSeconds() / 2);
        Backoff backoff = new Backoff(settings.retries(), settings.retryTime());
        do {
            Answer answer = ask(health.with("wait_for_status", "green").with("timeout", seconds + "s"));
            if (answer.ok() && answer.body().path("status").asText("").equals("green")) {
                return;
            }
        } while (backoff.pause());
        LOG.warn("{} serves with fewer copies than it should have", index);
    }

    private void remove(String index) {
        Answer answer = ask(Call.of("DELETE", "/" + index));
        if (!answer.notFound()) {
            good(answer, "remove " + index);
        }
        places.remove(names.generation(index));
        LOG.info("removed {}", index);
    }

    /** The shop's indexes with the time at which each was made, in milliseconds. */
    private Map<String, Long> created() {
        JsonNode indexes = good(
                ask(Call.of("GET", "/" + names.pattern() + "/_settings/index.creation_date")
                        .with("expand_wildcards", "open,closed")),
                "list the indexes of " + names.alias());
        Map<String, Long> created = new LinkedHashMap<>();
        indexes.properties()
                .forEach(index -> created.put(
                        index.getKey(),
                        index.getValue()
                                .path("settings")
                                .path("index")
                                .path("creation_date")
                                .asLong(Long.MAX_VALUE)));
        return created;
    }

    private Set<String> served() {
        Answer answer = ask(Call.of("GET", "/_alias/" + names.alias()));
        Set<String> served = new HashSet<>();
        if (!answer.notFound()) {
            good(answer, "read the alias " + names.alias()).fieldNames().forEachRemaining(served::add);
        }
        return served;
    }

    @Override
    public @Nullable String published() {
        return served().stream().map(names::generation).findFirst().orElse(null);
    }

    @Override
    public long size(String generation) {
        String index = names.index(generation);
        Answer refreshed = ask(Call.of("POST", "/" + index + "/_refresh"));
        if (refreshed.notFound()) {
            return 0;
        }
        good(refreshed, "refresh " + index);
        return good(ask(Call.of("GET", "/" + index + "/_count")), "count " + index)
                .path("count")
                .asLong();
    }

    /** An answer, good or not; what may pass is tried again within the total time. */
    private Answer ask(Call call) {
        Backoff backoff = new Backoff(settings.retries(), settings.retryTime());
        while (true) {
            String problem;
            try {
                Answer answer = connection.call(call, settings.requestTimeout());
                if (!Answer.passes(answer.status())) {
                    return answer;
                }
                problem = "it answered " + answer.reason();
            } catch (EngineFailure e) {
                problem = String.valueOf(e.getMessage());
                if (!e.passes()) {
                    throw new AdcioException("OpenSearch failed at " + settings.urls() + ": " + problem, e);
                }
            }
            if (!backoff.pause()) {
                throw new AdcioException("OpenSearch failed at " + settings.urls() + ": " + problem);
            }
        }
    }

    private static JsonNode good(Answer answer, String what) {
        if (answer.ok()) {
            return answer.body();
        }
        String remedy = switch (answer.status()) {
            case 401, 403 -> "; check user, password and what they may do";
            case 404 -> "; begin the generation first";
            default -> "";
        };
        throw new AdcioException("OpenSearch could not " + what + ": " + answer.reason() + remedy);
    }

    @Override
    public void close() {
        connection.close();
    }
}
