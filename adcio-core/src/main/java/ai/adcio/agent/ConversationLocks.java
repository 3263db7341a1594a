package ai.adcio.agent;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One fair lock for each conversation that has a turn under way, so that its turns run in the order in which they came
 * while other conversations run beside them. Holds nothing for a conversation that is idle. Thread safe.
 */
final class ConversationLocks {
    private final ConcurrentHashMap<String, Shared> locks = new ConcurrentHashMap<>();

    /** Waits for the conversation's turn; release it by closing what is returned, on the same thread. */
    Held hold(String conversationId) {
        Shared shared = locks.compute(conversationId, (id, present) -> {
            Shared lock = present == null ? new Shared() : present;
            lock.users++;
            return lock;
        });
        shared.lock.lock();
        return () -> {
            shared.lock.unlock();
            locks.computeIfPresent(conversationId, (id, present) -> --present.users == 0 ? null : present);
        };
    }

    int size() {
        return locks.size();
    }

    /** A lock that is held until closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock(true);
        // Guarded by the map's own lock on the entry.
        private int users;
    }
}
