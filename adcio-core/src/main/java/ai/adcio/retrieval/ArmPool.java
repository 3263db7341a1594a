package ai.adcio.retrieval;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The bounded executor of the embedded arms, which have equal shares of it. A thread that hangs in an arm is replaced
 * until it comes back, so that one hanging arm does not starve the others. Threads are daemons and end when idle. Nothing
 * here interrupts a thread that works: the pool only ever wakes idle ones.
 */
final class ArmPool extends ThreadPoolExecutor {
    private final int size;
    private final ArmQueue queue;
    // Of the call that the thread is at.
    private final ThreadLocal<Long> startedAt = new ThreadLocal<>();
    private int hanging;

    /**
     * A pool for arms.
     *
     * @param size how many calls run at once
     * @param arms how many arms share it; of several, none gets the last thread beside its own calls
     * @param queuePerArm how many calls of each arm can wait
     */
    ArmPool(int size, int arms, int queuePerArm) {
        this(
                size,
                new ArmQueue(
                        queuePerArm,
                        arms > 1 ? Math.max(1, size - 1) : size,
                        call -> call instanceof ArmTask<?> task ? task.arm() : "",
                        call -> call instanceof ArmTask<?> task ? task.waitedNanos() : 0));
    }

    private ArmPool(int size, ArmQueue queue) {
        super(size, size, 30, TimeUnit.SECONDS, queue, threadFactory());
        this.size = size;
        this.queue = queue;
        allowCoreThreadTimeOut(true);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable call) {
        queue.started(call);
        startedAt.set(System.nanoTime());
    }

    @Override
    protected void afterExecute(Runnable call, @Nullable Throwable failure) {
        queue.finished(call, System.nanoTime() - startedAt.get());
    }

    /** Makes room for one more thread, since one is lost to a task that was left behind. */
    void replaceThread(ArmTask<?> lostTo) {
        synchronized (this) {
            resize(hanging + 1);
        }
        queue.leftBehind(lostTo);
    }

    /** Takes the room back, since the lost thread is free again. */
    synchronized void threadCameBack() {
        resize(hanging - 1);
    }

    private void resize(int nowHanging) {
        hanging = nowHanging;
        int target = size + Math.max(0, nowHanging);
        // The core size may never be above the maximum, not even in between.
        if (target > getMaximumPoolSize()) {
            setMaximumPoolSize(target);
            setCorePoolSize(target);
        } else {
            setCorePoolSize(target);
            setMaximumPoolSize(target);
        }
    }

    private static ThreadFactory threadFactory() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "adcio-arm-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
