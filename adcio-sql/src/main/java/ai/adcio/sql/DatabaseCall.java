package ai.adcio.sql;

import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One question to the database, of which the asker lets go at the deadline or when the answer is no longer wanted,
 * whatever the database, the driver or the network do. It is then stopped: first by cancelling the statement, and where
 * that does not help by breaking the connection, so that nothing is left behind. Used once.
 */
final class DatabaseCall<T> {
    // How long a server may take to give a cancelled statement up.
    private static final long GRACE_MILLISECONDS = 1_000;

    // A virtual thread that waits for a socket is woken by way of two others, which cost a tenth of all searches.
    private static final Executor ASKERS = Executors.newCachedThreadPool(Thread.ofPlatform()
            .daemon()
            .name("adcio-sql-", 0)
            .inheritInheritableThreadLocals(false)
            .factory());

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private @Nullable Statement running;
    private boolean stopped;

    /** What is asked, on a thread of its own. */
    interface Question<T> {
        T ask(DatabaseCall<T> call) throws SQLException;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws SQLException when the database fails, or the answer is late or no longer wanted
     */
    T ask(Question<T> question, Deadline deadline, Cancellation cancellation) throws SQLException {
        if (cancellation.isCancelled() || deadline.expired()) {
            throw new DatabaseErrors.Stopped("nobody waits for the answer any longer");
        }
        ASKERS.execute(() -> {
            try {
                answer.complete(question.ask(this));
            } catch (SQLException | RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                ended.complete(true);
            }
        });
        cancellation.onCancel(() -> giveUp("the answer is no longer wanted"));
        try {
            return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp("stopped at the deadline");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp("the thread was interrupted while it waited for the database");
        } catch (ExecutionException e) {
            throw failure(e);
        }
        // An answer that came at the last moment counts.
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseErrors.Stopped("the thread was interrupted while it waited for the database");
        }
    }

    private static SQLException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case SQLException failed -> failed;
            case null, default -> new SQLException("the data source failed", "08000", e.getCause());
        };
    }

    private void giveUp(String why) {
        if (answer.completeExceptionally(new DatabaseErrors.Stopped(why))) {
            // Cancelling talks to the server, for which nobody's turn waits.
            Thread.startVirtualThread(this::stop);
        }
    }

    private void stop() {
        Connection broken;
        lock.lock();
        try {
            stopped = true;
            if (running != null) {
                running.cancel();
            }
            broken = connection;
        } catch (SQLException e) {
            broken = connection;
        } finally {
            lock.unlock();
        }
        try {
            ended.get(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abort(broken);
        } catch (ExecutionException | InterruptedException e) {
            abort(broken);
        }
    }

    private static void abort(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already, which is what was wanted.
            return;
        }
    }

    /** Tells on which connection the question is asked; refuses one that comes too late. */
    void connected(Connection on) throws SQLException {
        lock.lock();
        try {
            checkWanted();
            connection = on;
        } finally {
            lock.unlock();
        }
    }

    /** Tells which statement would have to be cancelled. */
    void running(Statement statement) throws SQLException {
        lock.lock();
        try {
            checkWanted();
            running = statement;
        } finally {
            lock.unlock();
        }
    }

    // Under the lock: a cancellation under way must not hit what the connection is used for next.
    /** Tells that the connection goes back to where it came from. */
    void released() {
        lock.lock();
        try {
            running = null;
            connection = null;
        } finally {
            lock.unlock();
        }
    }

    private void checkWanted() throws SQLException {
        if (stopped) {
            throw new DatabaseErrors.Stopped("nobody waits for the answer any longer");
        }
    }
}
