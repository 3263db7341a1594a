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
        try (InputStream in = resource("demo-catalog.jsonl")) {
            return Feeds.readOwn(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Campaigns for the demo catalogue. */
    static BufferedReader campaigns() {
        return new BufferedReader(new InputStreamReader(resource("demo-campaigns.jsonl"), StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DemoShop.class.getResourceAsStream(name), name);
    }
}
