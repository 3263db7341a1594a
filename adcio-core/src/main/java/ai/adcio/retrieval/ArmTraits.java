package ai.adcio.retrieval;

import ai.adcio.Language;
import java.util.Set;

/**
 * What an arm is and can do.
 *
 * @param name {@code keyword}, {@code vector} or {@code sql}; another name for an arm of another kind
 * @param languages the languages that it understands; empty for any. It abstains on the rest.
 * @param computes whether it answers {@link RetrievalRequest#aggregate()} and exact sorting over the whole catalogue
 * @param remote whether it waits for a network, and so runs on a virtual thread, or works in this process, and so runs
 *     on a bounded executor
 * @param afterwards which of a request's filters its engine cannot keep, so that the arm holds what it finds against the
 *     records and asks for more; for operators, empty when the engine keeps all
 */
public record ArmTraits(String name, Set<Language> languages, boolean computes, boolean remote, String afterwards) {
    /** The name of keyword arms. */
    public static final String KEYWORD = "keyword";
    /** The name of vector arms. */
    public static final String VECTOR = "vector";
    /** The name of SQL arms. */
    public static final String SQL = "sql";
    /**
     * The name of the arm that every {@link HybridRetriever} has of itself: it computes and lists by reading each record
     * of the turn's catalogue, which is exact and slow. Plans name it to stand by. An arm that is given
     * under this name takes its place.
     */
    public static final String RECORDS = "records";

    /** Copies the languages. */
    public ArmTraits {
        languages = Set.copyOf(languages);
    }

    /** An arm whose engine keeps every filter. */
    public ArmTraits(String name, Set<Language> languages, boolean computes, boolean remote) {
        this(name, languages, computes, remote, "");
    }
}
