package ai.adcio.retrieval;

/**
 * A number to compute over all products that meet the filters.
 *
 * @param function what to compute
 * @param field the numeric field; {@code id} for a count
 */
public record Aggregate(Function function, String field) {
    /** The number of products. */
    public static final Aggregate COUNT = new Aggregate(Function.COUNT, "id");

    /** What can be computed. */
    public enum Function {
        /** The number of products. */
        COUNT,
        /** The arithmetic mean. */
        AVERAGE,
        /** The least value. */
        MINIMUM,
        /** The greatest value. */
        MAXIMUM
    }
}
