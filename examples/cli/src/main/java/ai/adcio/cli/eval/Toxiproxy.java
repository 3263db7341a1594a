package ai.adcio.cli.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fault proxy, by its control address. What it made it takes away when it is closed. */
final class Toxiproxy implements AutoCloseable {
    private final HttpCalls control;
    private final String host;
    private final List<Door> doors = new ArrayList<>();

    Toxiproxy(URI control) {
        this.control = new HttpCalls(control, null, null);
        this.host = control.getHost();
    }

    /**
     * Opens a door to a server.
     *
     * @param name its name in the proxy; one that an earlier run left is replaced
     * @param upstream HOST:PORT of the server
     */
    Door open(String name, String upstream) {
        control.send("DELETE", "/proxies/" + name, null);
        JsonNode made = control.good(
                "POST", "/proxies", Map.of("name", name, "listen", host + ":0", "upstream", upstream, "enabled", true));
        Door door = new Door(name, upstream, made.path("listen").asText());
        doors.add(door);
        return door;
    }

    @Override
    public void close() {
        doors.forEach(door -> control.send("DELETE", "/proxies/" + door.name, null));
    }

    /** One port of the proxy, before one port of a server. */
    final class Door {
        private final String name;
        private final String upstream;
        private final String address;
        private final List<String> toxics = new ArrayList<>();

        private Door(String name, String upstream, String address) {
            this.name = name;
            this.upstream = upstream;
            this.address = address;
        }

        /** HOST:PORT that a client is to call. */
        String address() {
            int colon = address.lastIndexOf(':');
            return host + address.substring(colon);
        }

        /** Lets nobody in and cuts off who is, or lets them in again. */
        void enable(boolean enabled) {
            control.good("POST", "/proxies/" + name, Map.of("enabled", enabled));
        }

        /** Leads elsewhere; who is in is cut off. */
        void lead(String other) {
            control.good("POST", "/proxies/" + name, Map.of("upstream", other, "enabled", true));
        }

        /**
         * Spoils one direction.
         *
         * @param stream "upstream", towards the server, or "downstream"
         */
        void spoil(String type, String stream, Map<String, Integer> attributes) {
            String toxic = type + "-" + stream;
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", toxic);
            body.put("type", type);
            body.put("stream", stream);
            body.put("attributes", attributes);
            control.good("POST", "/proxies/" + name + "/toxics", body);
            toxics.add(toxic);
        }

        /** Makes everything as it was; who is in is cut off. */
        void heal() {
            // First: a toxic is taken away only when what it holds back has gone through, or its connection is cut.
            enable(false);
            toxics.forEach(toxic -> control.send("DELETE", "/proxies/" + name + "/toxics/" + toxic, null));
            toxics.clear();
            lead(upstream);
        }
    }
}
