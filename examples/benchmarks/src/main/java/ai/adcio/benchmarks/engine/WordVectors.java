package ai.adcio.benchmarks.engine;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Stands in for an embedding model, since what a model costs is not the question here: a text is the sum of a vector for
 * each of its words, so that texts with the same words are near each other. Thread safe.
 */
final class WordVectors implements EmbeddingModel {
    private static final int DIMENSIONS = 384;

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        return Response.from(
                texts.stream().map(text -> Embedding.from(vector(text.text()))).toList());
    }

    @Override
    public int dimension() {
        return DIMENSIONS;
    }

    private static float[] vector(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return sum;
    }
}
