package ai.adcio.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS on loopback and passes what it hears on to a server that does not. Thread safe. */
public final class TlsProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong heard = new AtomicLong();

    /**
     * Starts to listen.
     *
     * @param certificate what it shows
     * @param host that of the server behind it
     * @param port that of the server behind it
     * @param protocols what it agrees to speak inside, as {@code h2}; none where the client need not ask
     */
    public TlsProxy(TestCertificate certificate, String host, int port, String... protocols) {
        this.host = host;
        this.port = port;
        try {
            SSLServerSocket socket = (SSLServerSocket) certificate
                    .showing()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(protocols);
            socket.setSSLParameters(parameters);
            this.server = socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many bytes clients have said inside TLS. */
    public long heard() {
        return heard.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, which ends the loop.
            }
        }
    }

    private void serve(Socket client) {
        // The handshake comes with the first read, so that nobody behind is called where it fails.
        try (client) {
            byte[] first = new byte[8_192];
            int length = client.getInputStream().read(first);
            if (length < 0) {
                return;
            }
            heard.addAndGet(length);
            try (Socket behind = new Socket(host, port)) {
                open.add(behind);
                behind.getOutputStream().write(first, 0, length);
                Thread back = Thread.ofVirtual().start(() -> pass(behind, client, new AtomicLong()));
                pass(client, behind, heard);
                back.join();
            }
        } catch (IOException e) {
            // Refused by one side; the client sees it too.
            open.remove(client);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong count) {
        byte[] some = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                count.addAndGet(length);
                out.write(some, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // One side hung up; closing tells the other.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
