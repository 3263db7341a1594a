package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.KeywordArmBehaviour;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import java.time.Duration;

/** Korean by pairs of syllables, as on an engine without {@code analysis-nori}. */
class OpenSearchCjkIT extends KeywordArmBehaviour {
    @Override
    protected ScoringRetriever open(Catalog over) {
        OpenSearchSettings settings = TestShop.on(OpenSearchNodes.url()).build();
        // The node has the plugin; an index that was begun without keeps its analysis.
        beginWithoutNori(settings);
        OpenSearchSink sink = new OpenSearchSink(settings);
        OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings);
        over.attach(arm.index(sink, "g1"));
        assertThat(sink.koreanAnalysis()).isEqualTo(IndexBody.CJK);
        return arm;
    }

    private static void beginWithoutNori(OpenSearchSettings settings) {
        String index = settings.names().index("g1");
        try (OpenSearchConnection connection = new OpenSearchConnection(settings)) {
            Answer made =
                    connection.call(Call.of("PUT", "/" + index, IndexBody.of(settings, false)), Duration.ofSeconds(30));
            assertThat(made.ok()).as(made.reason()).isTrue();
        } catch (EngineFailure e) {
            throw new IllegalStateException(e);
        }
    }
}
