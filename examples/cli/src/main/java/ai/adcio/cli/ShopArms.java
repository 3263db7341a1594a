package ai.adcio.cli;

import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.H2Retriever;
import ai.adcio.sql.SqlExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arms of a shop, each embedded or an engine's.
 *
 * @param keyword the keyword arm
 * @param vector the vector arm, or null when there is none
 * @param embedding the vector arm once more when it embeds in this process, else null
 * @param sql the SQL arm
 * @param explain shows how the SQL arm answers
 */
public record ShopArms(
        Retriever keyword,
        @Nullable Retriever vector,
        @Nullable LuceneVectorRetriever embedding,
        Retriever sql,
        Function<RetrievalRequest, SqlExplanation> explain) {
    static ShopArms of(Retriever keyword, @Nullable Retriever vector, H2Retriever sql) {
        return new ShopArms(keyword, vector, embedded(vector), sql, sql::explain);
    }

    static ShopArms of(Retriever keyword, @Nullable Retriever vector, DatabaseRetriever sql) {
        return new ShopArms(keyword, vector, embedded(vector), Engines.guarded(sql), sql::explain);
    }

    private static @Nullable LuceneVectorRetriever embedded(@Nullable Retriever vector) {
        return vector instanceof LuceneVectorRetriever lucene ? lucene : null;
    }

    /** All that there are, keyword first. */
    List<Retriever> all() {
        List<Retriever> arms = new ArrayList<>();
        arms.add(keyword);
        if (vector != null) {
            arms.add(vector);
        }
        arms.add(sql);
        return arms;
    }
}
