package ai.adcio.retrieval;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded executor of the embedded arms. A thread that hangs in an arm is replaced until it comes back, so that one
 * hanging arm does not starve the others. Threads are daemons and end when idle. Nothing here interrupts a thread that
 * works: the pool only ever wakes idle ones.
 */
final class ArmPool extends ThreadPoolExecutor {
    private final int size;
    private int hanging;

    ArmPool(int size, int queueLength) {
        super(size, size, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queueLength), threadFactory());
        this.size = size;
        allowCoreThreadTimeOut(true);
    }

    /** Makes room for one more thread, since one is lost to a task that was left behind. */
    synchronized void replaceThread() {
        resize(hanging + 1);
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

    private static java.util.concurrent.ThreadFactory threadFactory() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "adcio-arm-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
