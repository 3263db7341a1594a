package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.StoredCatalog;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.lucene.LuceneKeywordRetriever;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.H2Retriever;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens index folders, for reading only: any number of processes may have one open. */
final class IndexedShop {
    private IndexedShop() {}

    /**
     * Opens the shop of a folder. The embedding model loads meanwhile; the first question that needs it waits.
     *
     * @throws AdcioException when the folder is no index, or one of another format or model
     */
    static Shop open(Path root, ShopSettings settings) {
        RankingParameters parameters = ParameterFile.read(settings.parameters());
        IndexManifest manifest = IndexManifest.read(root);
        IndexFolder folder = new IndexFolder(root);
        List<AutoCloseable> resources = new ArrayList<>();
        try {
            EngineOptions options = settings.engines();
            Engines engines = new Engines(options, options.shop(root), resources);
            Retriever keyword = engines.keyword();
            if (keyword == null) {
                LuceneKeywordRetriever embedded = LuceneKeywordRetriever.reading(folder.keyword());
                resources.add(embedded);
                keyword = embedded;
            }
            Retriever vector = vector(folder, manifest, settings, engines, resources);
            DatabaseRetriever database = engines.sql();
            ShopArms arms;
            if (database != null) {
                arms = ShopArms.of(keyword, vector, database);
            } else {
                H2Retriever sql = H2Retriever.open(folder.sql());
                resources.add(sql);
                arms = ShopArms.of(keyword, vector, sql);
            }
            Catalog catalog = StoredCatalog.open(folder.records());
            resources.add(catalog);
            return new Shop(String.valueOf(root.getFileName()), catalog, arms, parameters, resources);
        } catch (RuntimeException e) {
            ShopOpener.closeAll(resources);
            throw e;
        }
    }

    private static @Nullable Retriever vector(
            IndexFolder folder,
            IndexManifest manifest,
            ShopSettings options,
            Engines engines,
            List<AutoCloseable> resources) {
        if (!options.vector()) {
            return null;
        }
        if (options.engines().weaviate() != null) {
            return engines.vector(ShopModel.of(options, resources));
        }
        String model = manifest.model();
        return model == null ? null : embedded(folder, model, options, resources);
    }

    private static LuceneVectorRetriever embedded(
            IndexFolder folder, String model, ShopSettings options, List<AutoCloseable> resources) {
        EmbeddingSettings settings = ShopModel.of(options, resources);
        if (!settings.modelId().equals(model)) {
            throw new AdcioException("the index was made with the model " + model + " and would be asked with "
                    + settings.modelId() + "; name its model by --embeddings, or build it again with 'adcio"
                    + " index'");
        }
        if (!settings.remote()) {
            // Loads the model while the rest is opened and the first turn is typed; who needs it sooner waits for it.
            Thread.ofPlatform().name("adcio-warm-up").daemon().start(() -> warmUp(settings));
        }
        LuceneVectorRetriever vector = LuceneVectorRetriever.reading(folder.vector(), settings);
        resources.add(vector);
        return vector;
    }

    private static void warmUp(EmbeddingSettings settings) {
        try {
            settings.model().embed("warm up");
        } catch (RuntimeException | LinkageError e) {
            // The first question meets the same, and is told.
            return;
        }
    }
}
