package ai.adcio.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A model behind a server that speaks OpenAI's embeddings protocol.
 *
 * @param url what {@code /embeddings} follows
 * @param model the name by which the server knows it
 */
record EmbeddingServer(URI url, String model) {
    /** Reads {@code URL#MODEL}. */
    static final class Converter implements ITypeConverter<EmbeddingServer> {
        @Override
        public EmbeddingServer convert(String text) {
            int mark = text.indexOf('#');
            if (mark < 1 || mark == text.length() - 1) {
                throw new TypeConversionException("'" + text
                        + "' names no model; write URL#MODEL, such as http://localhost:8091/v1#multilingual-e5-small");
            }
            try {
                return new EmbeddingServer(new URI(text.substring(0, mark)), text.substring(mark + 1));
            } catch (URISyntaxException e) {
                throw new TypeConversionException("'" + text.substring(0, mark) + "' is no URL");
            }
        }
    }
}
