package ai.adcio.retrieval.weaviate;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.internal.TlsProblem;
import io.weaviate.client6.v1.api.WeaviateApiException;
import io.weaviate.client6.v1.api.WeaviateConnectException;
import io.weaviate.client6.v1.api.WeaviateUnsupportedVersionException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong with Weaviate, in a line for operators: neither what a server said, which may repeat a shopper's words,
 * nor a key is in it.
 */
final class WeaviateFailure extends AdcioException {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WeaviateFailure.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final boolean passing;
    private final Kind kind;

    /** What can be done about it. */
    enum Kind {
        /** The key was refused. */
        KEY,
        /** The collection or the tenant is not there. */
        MISSING,
        /** Nobody answered at the address, or not safely. */
        UNREACHABLE,
        /** Anything else. */
        OTHER
    }

    WeaviateFailure(String cause, boolean passing) {
        this(cause, passing, Kind.OTHER);
    }

    private WeaviateFailure(String cause, boolean passing, Kind kind) {
        super(cause);
        this.passing = passing;
        this.kind = kind;
    }

    /** Whether it may be gone in a moment, so that trying again makes sense. */
    boolean passing() {
        return passing;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the next call should connect anew: with a key that was renewed, or without the pauses of a lost channel. */
    boolean wantsNewConnection() {
        return kind == Kind.KEY || kind == Kind.UNREACHABLE;
    }

    /** What the client threw, told by us. */
    static WeaviateFailure of(Throwable thrown, WeaviateSettings settings) {
        LOG.debug("Weaviate failed", thrown);
        String who = "Weaviate at " + settings.address();
        TlsProblem unsafe = TlsProblem.of(thrown);
        if (unsafe != null) {
            return new WeaviateFailure(who + " " + remedied(unsafe), false, Kind.UNREACHABLE);
        }
        return switch (thrown) {
            case WeaviateFailure known -> known;
            case WeaviateApiException answer -> ofAnswer(answer, who, settings);
            case WeaviateConnectException e -> unreachable(who);
            case WeaviateUnsupportedVersionException e ->
                new WeaviateFailure(who + " is too old for its client; run version 1.33 or newer", false);
            case LinkageError e ->
                new WeaviateFailure(
                        "the client of Weaviate is not on the class path; add the dependency io.weaviate:client6",
                        false);
            case java.io.IOException e -> unreachable(who);
            // The client trips over an answer that was cut, or that is none, without an exception of its own for it.
            default -> new WeaviateFailure(who + " failed: " + thrown.getClass().getSimpleName(), true);
        };
    }

    private static String remedied(TlsProblem unsafe) {
        return unsafe == TlsProblem.ASKS_FOR_OURS
                ? "asks for a certificate of ours, which its client cannot show; let a proxy show it"
                : unsafe.said();
    }

    private static WeaviateFailure ofAnswer(WeaviateApiException answer, String who, WeaviateSettings settings) {
        Integer status = answer.httpStatusCode();
        String said = String.valueOf(answer.getError()).toLowerCase(Locale.ROOT);
        if (status != null) {
            return ofHttp(status, said, who);
        }
        String code = String.valueOf(answer.grpcStatusCode());
        return code.equals("UNAVAILABLE") ? unreachableByGrpc(settings) : ofGrpc(code, said, who);
    }

    private static WeaviateFailure ofHttp(int status, String said, String who) {
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return refusedKey(who);
        }
        if (status == NOT_FOUND || status == UNPROCESSABLE && isMissing(said)) {
            return missing(who);
        }
        return new WeaviateFailure(
                who + " answered with status " + status, status == TOO_MANY || status >= SERVER_ERROR);
    }

    private static WeaviateFailure ofGrpc(String code, String said, String who) {
        return switch (code) {
            case "UNAUTHENTICATED", "PERMISSION_DENIED" -> refusedKey(who);
            case "NOT_FOUND" -> missing(who);
            case "DEADLINE_EXCEEDED" -> new WeaviateFailure(who + " did not answer in time", true);
            case "CANCELLED" -> new WeaviateFailure("the search was cancelled", false);
            case "RESOURCE_EXHAUSTED" -> new WeaviateFailure(who + " is overloaded", true);
            // Weaviate's own errors come so, and so does an answer that was cut off.
            case "UNKNOWN", "INTERNAL" ->
                isMissing(said) ? missing(who) : new WeaviateFailure(who + " answered with status " + code, true);
            default ->
                isMissing(said) ? missing(who) : new WeaviateFailure(who + " answered with status " + code, false);
        };
    }

    private static boolean isMissing(String said) {
        return said.contains("could not find class")
                || said.contains("collection not found")
                || said.contains("class not found")
                || said.contains("tenant not found")
                || said.contains("not found in schema");
    }

    private static WeaviateFailure unreachable(String who) {
        return new WeaviateFailure(who + " cannot be reached", true, Kind.UNREACHABLE);
    }

    /** The client keeps the reason to itself, a certificate that it refuses too. */
    private static WeaviateFailure unreachableByGrpc(WeaviateSettings settings) {
        return new WeaviateFailure(
                "Weaviate at " + settings.address() + " cannot be reached over gRPC at " + settings.grpcHost() + ":"
                        + settings.grpcPort()
                        + (settings.secure()
                                ? "; check that port, that host's certificate and what tls(...) trusts"
                                : "; check that port"),
                true,
                Kind.UNREACHABLE);
    }

    private static WeaviateFailure refusedKey(String who) {
        return new WeaviateFailure(who + " refuses the API key", false, Kind.KEY);
    }

    /** The shop is not there. */
    static WeaviateFailure missing(WeaviateSettings settings) {
        return missing("Weaviate at " + settings.address());
    }

    private static WeaviateFailure missing(String who) {
        return new WeaviateFailure(who + " does not hold this shop; fill it first", false, Kind.MISSING);
    }
}
