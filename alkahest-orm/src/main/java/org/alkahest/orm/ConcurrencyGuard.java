package org.alkahest.orm;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a second thread uses a session while a first one does: one comparison and one write for each call. It
 * keeps nobody waiting; threads may use a session one after the other.
 */
final class ConcurrencyGuard {
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private int depth;

    /** Does work as the only user. Errors with ALK-2126 if another thread is in the middle of something. */
    <T> T call(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            exit();
        }
    }

    /** The same for work without a result. */
    void run(Runnable work) {
        enter();
        try {
            work.run();
        } finally {
            exit();
        }
    }

    private void enter() {
        Thread me = Thread.currentThread();
        if (me.equals(user.getPlain())) {
            depth++; // nobody else can have put this thread there
            return;
        }
        Thread other = user.compareAndExchange(null, me);
        if (other != null) {
            throw new AlkahestArgumentException(
                    "ALK-2126",
                    "Cannot use the session in thread '" + me.getName() + "' (" + me.threadId() + "): thread '"
                            + other.getName() + "' (" + other.threadId()
                            + ") is using it at this moment. Give each thread a session of its own, by"
                            + " Sessions.open().");
        }
        depth = 1;
    }

    private void exit() {
        depth--;
        if (depth == 0) {
            user.setRelease(null);
        }
    }
}
