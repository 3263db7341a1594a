package ai.adcio.sql;

import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.sql.CatalogQuery.Answer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an arm that answers by SQL says. */
final class Answers {
    private Answers() {}

    /** The answer to a request that asks for a ranking by words, or null when SQL can answer it. */
    static RetrievalResult.@Nullable Abstained abstention(RetrievalRequest request) {
        boolean computes = request.sort() != null || request.aggregate() != null;
        boolean wordsAreLeft = !request.terms().isEmpty()
                || (!request.query().isBlank() && request.filters().isEmpty());
        return wordsAreLeft && !computes
                ? new RetrievalResult.Abstained("free text is left, and SQL matches fields exactly")
                : null;
    }

    /** The result that the rows of a question's statement are. */
    static RetrievalResult result(CatalogQuery query, Rows rows, Dialect dialect) {
        return switch (query.answer()) {
            case Answer.Products products -> {
                if (rows.values().isEmpty()) {
                    yield new RetrievalResult.Empty("no product meets every condition");
                }
                int last = rows.columns().size() - 1;
                List<RetrievalResult.Hit> hits = new ArrayList<>(rows.values().size());
                for (List<@Nullable Object> row : rows.values()) {
                    hits.add(new RetrievalResult.Hit(
                            dialect.read(String.valueOf(row.getFirst())),
                            rows.values().size() - hits.size()));
                }
                yield new RetrievalResult.Found(
                        hits, number(rows.values().getFirst().get(last)).longValue());
            }
            case Answer.Figure figure ->
                computed(figure.aggregate(), rows.values().getFirst());
        };
    }

    private static RetrievalResult computed(Aggregate aggregate, List<@Nullable Object> row) {
        BigDecimal products = number(row.getFirst());
        long over = products.longValue();
        if (aggregate.function() == Aggregate.Function.COUNT) {
            return new RetrievalResult.Computed(aggregate, products, over);
        }
        if (over == 0) {
            return new RetrievalResult.Computed(aggregate, null, 0);
        }
        BigDecimal value = number(row.get(1));
        if (aggregate.function() == Aggregate.Function.AVERAGE) {
            value = value.divide(number(row.get(2)), MathContext.DECIMAL64);
        }
        return new RetrievalResult.Computed(aggregate, value, over);
    }

    private static BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case Number other -> new BigDecimal(other.toString());
            case null, default -> throw new IllegalStateException("the database gave no number");
        };
    }
}
