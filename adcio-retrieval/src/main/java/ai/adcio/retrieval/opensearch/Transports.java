package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the client's transport: addresses, TLS, log-in, timeouts. */
final class Transports {
    private static final Logger LOG = LoggerFactory.getLogger(Transports.class);
    private static final int CONNECTIONS = 64;

    private Transports() {}

    /**
     * Opens a transport.
     *
     * @param watch sees every exchange before it goes out
     */
    static OpenSearchTransport open(OpenSearchSettings settings, AsyncExecChainHandler watch) {
        HttpHost[] hosts = settings.urls().stream()
                .map(url -> new HttpHost(
                        url.getScheme(), url.getHost(), url.getPort() < 0 ? port(url.getScheme()) : url.getPort()))
                .toArray(HttpHost[]::new);
        PoolingAsyncClientConnectionManager connections = connections(settings);
        Timeout response = Timeout.of(settings.requestTimeout());
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JacksonJsonpMapper())
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(response).setConnectionRequestTimeout(response))
                .setHttpClientConfigCallback(
                        http -> client(http, settings, watch).setConnectionManager(connections));
        String path = settings.urls().getFirst().getPath();
        if (!path.isEmpty() && !path.equals("/")) {
            builder.setPathPrefix(path);
        }
        return builder.build();
    }

    private static int port(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static HttpAsyncClientBuilder client(
            HttpAsyncClientBuilder http, OpenSearchSettings settings, AsyncExecChainHandler watch) {
        // A redirect would take the log-in to another host.
        http.disableRedirectHandling().disableCookieManagement().disableAutomaticRetries();
        http.addExecInterceptorFirst("watch", watch);
        String user = settings.user();
        Supplier<String> password = settings.password();
        if (user != null && password != null) {
            http.addRequestInterceptorLast((request, entity, context) ->
                    request.setHeader(HttpHeaders.AUTHORIZATION, basic(user, password.get())));
        }
        return http;
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static PoolingAsyncClientConnectionManager connections(OpenSearchSettings settings) {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        // Both said outright: httpclient5 5.6.1 leaves the host's name unchecked when either is left to it.
        tls.setHostVerificationPolicy(HostnameVerificationPolicy.BOTH);
        tls.setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier());
        SSLContext context = settings.tls();
        if (settings.insecure()) {
            LOG.warn("certificates of {} are not checked; for tests only", settings.urls());
            tls.setSslContext(trusting()).setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
            tls.setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        } else if (context != null) {
            tls.setSslContext(context);
        }
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls.buildAsync())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS * settings.urls().size())
                .build();
    }

    private static SSLContext trusting() {
        try {
            return SSLContextBuilder.create()
                    .loadTrustMaterial(null, (chain, type) -> true)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new AdcioException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }
}
