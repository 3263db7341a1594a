package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.ads.AdPolicy;
import ai.adcio.ads.AdSelector;
import ai.adcio.ads.Campaign;
import ai.adcio.ads.InMemoryAdSource;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.agent.ShoppingAgentBuilder;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.feed.JsonLines;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyJson;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.lucene.LuceneKeywordRetriever;
import ai.adcio.sql.H2Retriever;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays every dialogue with ads and without, over one index: each reply must be the same to the byte, its slot aside. */
class AdsChangeNoDialogueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"shop-ko", "amazon-esci"})
    void everyReplyIsTheSameWithAdsAndWithout(String name) throws IOException {
        String folder = System.getProperty("adcio.data", System.getenv().getOrDefault("ADCIO_DATA", ""));
        Path data = Path.of(folder);
        assumeTrue(
                !folder.isEmpty() && Files.exists(data.resolve("dialogues/dialogues.jsonl")),
                "set ADCIO_DATA to the folder that holds catalogs/ and dialogues/ to run this test");
        List<Product> products = products(data.resolve("catalogs/" + name + ".jsonl.gz"));
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                LuceneKeywordRetriever keyword = LuceneKeywordRetriever.inMemory();
                H2Retriever sql = H2Retriever.inMemory(catalog)) {
            catalog.attach(keyword);
            AdSelector ads = new AdSelector(
                    InMemoryAdSource.of(campaigns(products), catalog),
                    new AdPolicy(0.3, 100, 100),
                    AdSelector.DEFAULT_PLACEMENT,
                    CLOCK);
            try (ShoppingAgent without = agent(catalog, keyword, sql).build();
                    ShoppingAgent with = agent(catalog, keyword, sql).ads(ads).build()) {
                int turns = 0;
                int slots = 0;
                for (JsonNode dialogue : dialogues(data.resolve("dialogues/dialogues.jsonl"), name)) {
                    for (JsonNode said : dialogue.path("turns")) {
                        UserTurn turn = turn(dialogue.path("id").asText(), said);
                        AgentReply plain = without.reply(turn);
                        AgentReply beside = with.reply(turn);
                        assertThat(organic(beside))
                                .as("%s: %s", turn.conversationId(), turn.text())
                                .isEqualTo(organic(plain));
                        turns++;
                        slots += beside.adSlot() == null ? 0 : 1;
                    }
                }
                // Otherwise the comparison would prove little.
                assertThat(slots).as("slots filled in %s turns", turns).isGreaterThan(turns / 10);
            }
        }
    }

    private static ShoppingAgentBuilder agent(InMemoryCatalog catalog, Retriever... arms) {
        return ShoppingAgent.builder(catalog).retrievers(arms).withoutDeadline().requestIds(() -> "request");
    }

    /** A campaign for every product, so that every need that may have an ad meets one. */
    private static List<Campaign> campaigns(List<Product> products) {
        return products.stream()
                .map(Product::id)
                .map(id -> new Campaign("c" + id, "Ada", id, Money.of("1", "USD"), List.of(), null, null, null))
                .toList();
    }

    private static String organic(AgentReply reply) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(ReplyJson.write(reply));
        json.remove(List.of("adSlot", "timings"));
        return json.toString();
    }

    private static UserTurn turn(String conversation, JsonNode said) {
        JsonNode page = said.path("page");
        return UserTurn.of(conversation, said.path("user").asText())
                .on(new PageContext(
                        text(page, "path"),
                        text(page, "title"),
                        text(page, "productId"),
                        texts(page, "visibleProductIds"),
                        text(page, "query"),
                        texts(page, "filters"),
                        texts(page, "cartProductIds")));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<JsonNode> dialogues(Path file, String catalog) throws IOException {
        List<JsonNode> dialogues = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode dialogue = JSON.readTree(line);
                if (dialogue.path("catalog").asText().equals(catalog)) {
                    dialogues.add(dialogue);
                }
            }
        }
        return dialogues;
    }

    private static List<Product> products(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().map(JsonLines::read).toList();
        }
    }
}
