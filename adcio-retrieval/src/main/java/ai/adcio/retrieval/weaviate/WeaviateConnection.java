package ai.adcio.retrieval.weaviate;

import io.weaviate.client6.v1.api.Authentication;
import io.weaviate.client6.v1.api.WeaviateClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client of one cluster, connected when it is first wanted, so that a shop opens while its cluster is down. All who
 * want it wait for the same attempt, each as long as it can; one that failed is made anew for the next. Thread safe.
 */
final class WeaviateConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WeaviateConnection.class);

    private final WeaviateSettings settings;

    // Guarded by this.
    private @Nullable CompletableFuture<WeaviateClient> attempt;
    private boolean closed;

    WeaviateConnection(WeaviateSettings settings) {
        this.settings = settings;
    }

    /**
     * The connected client.
     *
     * @throws WeaviateFailure when it is not there in time
     */
    WeaviateClient client(Duration wait) {
        CompletableFuture<WeaviateClient> connecting = connecting();
        try {
            return connecting.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WeaviateFailure("Weaviate at " + settings.address() + " could not be reached in time", true);
        } catch (ExecutionException e) {
            forget(connecting);
            throw WeaviateFailure.of(e.getCause() == null ? e : e.getCause(), settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeaviateFailure("the wait for Weaviate was interrupted", true);
        }
    }

    private synchronized CompletableFuture<WeaviateClient> connecting() {
        if (closed) {
            throw new WeaviateFailure("the connection to Weaviate is closed", false);
        }
        CompletableFuture<WeaviateClient> current = attempt;
        if (current == null) {
            CompletableFuture<WeaviateClient> next = new CompletableFuture<>();
            // The client's constructor asks the server, and waits for a connection longer than a shopper would.
            Thread.ofVirtual().name("adcio-weaviate-connect").start(() -> connect(next));
            attempt = next;
            return next;
        }
        return current;
    }

    private void connect(CompletableFuture<WeaviateClient> target) {
        try {
            WeaviateClient client = open();
            if (!target.complete(client)) {
                close(client);
            }
        } catch (Exception | LinkageError e) {
            target.completeExceptionally(e);
        }
    }

    private WeaviateClient open() {
        String key = settings.apiKey();
        TrustManagerFactory tls = settings.tls();
        return WeaviateClient.connectToCustom(config -> {
            config.scheme(settings.secure() ? "https" : "http")
                    .httpHost(settings.host())
                    .httpPort(settings.port())
                    .grpcHost(settings.grpcHost())
                    .grpcPort(settings.grpcPort())
                    // Whole seconds are all that the client takes; what is finer is kept by each call's own deadline.
                    .timeout(
                            seconds(settings.connectTimeout()),
                            seconds(settings.searchTimeout()),
                            seconds(settings.writeTimeout()));
            if (key != null && !key.isBlank()) {
                config.authentication(Authentication.apiKey(key));
            }
            if (tls != null) {
                config.trustManagerFactory(tls);
            }
            return config;
        });
    }

    private static int seconds(Duration timeout) {
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(1, timeout.plusMillis(999).toSeconds()));
    }

    /**
     * Connects anew next time: with the key as it is then, and at once, where a channel that was lost waits up to two
     * minutes between its attempts.
     */
    void renew() {
        CompletableFuture<WeaviateClient> current;
        synchronized (this) {
            current = attempt;
        }
        if (current != null && current.isDone()) {
            forget(current);
        }
    }

    private void forget(CompletableFuture<WeaviateClient> given) {
        synchronized (this) {
            if (attempt != given) {
                return;
            }
            attempt = null;
        }
        drop(given);
    }

    @Override
    public void close() {
        CompletableFuture<WeaviateClient> last;
        synchronized (this) {
            closed = true;
            last = attempt;
            attempt = null;
        }
        if (last != null) {
            drop(last);
        }
    }

    /** Closes what came of an attempt; one that is under way sees that nobody wants it, and closes it itself. */
    private static void drop(CompletableFuture<WeaviateClient> given) {
        if (!given.cancel(false) && !given.isCompletedExceptionally()) {
            close(given.join());
        }
    }

    private static void close(WeaviateClient client) {
        try {
            client.close();
        } catch (Exception e) {
            LOG.debug("could not close a connection to Weaviate", e);
        }
    }
}
