package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.lucene.EmbeddedRetrieval;
import ai.adcio.sql.H2Retriever;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Opens the shop that the options name. */
public final class ShopOpener {
    private ShopOpener() {}

    /**
     * Opens a shop.
     *
     * @param options which one
     * @param err told of the rows of a feed that were rejected
     * @param progress told how far embedding is
     */
    public static Shop open(ShopOptions options, PrintWriter err, EmbeddingProgress progress) {
        Path index = options.index();
        if (index != null) {
            return IndexedShop.open(index, options.settings());
        }
        Path file = options.catalog();
        return file == null
                ? open("demo", DemoShop::catalog, options.settings(), progress)
                : open(file, options.settings(), err, progress);
    }

    /** Opens the shop of a feed. */
    public static Shop open(Path feed, ShopSettings settings, PrintWriter err, EmbeddingProgress progress) {
        return open(
                String.valueOf(feed.getFileName()),
                () -> Feeds.read(feed, settings.currency(), err),
                settings,
                progress);
    }

    private static Shop open(String name, Supplier<Catalog> source, ShopSettings settings, EmbeddingProgress progress) {
        RankingParameters parameters = ParameterFile.read(settings.parameters());
        List<AutoCloseable> resources = new ArrayList<>();
        try {
            Catalog catalog = source.get();
            resources.add(catalog);
            EmbeddedRetrieval.Builder builder = EmbeddedRetrieval.builder(catalog);
            EmbeddingSettings model = ShopModel.of(catalog, settings, resources);
            if (model != null) {
                EmbeddingCache cache = EmbeddingCache.in(settings.cache(), model.modelId());
                resources.add(cache);
                builder.embeddings(model).cache(cache).progress(progress);
            }
            EmbeddedRetrieval retrieval = builder.build();
            resources.add(retrieval);
            H2Retriever sql = H2Retriever.inMemory(catalog);
            resources.add(sql);
            return new Shop(
                    name,
                    catalog,
                    retrieval.keyword(),
                    retrieval.arms().length > 1 ? retrieval.vector() : null,
                    sql,
                    parameters,
                    resources);
        } catch (RuntimeException e) {
            closeAll(resources);
            throw e;
        }
    }

    static void closeAll(List<AutoCloseable> resources) {
        for (AutoCloseable resource : resources.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new AdcioException("could not close the shop: " + OneLine.of(e), e);
            }
        }
    }
}
