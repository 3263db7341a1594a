package ai.adcio.cli.eval;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What servers say that have gone mad, or that are not who they are taken for. */
final class WrongBytes {
    private static final int SEED = 503;

    private WrongBytes() {}

    /** Bytes of no protocol; the same at every run. */
    static List<byte[]> garbage() {
        byte[] bytes = new byte[2_048];
        new Random(SEED).nextBytes(bytes);
        return List.of(bytes);
    }

    /** A whole answer over HTTP whose JSON ends in the middle. */
    static List<byte[]> halfJson() {
        return http(
                "200 OK", "application/json", "{\"took\":3,\"timed_out\":false,\"hits\":{\"total\":{\"value\":7},\"hi");
    }

    /** An answer that is meant for people, as a proxy gives that wants a login. */
    static List<byte[]> page() {
        return http("200 OK", "text/html", "<!doctype html><title>Sign in</title><p>Sign in to go on.</p>");
    }

    /** An answer with a bad status. */
    static List<byte[]> status(int code) {
        String reason = code == 429 ? "429 Too Many Requests" : code + " Service Unavailable";
        return http(
                reason,
                "application/json",
                "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"busy\"},\"status\":" + code
                        + "}");
    }

    private static List<byte[]> http(String status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        return List.of((head + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The settings that open HTTP/2, and half of a frame of headers. */
    static List<byte[]> halfGrpc() {
        return List.of(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 64, 1, 4, 0, 0, 0, 1, (byte) 0x88, 0x5f});
    }

    /** PostgreSQL without TLS that lets everybody in, and then half of a description of rows. */
    static List<byte[]> halfPostgres() {
        byte[] welcome = {
            'R', 0, 0, 0, 8, 0, 0, 0, 0, 'S', 0, 0, 0, 22, 's', 'e', 'r', 'v', 'e', 'r', '_', 'v', 'e', 'r', 's', 'i',
            'o', 'n', 0, '1', '5', 0, 'S', 0, 0, 0, 25, 'c', 'l', 'i', 'e', 'n', 't', '_', 'e', 'n', 'c', 'o', 'd', 'i',
            'n', 'g', 0, 'U', 'T', 'F', '8', 0, 'Z', 0, 0, 0, 5, 'I'
        };
        byte[] half = {'T', 0, 0, 2, 0, 0, 3, 'i', 'd'};
        return List.of(new byte[] {'N'}, welcome, half);
    }
}
