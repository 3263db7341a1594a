package ai.adcio.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
    private static final float[] A = {1, 2, 3};
    private static final float[] B = {4, 5, 6};

    @TempDir
    private Path folder;

    @Test
    void keepsEmbeddingsByTextAndModel() {
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "one")) {
            assertThat(cache.get("a")).isNull();
            cache.put("a", A);
            assertThat(cache.get("a")).containsExactly(A);
            assertThat(cache.get("b")).isNull();
        }
        try (EmbeddingCache again = EmbeddingCache.in(folder, "one");
                EmbeddingCache other = EmbeddingCache.in(folder, "two")) {
            assertThat(again.get("a")).containsExactly(A);
            assertThat(again.size()).isEqualTo(1);
            assertThat(other.get("a")).isNull();
        }
    }

    @Test
    void seesWhatAnotherOneAdds() {
        try (EmbeddingCache one = EmbeddingCache.in(folder, "m");
                EmbeddingCache two = EmbeddingCache.in(folder, "m")) {
            one.put("a", A);
            two.put("b", B);
            assertThat(two.get("a")).containsExactly(A);
            assertThat(one.get("b")).containsExactly(B);
        }
    }

    @Test
    void passesOverATailThatWasCutOffAndGoesOnBehindIt() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "m")) {
            cache.put("a", A);
            cache.put("b", B);
        }
        Path file = onlyFile();
        byte[] all = Files.readAllBytes(file);
        for (int cut = 1; cut < all.length; cut++) {
            Files.write(file, Arrays.copyOf(all, all.length - cut));
            try (EmbeddingCache cache = EmbeddingCache.in(folder, "m")) {
                assertThat(cache.get("b")).as("cut by %d", cut).isNull();
                cache.put("c", B);
                assertThat(cache.get("c")).containsExactly(B);
            }
            try (EmbeddingCache cache = EmbeddingCache.in(folder, "m")) {
                assertThat(cache.get("c")).as("cut by %d, read again", cut).containsExactly(B);
            }
        }
    }

    @Test
    void passesOverADamagedEntryOnly() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "m")) {
            cache.put("a", A);
            cache.put("b", B);
        }
        Path file = onlyFile();
        byte[] all = Files.readAllBytes(file);
        all[10] ^= 1;
        Files.write(file, all, StandardOpenOption.TRUNCATE_EXISTING);
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "m")) {
            assertThat(cache.get("a")).isNull();
            assertThat(cache.get("b")).containsExactly(B);
        }
    }

    @Test
    void servesFromMemoryWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        try (EmbeddingCache cache = EmbeddingCache.in(file.resolve("below"), "m")) {
            cache.put("a", A);
            assertThat(cache.get("a")).containsExactly(A);
        }
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
