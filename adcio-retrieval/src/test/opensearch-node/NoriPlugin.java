import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AbstractTokenFilterFactory;
import org.opensearch.index.analysis.AbstractTokenizerFactory;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.index.analysis.TokenizerFactory;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/** Stands in for the plugin analysis-nori, which is not on Maven Central: the same names over the same Lucene classes. */
public final class NoriPlugin extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("nori_tokenizer", (index, environment, name, settings) -> new Nori(index, settings, name));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "nori_part_of_speech",
                (index, environment, name, settings) -> new AbstractTokenFilterFactory(index, name, settings) {
                    @Override
                    public TokenStream create(TokenStream stream) {
                        return new KoreanPartOfSpeechStopFilter(stream);
                    }
                },
                "nori_readingform",
                (index, environment, name, settings) -> new AbstractTokenFilterFactory(index, name, settings) {
                    @Override
                    public TokenStream create(TokenStream stream) {
                        return new KoreanReadingFormFilter(stream);
                    }
                });
    }

    private static final class Nori extends AbstractTokenizerFactory {
        private final KoreanTokenizer.DecompoundMode mode;

        Nori(IndexSettings index, Settings settings, String name) {
            super(index, settings, name);
            mode = KoreanTokenizer.DecompoundMode.valueOf(
                    settings.get("decompound_mode", "discard").toUpperCase(java.util.Locale.ROOT));
        }

        @Override
        public Tokenizer create() {
            return new KoreanTokenizer(
                    org.apache.lucene.analysis.TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, mode, false);
        }
    }
}
