package ai.adcio.retrieval;

/**
 * An arm: something that finds products. Thread safe.
 *
 * <p>Every filter of the request is kept by every product found: an arm pushes it down to its engine, or checks the
 * records of {@link RetrievalRequest#catalog()} itself. An arm answers from the catalogue version of the request, or
 * from its newest when it has no such version.
 */
public interface Retriever {
    /** What the arm is and can do; the same at every call. */
    ArmTraits traits();

    /**
     * Finds products, most relevant first. Failures come back as {@link RetrievalResult.Failed}; an exception thrown is
     * taken for one. The call should end soon after the deadline or the cancellation.
     */
    RetrievalResult retrieve(RetrievalRequest request);
}
