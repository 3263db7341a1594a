package ai.adcio.retrieval;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Collects what a class logs until it is closed. Thread safe. */
public final class LogWatch extends Handler implements AutoCloseable {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Logger logger;
    private final @Nullable Level before;

    /** Collects from a level on. */
    public LogWatch(Class<?> logging, Level least) {
        logger = Logger.getLogger(logging.getName());
        before = logger.getLevel();
        logger.setLevel(least);
        setLevel(least);
        logger.addHandler(this);
    }

    /** What was logged and nobody has taken yet, in order. */
    public BlockingQueue<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            messages.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
