package ai.adcio.agent;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One fair lock for each conversation that has a turn under way, so that its turns run in the order in which they came
 * while other conversations run beside them. Holds nothing for a conversation that is idle. Thread safe.
 */
final class ConversationLocks {
    private final ConcurrentHashMap<String, Shared> locks = new ConcurrentHashMap<>();

    /** Runs one turn of a conversation when those before it are done. */
    void run(String conversationId, Runnable turn) {
        Shared shared = locks.compute(conversationId, (id, present) -> {
            Shared lock = present == null ? new Shared() : present;
            lock.users++;
            return lock;
        });
        shared.lock.lock();
        try {
            turn.run();
        } finally {
            shared.lock.unlock();
            locks.computeIfPresent(conversationId, (id, present) -> --present.users == 0 ? null : present);
        }
    }

    int size() {
        return locks.size();
    }

    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock(true);
        // Guarded by the map's own lock on the entry.
        private int users;
    }
}
