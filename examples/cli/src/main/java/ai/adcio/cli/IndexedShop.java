package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.StoredCatalog;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.InProcessEmbeddings;
import ai.adcio.retrieval.lucene.LuceneKeywordRetriever;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import ai.adcio.sql.H2Retriever;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

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
            LuceneVectorRetriever vector = null;
            String model = manifest.model();
            if (settings.vector() && model != null) {
                vector = vector(folder, model, resources);
            }
            LuceneKeywordRetriever keyword = LuceneKeywordRetriever.reading(folder.keyword());
            resources.add(keyword);
            H2Retriever sql = H2Retriever.open(folder.sql());
            resources.add(sql);
            Catalog catalog = StoredCatalog.open(folder.records());
            resources.add(catalog);
            return new Shop(String.valueOf(root.getFileName()), catalog, keyword, vector, sql, parameters, resources);
        } catch (RuntimeException e) {
            ShopOpener.closeAll(resources);
            throw e;
        }
    }

    private static LuceneVectorRetriever vector(IndexFolder folder, String model, List<AutoCloseable> resources) {
        ExecutorService executor = ShopOpener.executor(resources);
        EmbeddingSettings settings = InProcessEmbeddings.english(executor);
        if (!settings.modelId().equals(model)) {
            throw new AdcioException("the index was made with the model " + model + ", this version has "
                    + settings.modelId() + "; build it again with 'adcio index'");
        }
        // Loads the model while the rest is opened and the first turn is typed.
        CompletableFuture<Void> warm =
                CompletableFuture.runAsync(() -> settings.model().embed("warm up"), executor);
        LuceneVectorRetriever vector = LuceneVectorRetriever.reading(
                folder.vector(),
                () -> {
                    warm.join();
                    return settings;
                },
                ShopOpener.modelLanguages());
        resources.add(vector);
        return vector;
    }
}
