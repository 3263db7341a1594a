package ai.adcio.retrieval.store;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A langchain4j embedding store with what must be known to keep a shop in it; the arm and its sink take the same. Immutable;
 * as thread safe as store and model are, which must be so.
 */
public final class EmbeddingStoreSettings {
    private static final Pattern SHOP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final EmbeddingStore<TextSegment> store;
    private final EmbeddingSettings model;
    private final String shop;
    private final Set<String> attributes;
    private final int mostCandidates;
    private final Duration timeout;
    private final boolean remote;

    private EmbeddingStoreSettings(Builder builder) {
        this.store = builder.store;
        this.model = builder.model;
        this.shop = builder.shop;
        this.attributes = builder.attributes;
        this.mostCandidates = builder.mostCandidates;
        this.timeout = builder.timeout;
        this.remote = builder.remote;
    }

    /**
     * Starts the settings of a store.
     *
     * @param store must be as wide as the model's vectors, compare them by cosine and take UUIDs for ids; closing it stays
     *     the caller's
     * @param model embeds products and queries
     */
    public static Builder builder(EmbeddingStore<TextSegment> store, EmbeddingSettings model) {
        return new Builder(store, model);
    }

    EmbeddingStore<TextSegment> store() {
        return store;
    }

    EmbeddingSettings model() {
        return model;
    }

    /** The name of the shop. */
    public String shop() {
        return shop;
    }

    Set<String> attributes() {
        return attributes;
    }

    int mostCandidates() {
        return mostCandidates;
    }

    Duration timeout() {
        return timeout;
    }

    boolean remote() {
        return remote || model.remote();
    }

    /** Collects the optional parts. Not thread safe. */
    public static final class Builder {
        private final EmbeddingStore<TextSegment> store;
        private final EmbeddingSettings model;
        private String shop = "shop";
        private Set<String> attributes = Set.of();
        private int mostCandidates = 10_000;
        private Duration timeout = Duration.ofSeconds(30);
        private boolean remote = true;

        private Builder(EmbeddingStore<TextSegment> store, EmbeddingSettings model) {
            this.store = store;
            this.model = model;
        }

        /** The shop, {@code shop} by default: lower-case letters, digits and hyphens, at most 40 characters. */
        public Builder shop(String name) {
            if (!SHOP.matcher(name).matches()) {
                throw new AdcioException("shop is \"" + name
                        + "\"; use lower-case letters, digits and hyphens, at most 40, and no hyphen first");
            }
            this.shop = name;
            return this;
        }

        /**
         * Attributes whose whole values the store is to filter by, as {@code color}; none by default. Each becomes up to
         * six metadata keys. Constraints on others are held against the records, for which more candidates are asked for.
         */
        public Builder attributes(String... names) {
            this.attributes = Set.of(names);
            return this;
        }

        /** How many candidates the store is asked for at most: 10,000 by default, which is the most that many stores give. */
        public Builder mostCandidates(int candidates) {
            if (candidates < 1) {
                throw new AdcioException("mostCandidates is " + candidates + "; give one or more");
            }
            this.mostCandidates = candidates;
            return this;
        }

        /** How long a call may take where no deadline is shorter: 30 seconds by default. */
        public Builder timeout(Duration longest) {
            if (longest.isNegative() || longest.isZero()) {
                throw new AdcioException("timeout is " + longest + "; give more than zero");
            }
            this.timeout = longest;
            return this;
        }

        /** Says that the store lives in this process, so that its searches take a processor and not a network. */
        public Builder inProcess() {
            this.remote = false;
            return this;
        }

        /** Makes the settings. */
        public EmbeddingStoreSettings build() {
            return new EmbeddingStoreSettings(this);
        }
    }
}
