package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to measure: the arguments, and the log-ins of the environment, which never show.
 *
 * @param catalog the feed
 * @param queries the queries, or null for those of the data folder
 * @param products how many products a filling writes, one or more
 * @param rounds how often everything is asked on one thread, one or more
 * @param fillings how often the products are written, one or more
 */
record EngineAddresses(
        Path catalog,
        Path queries,
        int products,
        int rounds,
        int fillings,
        @Nullable URI openSearch,
        @Nullable URI weaviate,
        String weaviateGrpc,
        @Nullable String jdbc,
        Map<String, String> environment) {
    private static final String USAGE = """
            usage: [--opensearch URL] [--weaviate URL [--weaviate-grpc HOST:PORT]] [--jdbc URL], one or more;
            [--catalog FILE --queries FILE], else amazon-esci of the folder that ADCIO_DATA names;
            [--products COUNT] [--rounds COUNT] [--fillings COUNT]""";

    EngineAddresses {
        environment = Map.copyOf(environment);
    }

    static EngineAddresses of(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || !arguments[i].startsWith("--")) {
                throw new AdcioException("\"" + arguments[i] + "\" has no value; " + USAGE);
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        String data = environment.get("ADCIO_DATA");
        Path folder = data == null || data.isBlank() ? null : Path.of(data);
        EngineAddresses made = new EngineAddresses(
                file(given.remove("catalog"), folder, "catalogs/amazon-esci.jsonl.gz"),
                file(given.remove("queries"), folder, "retrieval/amazon-esci.queries.tsv"),
                count(given, "products", 2_000),
                count(given, "rounds", 20),
                count(given, "fillings", 6),
                address(given.remove("opensearch")),
                address(given.remove("weaviate")),
                given.containsKey("weaviate-grpc") ? given.remove("weaviate-grpc") : "",
                given.remove("jdbc"),
                environment);
        if (!given.isEmpty()) {
            throw new AdcioException("--" + given.keySet().iterator().next() + " is unknown; " + USAGE);
        }
        if (made.openSearch == null && made.weaviate == null && made.jdbc == null) {
            throw new AdcioException("no engine is named; " + USAGE);
        }
        return made;
    }

    private static @Nullable URI address(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    private static Path file(@Nullable String given, @Nullable Path folder, String otherwise) {
        if (given != null) {
            return Path.of(given);
        }
        if (folder == null) {
            throw new AdcioException("ADCIO_DATA is not set; name a catalogue and queries, " + USAGE);
        }
        return folder.resolve(otherwise);
    }

    private static int count(Map<String, String> given, String name, int otherwise) {
        String text = given.remove(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new AdcioException("--" + name + " is " + text + "; write a number from 1");
        }
        return Integer.parseInt(text);
    }

    /** OpenSearch's user, or null without log-in. */
    @Nullable
    String openSearchUser() {
        return environment.get("ADCIO_OPENSEARCH_USER");
    }

    String openSearchPassword() {
        return environment.getOrDefault("ADCIO_OPENSEARCH_PASSWORD", "");
    }

    /** Weaviate's key, or null without one. */
    @Nullable
    String weaviateKey() {
        return environment.get("ADCIO_WEAVIATE_KEY");
    }

    @Nullable
    String jdbcUser() {
        return environment.get("ADCIO_JDBC_USER");
    }

    @Nullable
    String jdbcPassword() {
        return environment.get("ADCIO_JDBC_PASSWORD");
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "EngineAddresses[" + catalog + ", " + openSearch + ", " + weaviate + "]";
    }
}
