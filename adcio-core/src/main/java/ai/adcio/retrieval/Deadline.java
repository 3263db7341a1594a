package ai.adcio.retrieval;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment after which nobody waits for an answer. Immutable and thread safe. */
public final class Deadline {
    private final LongSupplier nanos;
    private final long at;
    private final boolean none;

    private Deadline(LongSupplier nanos, long at, boolean none) {
        this.nanos = nanos;
        this.at = at;
        this.none = none;
    }

    /** A deadline this far from now, by the JVM's own ticker. */
    public static Deadline in(Duration duration) {
        return in(duration, System::nanoTime);
    }

    /** A deadline by another ticker, which counts nanoseconds as {@link System#nanoTime} does. */
    public static Deadline in(Duration duration, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + duration.toNanos(), false);
    }

    /** No deadline: for evaluation and tests, where the machine's speed must not change an answer. */
    public static Deadline none() {
        return new Deadline(() -> 0, 0, true);
    }

    /** Half-way between now and this; none when there is no deadline. */
    Deadline halfway() {
        return none ? this : in(remaining().dividedBy(2), nanos);
    }

    /** Whether there is no deadline at all. */
    public boolean isNone() {
        return none;
    }

    /** The time left, zero when it has passed; a day when there is no deadline. */
    public Duration remaining() {
        return none ? Duration.ofDays(1) : Duration.ofNanos(Math.max(0, at - nanos.getAsLong()));
    }

    /** Whether it has passed. */
    public boolean expired() {
        return !none && at - nanos.getAsLong() <= 0;
    }
}
