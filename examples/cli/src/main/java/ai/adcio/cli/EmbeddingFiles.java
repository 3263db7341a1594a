package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.OnnxEmbeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;

/**
 * An ONNX model on this machine.
 *
 * @param model its {@code .onnx} file
 * @param tokenizer its {@code tokenizer.json}, in the same folder or the one above
 */
record EmbeddingFiles(Path model, Path tokenizer) implements NamedModel {
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    /** Finds the files by the path of the model or of its folder, as exporters lay them out. */
    static EmbeddingFiles of(String text) {
        Path model = path(text);
        if (Files.isDirectory(model)) {
            Path inside = model.resolve(MODEL);
            model = Files.isRegularFile(inside) ? inside : model.resolve("onnx").resolve(MODEL);
        }
        if (!Files.isRegularFile(model)) {
            throw new TypeConversionException(
                    "there is no model at '" + text + "'; give a server as URL#MODEL, an .onnx"
                            + " file, or a folder with " + MODEL + " and " + TOKENIZER);
        }
        Path tokenizer = model.resolveSibling(TOKENIZER);
        Path folder = model.toAbsolutePath().getParent();
        if (!Files.isRegularFile(tokenizer) && folder != null) {
            tokenizer = folder.resolveSibling(TOKENIZER);
        }
        if (!Files.isRegularFile(tokenizer)) {
            throw new TypeConversionException(
                    "there is no " + TOKENIZER + " beside '" + model + "'; put the model's there");
        }
        return new EmbeddingFiles(model, tokenizer);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no path; give a server as URL#MODEL, or an .onnx file");
        }
    }

    @Override
    public EmbeddingSettings settings(EmbeddingOptions options, Supplier<ExecutorService> threads) {
        return OnnxEmbeddings.builder(model, tokenizer, !options.firstToken(), id(options), threads.get())
                .queryPrefix(options.queryPrefix())
                .passagePrefix(options.passagePrefix())
                .languages(options.languages().toArray(new Language[0]))
                .build();
    }

    /** Embeddings are kept by it, so that it tells apart what embeds differently, wherever the files lie. */
    private String id(EmbeddingOptions options) {
        Path folder = model.toAbsolutePath().getParent();
        Path name = folder == null ? null : folder.getFileName();
        try {
            return "onnx-" + (name == null ? "model" : name) + "-" + model.getFileName() + "-" + Files.size(model)
                    + (options.firstToken() ? "-first" : "");
        } catch (IOException e) {
            throw new AdcioException("cannot read " + model + ": " + e.getMessage(), e);
        }
    }
}
