package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EngineOptionsTest {
    @Test
    void namesTheShopByItsFile() {
        assertThat(shop(null)).isEqualTo("demo");
        assertThat(shop("data/Shop-KO 2.jsonl.gz")).isEqualTo("sshopko2");
        assertThat(shop("2026.csv")).isEqualTo("s2026");
        assertThat(shop("x".repeat(90) + ".xml")).hasSize(40).matches("sx+");
    }

    @Test
    void tellsFilesApartThatHaveNoLatinLetter() {
        assertThat(shop("패션.jsonl")).matches("s[a-z0-9]+").isNotEqualTo(shop("가전.jsonl"));
    }

    @Test
    void prefersTheNameThatIsGiven() {
        assertThat(shop("shop.jsonl", "--shop", "mall2")).isEqualTo("mall2");
        assertThat(shop("shop.jsonl", "--shop", "m".repeat(40))).hasSize(40);
    }

    @Test
    void refusesNamesThatNotEveryEngineTakes() {
        for (String name : new String[] {"Mall", "2mall", "my-mall", "my_mall", "쇼핑", "a b", "", "m".repeat(41)}) {
            Terminal run = Terminal.run("", "index", "--jdbc", "jdbc:h2:mem:never", "--shop", name);
            assertThat(run.code()).as(name).isEqualTo(2);
            assertThat(run.err())
                    .as(name)
                    .contains("--shop")
                    .contains("\"" + name + "\" names no shop; use lower-case letters and digits");
        }
    }

    @Test
    void wantsAHostAndAPortForGrpc() {
        for (String address :
                new String[] {"localhost", ":50051", "localhost:", "localhost:0", "localhost:65536", "a:b"}) {
            Terminal run = Terminal.run("", "search", "--weaviate-grpc", address, "shoes");
            assertThat(run.code()).as(address).isEqualTo(2);
            assertThat(run.err()).as(address).contains("--weaviate-grpc").contains("write HOST:PORT");
        }
        EngineOptions options = parsed("--weaviate-grpc", "[::1]:443");
        assertThat(options.grpc()).isEqualTo(new EngineOptions.GrpcAddress("[::1]", 443));
    }

    private static String shop(@Nullable String file, String... arguments) {
        return parsed(arguments).shop(file == null ? null : Path.of(file));
    }

    private static EngineOptions parsed(String... arguments) {
        return CommandLine.populateCommand(new EngineOptions(), arguments);
    }
}
