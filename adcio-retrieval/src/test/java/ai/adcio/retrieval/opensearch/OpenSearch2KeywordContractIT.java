package ai.adcio.retrieval.opensearch;

/** Every constraint and every order on OpenSearch 2. */
class OpenSearch2KeywordContractIT extends OpenSearchKeywordContractIT {
    @Override
    protected String url() {
        return OpenSearchNodes.url(OpenSearchNodes.Release.TWO);
    }
}
