package ai.adcio.retrieval.internal;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no safe connection comes about, where only somebody who changes certificates or settings can help. */
public enum TlsProblem {
    /** Expired, or not valid yet. */
    OUT_OF_DATE("shows a certificate that is not valid today; renew it, or set this machine's clock"),
    /** A certificate of somebody else. */
    OTHER_HOST("shows a certificate of another host; give the address by the name that the certificate has"),
    /** Nobody who is trusted vouches for it. */
    UNTRUSTED("shows a certificate that is not trusted; give what trusts its authority to tls(...)"),
    /** The server wants to know this side. */
    ASKS_FOR_OURS("asks for a certificate of ours; give one with its key to tls(...)"),
    /** There is no TLS at the address. */
    PLAIN("does not speak TLS; check the port, or write http where that is meant");

    private static final int DEEPEST = 20;

    private final String said;

    TlsProblem(String said) {
        this.said = said;
    }

    /** What to tell an operator, after the address. */
    public String said() {
        return said;
    }

    /** What an exception says of TLS; null when it is about something else, which may pass. */
    public static @Nullable TlsProblem of(Throwable thrown) {
        TlsProblem found = null;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            TlsProblem here = ofOne(cause);
            // The deeper, the more exact, but for what all of them are called.
            if (here != null && (found == null || here != UNTRUSTED)) {
                found = here;
            }
            cause = cause.getCause();
        }
        return found;
    }

    private static @Nullable TlsProblem ofOne(Throwable thrown) {
        // The JDK has no classes for some of these, only words.
        String message = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case CertificateExpiredException e -> OUT_OF_DATE;
            case CertificateNotYetValidException e -> OUT_OF_DATE;
            case SSLPeerUnverifiedException e -> OTHER_HOST;
            case CertificateException e ->
                message.startsWith("No subject alternative") || message.startsWith("No name matching")
                        ? OTHER_HOST
                        : UNTRUSTED;
            case SSLException e -> {
                if (message.contains("certificate_required") || message.contains("bad_certificate")) {
                    yield ASKS_FOR_OURS;
                }
                // Of sockets, and of engines.
                yield message.startsWith("Unsupported or unrecognized SSL message")
                                || message.startsWith("Unrecognized SSL message")
                        ? PLAIN
                        : null;
            }
            default -> null;
        };
    }
}
