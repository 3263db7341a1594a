package ai.adcio.retrieval.opensearch;

/** The engine answered that it would not do what it was asked to. */
final class RefusedCall extends EngineFailure {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedCall(Answer answer) {
        super(Kind.REFUSED, text(answer));
        this.status = answer.status();
    }

    int status() {
        return status;
    }

    private static String text(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> "the engine answered " + answer.error() + "; check user, password and what they may do";
            case 404 -> "the engine answered " + answer.error() + "; publish a generation of the catalogue first";
            default -> "the engine answered " + answer.error();
        };
    }
}
