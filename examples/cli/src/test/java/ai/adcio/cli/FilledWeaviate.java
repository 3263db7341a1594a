package ai.adcio.cli;

import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.OpenAiEmbeddings;
import ai.adcio.retrieval.weaviate.WeaviateSettings;
import ai.adcio.retrieval.weaviate.WeaviateSink;
import ai.adcio.retrieval.weaviate.WeaviateVectorRetriever;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** The Weaviate that {@code ADCIO_WEAVIATE_URL} and {@code ADCIO_WEAVIATE_GRPC} name. */
final class FilledWeaviate extends FilledEngine {
    static final String VARIABLE = "ADCIO_WEAVIATE_URL";
    static final String GRPC_VARIABLE = "ADCIO_WEAVIATE_GRPC";

    private final Rest rest;
    private final String alias;

    private FilledWeaviate(String url, String grpc, String shop, WeaviateSink sink, WeaviateVectorRetriever arm) {
        super(List.of("--weaviate", url, "--weaviate-grpc", grpc), sink, arm, arm::close);
        this.rest = new Rest(url);
        this.alias = "Adcio_" + shop;
    }

    static FilledWeaviate at(String url, String grpc, String shop, ScriptedEmbeddings embeddings) {
        int colon = grpc.lastIndexOf(':');
        WeaviateSettings settings = WeaviateSettings.builder(URI.create(url))
                .grpc(grpc.substring(0, colon), Integer.parseInt(grpc.substring(colon + 1)))
                .shop(shop)
                .build();
        EmbeddingSettings model = OpenAiEmbeddings.builder(embeddings.url(), ScriptedEmbeddings.MODEL)
                .build();
        return new FilledWeaviate(
                url,
                grpc,
                shop,
                WeaviateSink.of(settings, model, EmbeddingCache.inMemory()),
                WeaviateVectorRetriever.of(settings, model));
    }

    @Override
    String anything() {
        return "product";
    }

    @Override
    List<String> generations() {
        return StreamSupport.stream(rest.get("v1/schema").path("classes").spliterator(), false)
                .map(collection -> collection.path("class").asText())
                .filter(name -> name.startsWith(alias + "_G_"))
                .toList();
    }

    @Override
    void remove() {
        rest.delete("v1/aliases/" + alias);
        generations().forEach(name -> rest.delete("v1/schema/" + name));
    }
}
