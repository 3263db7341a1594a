package ai.adcio.retrieval.opensearch;

/** Filling on OpenSearch 2. */
class OpenSearch2SinkContractIT extends OpenSearchSinkContractIT {
    @Override
    protected String url() {
        return OpenSearchNodes.url(OpenSearchNodes.Release.TWO);
    }
}
