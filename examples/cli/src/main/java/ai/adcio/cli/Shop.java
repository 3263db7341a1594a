package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.agent.ShoppingAgentBuilder;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import java.time.Duration;
import java.util.List;

/**
 * A shop that is open: its catalogue and the arms over it.
 *
 * @param name the file or folder it was opened from, or {@code demo}
 * @param catalog the catalogue
 * @param named its arms
 * @param parameters the ranking parameters of this run
 * @param resources what else must be closed, last first
 */
public record Shop(
        String name, Catalog catalog, ShopArms named, RankingParameters parameters, List<AutoCloseable> resources)
        implements AutoCloseable {
    private static final Duration LONGEST_EMBEDDING = Duration.ofHours(6);

    /** The arms that there are. */
    public List<Retriever> arms() {
        return named.all();
    }

    /** An agent over this shop, to be built. */
    public ShoppingAgentBuilder agent() {
        RankingParameters numbers = parameters;
        return ShoppingAgent.builder(catalog)
                .retrievers(arms().toArray(new Retriever[0]))
                .rankingParameters(() -> numbers);
    }

    /** Waits until the vector arm has every product, when there is one that embeds in this process. */
    public void awaitReady() {
        LuceneVectorRetriever vector = named.embedding();
        if (vector != null && !vector.awaitReady(LONGEST_EMBEDDING)) {
            throw new AdcioException(
                    "embedding the catalogue took longer than " + LONGEST_EMBEDDING.toHours() + " hours");
        }
    }

    @Override
    public void close() {
        for (AutoCloseable resource : resources.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new AdcioException("could not close the shop: " + OneLine.of(e), e);
            }
        }
    }
}
