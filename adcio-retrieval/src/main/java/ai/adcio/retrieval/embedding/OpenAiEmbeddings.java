package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model behind a server that speaks OpenAI's embeddings protocol, as OpenAI itself, vLLM, Ollama, text-embeddings-inference
 * and many others do. langchain4j's own client would do as well, but for what a shop needs beside: it cannot tell such a
 * server whether a text is a query or a passage, nor keep a turn's deadline.
 */
public final class OpenAiEmbeddings {
    private OpenAiEmbeddings() {}

    /**
     * Starts the settings of a model.
     *
     * @param baseUrl what {@code /embeddings} follows, such as {@code https://api.openai.com/v1}
     * @param model the name by which the server knows it
     */
    public static Builder builder(URI baseUrl, String model) {
        return new Builder(baseUrl, model);
    }

    /** Collects the optional parts. Not thread safe. */
    public static final class Builder {
        private final URI endpoint;
        private final String model;
        private @Nullable Supplier<String> apiKey;
        private boolean inputType;
        private boolean inputTypeIfTaken;
        private String queryPrefix = "";
        private String passagePrefix = "";
        private Set<Language> languages = Set.of();
        private Duration queryTimeout = Duration.ofSeconds(5);
        private Duration batchTimeout = Duration.ofMinutes(2);
        private int batch = 32;

        private Builder(URI baseUrl, String model) {
            String scheme = baseUrl.getScheme();
            if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new AdcioException(
                        "the address of the embedding server has no http or https host; write one such as"
                                + " https://api.openai.com/v1");
            }
            if (baseUrl.getUserInfo() != null || baseUrl.getQuery() != null) {
                throw new AdcioException("the address of the embedding server carries a user name or a query;"
                        + " give a key by apiKey(...) instead");
            }
            if (model.isBlank()) {
                throw new AdcioException(
                        "the name of the embedding model is blank; give the one that the server knows");
            }
            String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
            String folder = path.endsWith("/") ? path : path + "/";
            this.endpoint = URI.create(scheme + "://" + baseUrl.getRawAuthority() + folder + "embeddings");
            this.model = model;
        }

        /** Gives the API key; asked at each call, so that it may be renewed. None by default. */
        public Builder apiKey(Supplier<String> key) {
            this.apiKey = key;
            return this;
        }

        /**
         * Tells the server by {@code input_type} whether a text is a {@code query} or a {@code passage}, where it adds the
         * model's prefixes itself; not sent by default, as some servers refuse fields that they do not know.
         */
        public Builder inputType() {
            this.inputType = true;
            return this;
        }

        /**
         * {@link #inputType}, unless the server answers that it knows no such field: then it is not sent any more. For a
         * server of which nothing is known.
         */
        public Builder inputTypeIfTaken() {
            this.inputType = true;
            this.inputTypeIfTaken = true;
            return this;
        }

        /** What stands before queries and products, where the server adds no prefixes: {@code "query: "}, {@code "passage: "}. */
        public Builder prefixes(String query, String passage) {
            this.queryPrefix = query;
            this.passagePrefix = passage;
            return this;
        }

        /** The languages that the model understands; any by default. The arm abstains on the others. */
        public Builder languages(Language... understood) {
            this.languages = Set.of(understood);
            return this;
        }

        /** How long a query may take where no deadline is shorter: five seconds by default. */
        public Builder queryTimeout(Duration timeout) {
            this.queryTimeout = positive("queryTimeout", timeout);
            return this;
        }

        /** How long a batch of products may take: two minutes by default. */
        public Builder batchTimeout(Duration timeout) {
            this.batchTimeout = positive("batchTimeout", timeout);
            return this;
        }

        /** How many products are sent at once: 32 by default, 1 to 2,048. */
        public Builder batch(int products) {
            if (products < 1 || products > 2_048) {
                throw new AdcioException("batch is " + products + "; give 1 to 2048");
            }
            this.batch = products;
            return this;
        }

        private static Duration positive(String name, Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new AdcioException(name + " is " + timeout + "; give more than zero");
            }
            return timeout;
        }

        /**
         * Makes the settings. Nothing is asked before the first text. The connections are those of one client of
         * {@code java.net.http}, which needs no closing.
         */
        public EmbeddingSettings build() {
            OpenAiEmbeddingClient client = new OpenAiEmbeddingClient(
                    HttpClient.newBuilder().connectTimeout(queryTimeout).build(),
                    endpoint,
                    model,
                    apiKey,
                    inputTypeIfTaken);
            // The same text becomes another vector with another prefix.
            String id = model + (inputType ? "+input_type" : "") + (passagePrefix.isEmpty() ? "" : "+" + passagePrefix);
            return EmbeddingSettings.builder(
                            new OpenAiEmbeddingModel(client, inputType ? "passage" : null, batchTimeout, batch), id)
                    .queryModel(new OpenAiEmbeddingModel(client, inputType ? "query" : null, queryTimeout, batch))
                    .queryPrefix(queryPrefix)
                    .passagePrefix(passagePrefix)
                    .languages(languages.toArray(Language[]::new))
                    .build();
        }
    }
}
