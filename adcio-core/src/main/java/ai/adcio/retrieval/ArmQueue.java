package ai.adcio.retrieval;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The calls of arms that wait for a thread. Next is the arm that has had the threads for the shortest time, and no arm
 * has more than its most at once, so that the calls of a slow arm, however many, do not hold up those of a quick one.
 * Calls of one arm go in the order in which they came until more wait than can be served soon; from then on the newest
 * goes first, but for one that has waited for long and would be in time if it were next. Bounded for each arm. Thread safe.
 */
final class ArmQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
    // Calls of one arm that are served in turn, for each that may run at once: at 50 ms a call the last waits 400 ms.
    private static final int BACKLOG = 8;

    // What has waited for longer than the first can still be in time if it is next; after the second hardly. Of a
    // deadline of two seconds, which turns have unless the builder says otherwise.
    private static final long PRESSED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOST_NANOS = TimeUnit.MILLISECONDS.toNanos(1_600);

    private final int perArm;
    private final int atOnce;
    private final Function<Runnable, String> armOf;
    private final ToLongFunction<Runnable> waited;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<String, Share> shares = new LinkedHashMap<>();
    // How long the arm that was served last had had the threads.
    private long servedNanos;
    private int size;
    // Calls under way that somebody waits for; by identity.
    private final Set<Runnable> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * An empty queue.
     *
     * @param perArm how many calls of one arm can wait
     * @param atOnce how many calls of one arm can run
     * @param armOf the arm of a call
     * @param waited how long a call has waited, in nanoseconds
     */
    ArmQueue(int perArm, int atOnce, Function<Runnable, String> armOf, ToLongFunction<Runnable> waited) {
        this.perArm = perArm;
        this.atOnce = atOnce;
        this.armOf = armOf;
        this.waited = waited;
    }

    /** What one arm waits for and has had. Guarded by the lock. */
    private static final class Share {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private long usedNanos;
        private long typicalNanos;
        private int running;

        /** The time that it has had, with what its calls under way will take. */
        long claimed() {
            return usedNanos + running * typicalNanos;
        }
    }

    /** Says that a thread begins with a call. */
    void started(Runnable call) {
        lock.lock();
        try {
            underWay.add(call);
            share(call).running++;
        } finally {
            lock.unlock();
        }
    }

    /** Says that nobody waits for a call under way, so that it no longer counts as one that runs. */
    void leftBehind(Runnable call) {
        lock.lock();
        try {
            ended(call);
        } finally {
            lock.unlock();
        }
    }

    /** Says that a thread is done with a call. */
    void finished(Runnable call, long nanos) {
        lock.lock();
        try {
            ended(call);
            Share share = share(call);
            share.usedNanos += nanos;
            share.typicalNanos = share.typicalNanos == 0 ? nanos : (3 * share.typicalNanos + nanos) / 4;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean offer(Runnable call) {
        lock.lock();
        try {
            Share share = share(call);
            if (share.waiting.size() >= perArm) {
                return false;
            }
            if (share.waiting.isEmpty()) {
                // An arm that was idle has saved nothing up with which it could now hold up the others.
                share.usedNanos = Math.max(share.usedNanos, servedNanos);
            }
            share.waiting.addLast(call);
            size++;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runnable poll() {
        lock.lock();
        try {
            Share next = next();
            if (next == null) {
                return null;
            }
            servedNanos = Math.max(servedNanos, next.usedNanos);
            size--;
            if (next.waiting.size() <= BACKLOG * atOnce) {
                return next.waiting.pollFirst();
            }
            Runnable pressed = pressed(next.waiting);
            if (pressed != null) {
                next.waiting.remove(pressed);
                return pressed;
            }
            return next.waiting.pollLast();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            Runnable call = poll();
            while (call == null && left > 0) {
                left = filled.awaitNanos(left);
                call = poll();
            }
            return call;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Runnable take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Runnable call = poll();
            while (call == null) {
                filled.await();
                call = poll();
            }
            return call;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(@Nullable Object call) {
        lock.lock();
        try {
            for (Share share : shares.values()) {
                if (share.waiting.remove(call)) {
                    size--;
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runnable peek() {
        lock.lock();
        try {
            Share next = next();
            return next == null ? null : next.waiting.peek();
        } finally {
            lock.unlock();
        }
    }

    /** Goes through a copy; removing from it is not supported. */
    @Override
    public Iterator<Runnable> iterator() {
        lock.lock();
        try {
            List<Runnable> all = new ArrayList<>(size);
            shares.values().forEach(share -> all.addAll(share.waiting));
            return List.copyOf(all).iterator();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** Room depends on the arm; what there is at least for one that does not wait. */
    @Override
    public int remainingCapacity() {
        return perArm;
    }

    /** Does not wait for room: whoever comes is told that the arm is busy. */
    @Override
    public void put(Runnable call) {
        add(call);
    }

    /** Does not wait for room. */
    @Override
    public boolean offer(Runnable call, long timeout, TimeUnit unit) {
        return offer(call);
    }

    @Override
    public int drainTo(Collection<? super Runnable> target) {
        return drainTo(target, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Runnable> target, int most) {
        int drained = 0;
        Runnable call;
        while (drained < most && (call = poll()) != null) {
            target.add(call);
            drained++;
        }
        return drained;
    }

    /** The oldest call that must be next to be in time and can still be, or null when none is pressed. */
    private @Nullable Runnable pressed(Deque<Runnable> waiting) {
        for (Runnable call : waiting) {
            long nanos = waited.applyAsLong(call);
            if (nanos < LOST_NANOS) {
                return nanos > PRESSED_NANOS ? call : null;
            }
        }
        return null;
    }

    /** Frees the place of a call once, whichever comes first: that it is left behind, or that it is done. */
    private void ended(Runnable call) {
        if (underWay.remove(call)) {
            share(call).running--;
            filled.signal();
        }
    }

    private Share share(Runnable call) {
        return shares.computeIfAbsent(armOf.apply(call), arm -> new Share());
    }

    private @Nullable Share next() {
        Share next = null;
        for (Share share : shares.values()) {
            boolean may = !share.waiting.isEmpty() && share.running < atOnce;
            if (may && (next == null || share.claimed() < next.claimed())) {
                next = share;
            }
        }
        return next;
    }
}
