package ai.adcio.retrieval.weaviate;

class WeaviateTenantContractTest extends WeaviateContract {
    @Override
    WeaviateSettings settings() {
        return TestWeaviate.shop().sharedCollection().build();
    }
}
