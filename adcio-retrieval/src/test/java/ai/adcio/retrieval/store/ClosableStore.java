package ai.adcio.retrieval.store;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A store that can be closed, refuse filters, and tells what it was asked. Thread safe. */
final class ClosableStore implements EmbeddingStore<TextSegment> {
    private final EmbeddingStore<TextSegment> store;
    private final List<EmbeddingSearchRequest> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;
    private volatile boolean refusesFilters;
    private volatile CountDownLatch going = new CountDownLatch(0);

    ClosableStore(EmbeddingStore<TextSegment> store) {
        this.store = store;
    }

    void close() {
        closed = true;
    }

    /** Takes an equality and no other filter from now on. */
    void refuseFilters() {
        refusesFilters = true;
    }

    /** Lets searches wait from now on. */
    void hang() {
        going = new CountDownLatch(1);
    }

    /** Lets searches go on. */
    void goOn() {
        going.countDown();
    }

    /** The searches so far. */
    List<EmbeddingSearchRequest> asked() {
        return List.copyOf(asked);
    }

    private EmbeddingStore<TextSegment> open() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        return store;
    }

    @Override
    public String add(Embedding embedding) {
        return open().add(embedding);
    }

    @Override
    public void add(String id, Embedding embedding) {
        open().add(id, embedding);
    }

    @Override
    public String add(Embedding embedding, TextSegment segment) {
        return open().add(embedding, segment);
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings) {
        return open().addAll(embeddings);
    }

    @Override
    public void addAll(List<String> ids, List<Embedding> embeddings, List<TextSegment> segments) {
        open().addAll(ids, embeddings, segments);
    }

    @Override
    public void removeAll(Collection<String> ids) {
        open().removeAll(ids);
    }

    @Override
    public void removeAll(Filter filter) {
        open().removeAll(filter);
    }

    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        asked.add(request);
        try {
            going.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (refusesFilters && !(request.filter() instanceof IsEqualTo)) {
            throw new UnsupportedOperationException("no such filter here");
        }
        return open().search(request);
    }
}
