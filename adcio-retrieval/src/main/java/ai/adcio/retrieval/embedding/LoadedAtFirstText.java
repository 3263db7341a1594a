package ai.adcio.retrieval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is loaded once, when the first text is embedded, so that who starts need not wait for it. Thread safe. */
final class LoadedAtFirstText implements EmbeddingModel {
    private final Supplier<EmbeddingModel> loader;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable EmbeddingModel loaded;

    LoadedAtFirstText(Supplier<EmbeddingModel> loader) {
        this.loader = loader;
    }

    private EmbeddingModel model() {
        EmbeddingModel model = loaded;
        if (model != null) {
            return model;
        }
        loading.lock();
        try {
            model = loaded;
            if (model == null) {
                model = loader.get();
                loaded = model;
            }
            return model;
        } finally {
            loading.unlock();
        }
    }

    @Override
    public Response<Embedding> embed(String text) {
        return model().embed(text);
    }

    @Override
    public Response<Embedding> embed(TextSegment segment) {
        return model().embed(segment);
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return model().embedAll(segments);
    }

    @Override
    public int dimension() {
        return model().dimension();
    }
}
