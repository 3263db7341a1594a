package ai.adcio.cli;

import ai.adcio.catalog.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The demo catalogue and its campaigns, which come inside the jar. Every brand and product in it is invented. */
public final class DemoShop {
    private DemoShop() {}

    /** The demo catalogue. */
    public static Catalog catalog() {
        try (BufferedReader reader = resource("demo-catalog.jsonl")) {
            return Feeds.read("demo catalogue", reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Campaigns for the demo catalogue. */
    static BufferedReader campaigns() {
        return resource("demo-campaigns.jsonl");
    }

    private static BufferedReader resource(String name) {
        InputStream in = Objects.requireNonNull(DemoShop.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
