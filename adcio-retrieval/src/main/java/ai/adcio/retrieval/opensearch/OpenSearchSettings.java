package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.internal.ThisMachine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a shop's catalogue lives in OpenSearch and how it is reached. Several shops share one cluster, each under a name
 * of its own. Immutable and thread safe as far as the suppliers are; never tells a secret.
 */
public final class OpenSearchSettings {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]{0,59}");
    private static final int MOST_HITS_AT_ONCE = 10_000;

    private final List<URI> urls;
    private final String prefix;
    private final String shop;
    private final @Nullable String user;
    private final @Nullable Supplier<String> password;
    private final @Nullable SSLContext tls;
    private final boolean insecure;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final int bulkDocuments;
    private final int bulkBytes;
    private final int bulksAtOnce;
    private final int retries;
    private final Duration retryTime;
    private final int shards;
    private final int replicas;
    private final int replicasWhileLoading;
    private final Duration refreshInterval;
    private final int pageSize;

    private OpenSearchSettings(Builder builder) {
        this.urls = builder.urls;
        this.prefix = builder.prefix;
        this.shop = builder.shop;
        this.user = builder.user;
        this.password = builder.password;
        this.tls = builder.tls;
        this.insecure = builder.insecure;
        this.connectTimeout = builder.connectTimeout;
        this.requestTimeout = builder.requestTimeout;
        this.bulkDocuments = builder.bulkDocuments;
        this.bulkBytes = builder.bulkBytes;
        this.bulksAtOnce = builder.bulksAtOnce;
        this.retries = builder.retries;
        this.retryTime = builder.retryTime;
        this.shards = builder.shards;
        this.replicas = builder.replicas;
        this.replicasWhileLoading = builder.replicasWhileLoading;
        this.refreshInterval = builder.refreshInterval;
        this.pageSize = builder.pageSize;
    }

    /**
     * Starts settings.
     *
     * @param url the address of a node or of what stands before the cluster, such as {@code https://search:9200}
     * @param shop the shop's name: lower-case letters, digits and underscores, at most 60, no underscore first
     */
    public static Builder builder(String url, String shop) {
        return builder(List.of(url), shop);
    }

    /**
     * Starts settings for a cluster that is reached by several addresses; a node that does not answer is passed over.
     *
     * @param urls one or more, all of one scheme and path
     * @param shop the shop's name: lower-case letters, digits and underscores, at most 60, no underscore first
     */
    public static Builder builder(List<String> urls, String shop) {
        return new Builder(urls, shop);
    }

    List<URI> urls() {
        return urls;
    }

    IndexNames names() {
        return new IndexNames(prefix, shop);
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    Supplier<String> password() {
        return password;
    }

    @Nullable
    SSLContext tls() {
        return tls;
    }

    boolean insecure() {
        return insecure;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    int bulkDocuments() {
        return bulkDocuments;
    }

    int bulkBytes() {
        return bulkBytes;
    }

    int bulksAtOnce() {
        return bulksAtOnce;
    }

    int retries() {
        return retries;
    }

    Duration retryTime() {
        return retryTime;
    }

    int shards() {
        return shards;
    }

    int replicas() {
        return replicas;
    }

    int replicasWhileLoading() {
        return replicasWhileLoading;
    }

    Duration refreshInterval() {
        return refreshInterval;
    }

    int pageSize() {
        return pageSize;
    }

    /** The addresses and the names, without user and password. */
    @Override
    public String toString() {
        return "OpenSearchSettings[urls=" + urls + ", prefix=" + prefix + ", shop=" + shop + "]";
    }

    /** Collects settings. Not thread safe. */
    public static final class Builder {
        private final List<URI> urls;
        private final String shop;
        private String prefix = "adcio";
        private @Nullable String user;
        private @Nullable Supplier<String> password;
        private @Nullable SSLContext tls;
        private boolean insecure;
        private Duration connectTimeout = Duration.ofSeconds(2);
        private Duration requestTimeout = Duration.ofSeconds(30);
        private int bulkDocuments = 500;
        private int bulkBytes = 5 * 1024 * 1024;
        private int bulksAtOnce = 2;
        private int retries = 10;
        private Duration retryTime = Duration.ofMinutes(2);
        private int shards = 1;
        private int replicas = 1;
        private int replicasWhileLoading;
        private Duration refreshInterval = Duration.ofSeconds(1);
        private int pageSize = MOST_HITS_AT_ONCE;

        private Builder(List<String> urls, String shop) {
            if (urls.isEmpty()) {
                throw new AdcioException(
                        "no url; give the address of at least one node, such as http://localhost:9200");
            }
            this.urls = urls.stream().map(Builder::address).toList();
            URI first = this.urls.getFirst();
            for (URI url : this.urls) {
                if (!first.getScheme().equals(url.getScheme())
                        || !first.getPath().equals(url.getPath())) {
                    throw new AdcioException(
                            "urls " + first + " and " + url + " differ in scheme or path; give alike ones");
                }
            }
            this.shop = name("shop", shop);
        }

        /** What stands before the names of all indexes, written as shops are; {@code adcio} unless set. */
        public Builder prefix(String name) {
            this.prefix = name("prefix", name);
            return this;
        }

        /**
         * Logs in by HTTP's basic authentication, over TLS only unless the node is on this machine.
         *
         * @param name the user
         * @param secret gives the password, asked at every call, so that a changed one needs no restart
         */
        public Builder login(String name, Supplier<String> secret) {
            this.user = name;
            this.password = secret;
            return this;
        }

        /** Trusts the certificates that this context does, and shows its own; the JDK's default unless set. */
        public Builder tls(SSLContext context) {
            this.tls = context;
            return this;
        }

        /** Trusts any certificate of any host. For tests: it protects from nobody who can come between. */
        public Builder insecureForTests() {
            this.insecure = true;
            return this;
        }

        /** How long to wait for a connection to a node; two seconds unless set. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = positive("connectTimeout", time);
            return this;
        }

        /** How long one call may take; 30 seconds unless set. A search ends at its request's deadline before that. */
        public Builder requestTimeout(Duration time) {
            this.requestTimeout = positive("requestTimeout", time);
            return this;
        }

        /** How many products one bulk request holds at most, 1 to 10,000; 500 unless set. */
        public Builder bulkDocuments(int count) {
            this.bulkDocuments = between("bulkDocuments", count, 1, 10_000);
            return this;
        }

        /** How many bytes one bulk request holds at most, but for a single product that is larger; 5 MB unless set. */
        public Builder bulkBytes(int bytes) {
            this.bulkBytes = between("bulkBytes", bytes, 1_000, 90_000_000);
            return this;
        }

        /** How many bulk requests are under way at once, 1 to 16; two unless set. */
        public Builder bulksAtOnce(int count) {
            this.bulksAtOnce = between("bulksAtOnce", count, 1, 16);
            return this;
        }

        /** How often what the engine had no room for is sent again, 0 to 100; 10 times unless set. */
        public Builder retries(int times) {
            this.retries = between("retries", times, 0, 100);
            return this;
        }

        /** How long one bulk request may take with all repetitions and waits between them; two minutes unless set. */
        public Builder retryTime(Duration time) {
            this.retryTime = positive("retryTime", time);
            return this;
        }

        /** How many shards a new index has, 1 to 1,024; one, which holds some millions of products, unless set. */
        public Builder shards(int count) {
            this.shards = between("shards", count, 1, 1_024);
            return this;
        }

        /** How many copies of each shard there are beside the first once it serves, 0 to 16; one unless set. */
        public Builder replicas(int count) {
            this.replicas = between("replicas", count, 0, 16);
            return this;
        }

        /**
         * How many copies there are beside the first while a generation is written, 0 to 16; none unless set, which is
         * fastest. With none, a node that is lost for good before publishing takes the load with it: begin another
         * generation.
         */
        public Builder replicasWhileLoading(int count) {
            this.replicasWhileLoading = between("replicasWhileLoading", count, 0, 16);
            return this;
        }

        /** How soon single changes show without being asked to; one second unless set. */
        public Builder refreshInterval(Duration time) {
            this.refreshInterval = positive("refreshInterval", time);
            return this;
        }

        /** How many products one answer of the engine holds at most, 1 to 10,000, its own limit, unless set. */
        public Builder pageSize(int count) {
            this.pageSize = between("pageSize", count, 1, MOST_HITS_AT_ONCE);
            return this;
        }

        /**
         * Makes the settings.
         *
         * @throws AdcioException when a login would go over the network in the clear
         */
        public OpenSearchSettings build() {
            if (user != null) {
                for (URI url : urls) {
                    if ("http".equals(url.getScheme()) && !ThisMachine.is(url.getHost())) {
                        throw new AdcioException(
                                "a login for " + url.getHost() + " would be sent in the clear; give an https address");
                    }
                }
            }
            return new OpenSearchSettings(this);
        }

        private static URI address(String url) {
            URI uri;
            try {
                uri = URI.create(url.strip());
            } catch (IllegalArgumentException e) {
                throw new AdcioException("url is not an address; write it like https://search.example:9200");
            }
            // The message leaves the text out: some write a password into an address.
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
                throw new AdcioException("url must be http or https, a host, and perhaps a port and a path, such as"
                        + " https://search.example:9200; user and password go into login(...)");
            }
            return uri;
        }

        private static String name(String what, String name) {
            if (!NAME.matcher(name).matches()) {
                // Hyphens stand between the parts of an index's name, so that no shop's pattern meets another shop.
                throw new AdcioException(what + " is \"" + name + "\"; write up to 60 lower-case letters, digits and"
                        + " underscores, a letter or digit first");
            }
            return name;
        }

        private static int between(String what, int value, int least, int most) {
            if (value < least || value > most) {
                throw new AdcioException(what + " is " + value + "; give " + least + " to " + most);
            }
            return value;
        }

        private static Duration positive(String what, Duration time) {
            if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
                throw new AdcioException(what + " is " + time + "; give a millisecond to a day");
            }
            return time;
        }
    }
}
