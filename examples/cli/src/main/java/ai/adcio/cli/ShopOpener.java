package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.lucene.LuceneKeywordRetriever;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.H2Retriever;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
                ? open("demo", null, DemoShop::catalog, options.settings(), progress)
                : open(file, options.settings(), err, progress);
    }

    /** Opens the shop of a feed. */
    public static Shop open(Path feed, ShopSettings settings, PrintWriter err, EmbeddingProgress progress) {
        return open(
                String.valueOf(feed.getFileName()),
                feed,
                () -> Feeds.read(feed, settings.currency(), err),
                settings,
                progress);
    }

    private static Shop open(
            String name,
            @Nullable Path feed,
            Supplier<Catalog> source,
            ShopSettings settings,
            EmbeddingProgress progress) {
        RankingParameters parameters = ParameterFile.read(settings.parameters());
        List<AutoCloseable> resources = new ArrayList<>();
        try {
            Catalog catalog = source.get();
            resources.add(catalog);
            EngineOptions options = settings.engines();
            Engines engines = new Engines(options, options.shop(feed), resources);
            EmbeddingSettings model = ShopModel.of(catalog, settings, resources);
            Retriever keyword = engines.keyword();
            if (keyword == null) {
                keyword = embeddedKeyword(catalog, resources);
            }
            Retriever vector = null;
            if (model != null) {
                vector = engines.vector(model);
                vector = vector != null ? vector : embeddedVector(catalog, model, settings, progress, resources);
            }
            DatabaseRetriever database = engines.sql();
            ShopArms arms = database != null
                    ? ShopArms.of(keyword, vector, database)
                    : ShopArms.of(keyword, vector, embeddedSql(catalog, resources));
            return new Shop(name, catalog, arms, parameters, resources);
        } catch (RuntimeException e) {
            closeAll(resources);
            throw e;
        }
    }

    private static Retriever embeddedKeyword(Catalog catalog, List<AutoCloseable> resources) {
        LuceneKeywordRetriever keyword = LuceneKeywordRetriever.inMemory();
        resources.add(keyword);
        catalog.attach(keyword);
        return keyword;
    }

    private static Retriever embeddedVector(
            Catalog catalog,
            EmbeddingSettings model,
            ShopSettings settings,
            EmbeddingProgress progress,
            List<AutoCloseable> resources) {
        EmbeddingCache cache = EmbeddingCache.in(settings.cache(), model.modelId());
        resources.add(cache);
        LuceneVectorRetriever vector = LuceneVectorRetriever.inMemory(model, cache, progress);
        resources.add(vector);
        catalog.attach(vector);
        return vector;
    }

    private static H2Retriever embeddedSql(Catalog catalog, List<AutoCloseable> resources) {
        H2Retriever sql = H2Retriever.inMemory(catalog);
        resources.add(sql);
        return sql;
    }

    /** Closes what was opened, last first. */
    public static void closeAll(List<AutoCloseable> resources) {
        for (AutoCloseable resource : resources.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new AdcioException("could not close the shop: " + OneLine.of(e), e);
            }
        }
    }
}
