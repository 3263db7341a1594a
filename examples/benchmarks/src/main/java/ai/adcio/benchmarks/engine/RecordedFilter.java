package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.FilterOperand;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Filters;
import java.util.List;

/** A condition as it went over the wire, back in the client's own terms. */
final class RecordedFilter {
    private RecordedFilter() {}

    static Filter of(Filters sent) {
        List<FilterOperand> parts = sent.getFiltersList().stream()
                .<FilterOperand>map(RecordedFilter::of)
                .toList();
        String property = sent.getTarget().getProperty();
        return switch (sent.getOperator()) {
            case OPERATOR_AND -> Filter.and(parts);
            case OPERATOR_OR -> Filter.or(parts);
            case OPERATOR_NOT -> Filter.not(parts.getFirst());
            case OPERATOR_CONTAINS_ANY ->
                Filter.property(property)
                        .containsAny(List.copyOf(sent.getValueTextArray().getValuesList()));
            case OPERATOR_CONTAINS_ALL ->
                Filter.property(property)
                        .containsAll(List.copyOf(sent.getValueTextArray().getValuesList()));
            case OPERATOR_GREATER_THAN_EQUAL -> Filter.property(property).gte(sent.getValueNumber());
            case OPERATOR_LESS_THAN_EQUAL -> Filter.property(property).lte(sent.getValueNumber());
            default ->
                throw new AdcioException(
                        "the arm asks by " + sent.getOperator() + ", which this benchmark does not know to repeat");
        };
    }
}
