package ai.adcio.retrieval.weaviate;

class WeaviateCollectionContractTest extends WeaviateContract {
    @Override
    WeaviateSettings settings() {
        return TestWeaviate.shop().build();
    }
}
