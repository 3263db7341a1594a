import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.http.HttpServerTransport;

/**
 * OpenSearch nodes in a JVM of their own, for the tests; compiled and started by OpenSearchNodes. Arguments: the data
 * folder, how many nodes, whether they have the Korean analyser. Says {@code READY} and the addresses, then obeys the
 * lines that it reads: {@code stop} and a number stops that node; the end of the input stops everything.
 */
public final class Node {
    private Node() {}

    public static void main(String[] args) throws Exception {
        // Nodes take the standard output for their logs, and a second one closes it.
        PrintStream out = System.err;
        int count = Integer.parseInt(args[1]);
        int[] ports = freePorts(count);
        List<String> seeds = new ArrayList<>();
        for (int port : ports) {
            seeds.add("127.0.0.1:" + port);
        }
        OpenSearchRunner.Configs configs = OpenSearchRunner.newConfigs()
                .clusterName("adcio-tests")
                .numOfNode(count)
                .basePath(args[0]);
        if (Boolean.parseBoolean(args[2])) {
            configs.pluginTypes(NoriPlugin.class.getName());
        }
        try (OpenSearchRunner runner = new OpenSearchRunner()) {
            runner.onBuild((number, settings) -> {
                        settings.put("network.host", "127.0.0.1");
                        settings.put("http.port", "0");
                        settings.put("transport.port", String.valueOf(ports[number - 1]));
                        if (count > 1) {
                            settings.putList("discovery.seed_hosts", seeds);
                        }
                        // A full disk of the machine is not what is tested.
                        settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                    })
                    .build(configs);
            runner.ensureYellow();
            StringBuilder ready = new StringBuilder("READY");
            for (int i = 0; i < count; i++) {
                var address = runner.getNode(i)
                        .injector()
                        .getInstance(HttpServerTransport.class)
                        .boundAddress()
                        .publishAddress()
                        .address();
                ready.append(" http://127.0.0.1:").append(address.getPort());
            }
            out.println(ready);
            obey(runner, out);
        }
        System.exit(0);
    }

    private static void obey(OpenSearchRunner runner, PrintStream out) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            if (line.startsWith("stop ")) {
                runner.getNode(Integer.parseInt(line.substring(5).strip())).close();
                out.println("STOPPED");
            }
        }
    }

    private static int[] freePorts(int count) throws Exception {
        List<ServerSocket> sockets = new ArrayList<>();
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports[i] = socket.getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
