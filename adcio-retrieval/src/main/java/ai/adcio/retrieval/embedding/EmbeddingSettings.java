package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Product;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model with what must be known to use it well. Immutable; as thread safe as the model is, which must be
 * so.
 */
public final class EmbeddingSettings {
    // A model reads about 500 tokens at once; a need is a dozen words.
    private static final int LONGEST_QUERY = 2_000;

    private final EmbeddingModel model;
    private final String modelId;
    private final EmbeddingModel queryModel;
    private final String queryPrefix;
    private final String passagePrefix;
    private final Set<Language> languages;
    private final boolean remote;
    private final Function<Product, String> text;

    private EmbeddingSettings(Builder builder) {
        this.model = builder.model;
        this.modelId = builder.modelId;
        this.queryModel = builder.queryModel == null ? builder.model : builder.queryModel;
        this.queryPrefix = builder.queryPrefix;
        this.passagePrefix = builder.passagePrefix;
        this.languages = builder.languages;
        this.remote = builder.remote || queryModel instanceof RemoteEmbeddingModel;
        int description = builder.descriptionCharacters;
        Function<Product, String> own = builder.text;
        this.text = own != null ? own : product -> ProductText.of(product, description);
    }

    /**
     * Starts the settings of a model.
     *
     * @param model any langchain4j model; it is called by several threads at once
     * @param modelId names model and version; cached embeddings are found by it, so that it must change when the model
     *     does
     */
    public static Builder builder(EmbeddingModel model, String modelId) {
        return new Builder(model, modelId);
    }

    /** The model that embeds products. */
    public EmbeddingModel model() {
        return model;
    }

    /** The model that embeds what shoppers say; the same one unless set. */
    public EmbeddingModel queryModel() {
        return queryModel;
    }

    /** Whether embedding a query waits for a network; an arm with such a model is a remote one. */
    public boolean remote() {
        return remote;
    }

    /** The name of model and version. */
    public String modelId() {
        return modelId;
    }

    /** The languages that the model understands; empty for any. */
    public Set<Language> languages() {
        return languages;
    }

    /** What the model reads for a product. */
    public String passage(Product product) {
        return passagePrefix + text.apply(product);
    }

    /** What the model reads for a shopper's words. */
    public String query(String words) {
        String read = words.length() <= LONGEST_QUERY ? words : words.substring(0, LONGEST_QUERY);
        return queryPrefix + read;
    }

    /** Collects the optional parts. Not thread safe. */
    public static final class Builder {
        // 300 characters of description were worth 0.02 nDCG@10 on electronics, whose titles are lists of numbers.
        private static final int DEFAULT_DESCRIPTION = 300;
        private static final int MOST_DESCRIPTION = 8_000;

        private final EmbeddingModel model;
        private final String modelId;
        private @Nullable EmbeddingModel queryModel;
        private String queryPrefix = "";
        private String passagePrefix = "";
        private Set<Language> languages = Set.of();
        private boolean remote;
        private int descriptionCharacters = DEFAULT_DESCRIPTION;
        private @Nullable Function<Product, String> text;

        private Builder(EmbeddingModel model, String modelId) {
            if (modelId.isBlank()) {
                throw new AdcioException("modelId is blank; name the model and its version");
            }
            this.model = model;
            this.modelId = modelId;
        }

        /** What embeds queries, where a model is told by a setting of its own and not by a prefix what it embeds. */
        public Builder queryModel(EmbeddingModel queries) {
            this.queryModel = queries;
            return this;
        }

        /** Says that the model is asked over a network, so that its arm waits on a thread that no other arm needs. */
        public Builder remote() {
            this.remote = true;
            return this;
        }

        /** What stands before a query, as some models want: {@code "query: "} for e5. Neither langchain4j nor its models add it. */
        public Builder queryPrefix(String prefix) {
            this.queryPrefix = prefix;
            return this;
        }

        /** What stands before a product's text: {@code "passage: "} for e5. */
        public Builder passagePrefix(String prefix) {
            this.passagePrefix = prefix;
            return this;
        }

        /** The languages that the model understands; any by default. The arm abstains on the others. */
        public Builder languages(Language... understood) {
            this.languages = Set.of(understood);
            return this;
        }

        /** How many characters of a description the model reads: 300 by default, 0 to 8,000. */
        public Builder descriptionCharacters(int characters) {
            if (characters < 0 || characters > MOST_DESCRIPTION) {
                throw new AdcioException("descriptionCharacters is " + characters + "; give 0 to " + MOST_DESCRIPTION);
            }
            this.descriptionCharacters = characters;
            return this;
        }

        /**
         * What the model reads of a product, without the prefix; by default title, brand, kind, colour and the beginning
         * of the description. A pure function; thread safe.
         */
        public Builder text(Function<Product, String> template) {
            this.text = template;
            return this;
        }

        /** Makes the settings. */
        public EmbeddingSettings build() {
            return new EmbeddingSettings(this);
        }
    }
}
