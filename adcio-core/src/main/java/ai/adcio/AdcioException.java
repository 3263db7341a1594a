package ai.adcio;

import org.jspecify.annotations.Nullable;

/** The root of every exception that this library throws of its own accord. */
public class AdcioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message names what was wrong, with which value, and what to do about it. */
    public AdcioException(String message) {
        super(message);
    }

    /** Creates an exception with the failure that lies beneath it; {@code cause} may be null. */
    public AdcioException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
