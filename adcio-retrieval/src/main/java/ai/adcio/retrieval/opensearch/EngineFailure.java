package ai.adcio.retrieval.opensearch;

/** A call that was not answered as it should be. The message holds nothing that was sent. */
class EngineFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    EngineFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether asking again may help. */
    boolean passes() {
        return kind != Kind.CANCELLED && kind != Kind.CLOSED && kind != Kind.UNSAFE;
    }

    enum Kind {
        /** No answer in time. */
        LATE,
        /** Nobody wants the answer any longer. */
        CANCELLED,
        /** This side is closed. */
        CLOSED,
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** No connection that is safe; it stays so until somebody changes certificates or settings. */
        UNSAFE,
        /** An answer that is none. */
        GARBAGE,
        /** An answer that says no. */
        REFUSED
    }
}
