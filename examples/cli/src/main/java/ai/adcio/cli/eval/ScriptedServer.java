package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that says the same to everybody, whatever is asked: one part of its script for each part that it reads, and
 * then it hangs up.
 */
final class ScriptedServer implements AutoCloseable {
    private static final int LINGER_MILLIS = 2_000;

    private final ServerSocket socket;
    private final List<byte[]> script;

    /** Listens on a free port of this machine. */
    ScriptedServer(List<byte[]> script) {
        this.script = List.copyOf(script);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AdcioException("cannot listen on a port of this machine: " + OneLine.of(e), e);
        }
        Thread.ofPlatform().name("adcio-scripted-server").daemon().start(this::accept);
    }

    /** HOST:PORT. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            Socket client = accepted();
            if (client != null) {
                Thread.startVirtualThread(() -> serve(client));
            }
        }
    }

    /** The next client, or null when this was closed or the client was gone before it was let in. */
    private @Nullable Socket accepted() {
        try {
            return socket.accept();
        } catch (IOException e) {
            return null;
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(LINGER_MILLIS);
            InputStream in = client.getInputStream();
            byte[] read = new byte[1 << 16];
            for (byte[] part : script) {
                if (in.read(read) < 0) {
                    return;
                }
                client.getOutputStream().write(part);
                client.getOutputStream().flush();
            }
            client.shutdownOutput();
            // What was not read would make the hanging up a reset, which overtakes the answer.
            int more = in.read(read);
            while (more >= 0) {
                more = in.read(read);
            }
        } catch (IOException e) {
            // The client hung up first, which is its right.
            return;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AdcioException("cannot close a port: " + OneLine.of(e), e);
        }
    }
}
