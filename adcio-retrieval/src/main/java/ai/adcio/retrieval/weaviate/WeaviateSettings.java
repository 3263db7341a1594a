package ai.adcio.retrieval.weaviate;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.internal.ThisMachine;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a Weaviate cluster is and how a shop lives in it. Immutable and thread safe. {@link #toString()} tells nothing
 * secret.
 */
public final class WeaviateSettings {
    private static final Pattern SHOP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern VECTOR_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int PLAIN_PORT = 8080;
    private static final int PLAIN_GRPC_PORT = 50_051;
    private static final int TLS_PORT = 443;

    private final boolean secure;
    private final String host;
    private final int port;
    private final String grpcHost;
    private final int grpcPort;
    private final @Nullable Supplier<String> apiKey;
    private final @Nullable TrustManagerFactory tls;
    private final String shop;
    private final boolean sharedCollection;
    private final String vectorName;
    private final @Nullable Double hybridAlpha;
    private final int shards;
    private final int replicas;
    private final Duration connectTimeout;
    private final Duration searchTimeout;
    private final Duration writeTimeout;

    private WeaviateSettings(Builder builder) {
        this.secure = builder.secure;
        this.host = builder.host;
        this.port = builder.port;
        this.grpcHost = builder.grpcHost;
        this.grpcPort = builder.grpcPort;
        this.apiKey = builder.apiKey;
        this.tls = builder.tls;
        this.shop = builder.shop;
        this.sharedCollection = builder.sharedCollection;
        this.vectorName = builder.vectorName;
        this.hybridAlpha = builder.hybridAlpha;
        this.shards = builder.shards;
        this.replicas = builder.replicas;
        this.connectTimeout = builder.connectTimeout;
        this.searchTimeout = builder.searchTimeout;
        this.writeTimeout = builder.writeTimeout;
    }

    /**
     * Starts the settings of a cluster.
     *
     * @param url its HTTP address, {@code http} or {@code https}, such as {@code http://localhost:8080}; without a port
     *     it is 8080, or 443 with TLS
     * @throws AdcioException when it is no such address, or carries a user name
     */
    public static Builder builder(URI url) {
        return new Builder(url);
    }

    boolean secure() {
        return secure;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String grpcHost() {
        return grpcHost;
    }

    int grpcPort() {
        return grpcPort;
    }

    /** The key as it is now, or null when the cluster asks for none. */
    @Nullable
    String apiKey() {
        return apiKey == null ? null : apiKey.get();
    }

    @Nullable
    TrustManagerFactory tls() {
        return tls;
    }

    /** The name of the shop. */
    public String shop() {
        return shop;
    }

    boolean sharedCollection() {
        return sharedCollection;
    }

    String vectorName() {
        return vectorName;
    }

    @Nullable
    Double hybridAlpha() {
        return hybridAlpha;
    }

    int shards() {
        return shards;
    }

    int replicas() {
        return replicas;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration searchTimeout() {
        return searchTimeout;
    }

    Duration writeTimeout() {
        return writeTimeout;
    }

    /** The address, for messages. */
    String address() {
        return (secure ? "https://" : "http://") + host + ":" + port;
    }

    @Override
    public String toString() {
        return "WeaviateSettings[" + address() + ", gRPC " + grpcHost + ":" + grpcPort + ", shop " + shop + "]";
    }

    /** Collects the optional parts. Not thread safe. */
    public static final class Builder {
        private final boolean secure;
        private final String host;
        private final int port;
        private String grpcHost;
        private int grpcPort;
        private @Nullable Supplier<String> apiKey;
        private @Nullable TrustManagerFactory tls;
        private String shop = "shop";
        private boolean sharedCollection;
        private String vectorName = "default";
        private @Nullable Double hybridAlpha;
        private int shards;
        private int replicas;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration searchTimeout = Duration.ofSeconds(30);
        private Duration writeTimeout = Duration.ofSeconds(60);

        private Builder(URI url) {
            String scheme = url.getScheme();
            String named = url.getHost();
            if (named == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new AdcioException("the address of Weaviate has no http or https host; write one such as"
                        + " http://localhost:8080");
            }
            if (url.getUserInfo() != null) {
                throw new AdcioException(
                        "the address of Weaviate carries a user name; give a key by apiKey(...) instead");
            }
            this.secure = "https".equals(scheme);
            this.host = named;
            this.port = url.getPort() >= 0 ? url.getPort() : secure ? TLS_PORT : PLAIN_PORT;
            this.grpcHost = named;
            this.grpcPort = secure ? TLS_PORT : PLAIN_GRPC_PORT;
        }

        /** Where searches and batches go; by default the same host on port 50051, or 443 with TLS. */
        public Builder grpc(String grpcHostName, int grpcPortNumber) {
            if (grpcHostName.isBlank() || grpcPortNumber < 1 || grpcPortNumber > 65_535) {
                throw new AdcioException("the gRPC address is \"" + grpcHostName + "\", port " + grpcPortNumber
                        + "; give a host and a port of 1 to 65535");
            }
            this.grpcHost = grpcHostName;
            this.grpcPort = grpcPortNumber;
            return this;
        }

        /**
         * Gives the API key, over TLS only unless the server is on this machine; asked at each connection, so that it may
         * be renewed. None by default.
         */
        public Builder apiKey(Supplier<String> key) {
            this.apiKey = key;
            return this;
        }

        /** Trusts the certificates that these managers do, over HTTP and gRPC; those of the JDK's authorities by default. */
        public Builder tls(TrustManagerFactory initialized) {
            this.tls = initialized;
            return this;
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
         * Keeps many shops in one collection, a tenant for each, instead of a collection for each: for hundreds of small
         * shops, as a collection costs a cluster memory even when nobody visits. A tenant is one shard, so that a shop
         * which outgrows a machine needs its own collection. All shops of one cluster that share must use one model.
         */
        public Builder sharedCollection() {
            this.sharedCollection = true;
            return this;
        }

        /** The name of the vector, {@code default} unless set, where the collection is to hold vectors of others too. */
        public Builder vectorName(String name) {
            if (!VECTOR_NAME.matcher(name).matches()) {
                throw new AdcioException(
                        "vectorName is \"" + name + "\"; use a letter, then letters, digits and underscores");
            }
            this.vectorName = name;
            return this;
        }

        /**
         * Lets Weaviate fuse its own word search with the vectors: 0 is words alone, 1 vectors alone. Vectors alone by
         * default, as the clerk's keyword arm and fusion do better by the shop's language.
         */
        public Builder hybrid(double alpha) {
            if (!(alpha >= 0 && alpha <= 1)) {
                throw new AdcioException("hybrid is " + alpha + "; give 0 to 1");
            }
            this.hybridAlpha = alpha;
            return this;
        }

        /** Into how many shards a new generation is cut; one for each node by default. Not for shared collections. */
        public Builder shards(int count) {
            this.shards = atLeastOne("shards", count);
            return this;
        }

        /** How many copies of a shard there are; what the cluster is set to by default. */
        public Builder replicas(int count) {
            this.replicas = atLeastOne("replicas", count);
            return this;
        }

        /** How long a connection may take to come up: five seconds by default. A search never waits longer than its deadline. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = positive("connectTimeout", timeout);
            return this;
        }

        /** How long a search without a deadline may take: 30 seconds by default. */
        public Builder searchTimeout(Duration timeout) {
            this.searchTimeout = positive("searchTimeout", timeout);
            return this;
        }

        /** How long one batch, or one change of the schema, may take: a minute by default. */
        public Builder writeTimeout(Duration timeout) {
            this.writeTimeout = positive("writeTimeout", timeout);
            return this;
        }

        /**
         * Makes the settings.
         *
         * @throws AdcioException when an API key would go over the network in the clear
         */
        public WeaviateSettings build() {
            if (apiKey != null && !secure) {
                for (String to : new String[] {host, grpcHost}) {
                    if (!ThisMachine.is(to)) {
                        throw new AdcioException(
                                "an API key for " + to + " would be sent in the clear; give an https address");
                    }
                }
            }
            return new WeaviateSettings(this);
        }

        private static int atLeastOne(String name, int count) {
            if (count < 1) {
                throw new AdcioException(name + " is " + count + "; give one or more");
            }
            return count;
        }

        private static Duration positive(String name, Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new AdcioException(name + " is " + timeout + "; give more than zero");
            }
            return timeout;
        }
    }
}
