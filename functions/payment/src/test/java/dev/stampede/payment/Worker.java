package dev.stampede.payment;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// A piece of work that stops before each of its calls until it is told to go on, so that a test can have others go on
/// in between. Of a test's threads one runs at a time.
final class Worker {

    /// How a worker dies.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Semaphore go = new Semaphore(0);
    private final Semaphore stopped = new Semaphore(0);
    private boolean killed;
    private boolean ended;
    private Throwable failure;

    /// @param work has to call [#beforeCall] of the worker it is given
    Worker(Consumer<Worker> work) {
        Thread.ofVirtual().start(() -> {
            go.acquireUninterruptibly();
            try {
                work.accept(this);
            } catch (RuntimeException | AssertionError e) {
                failure = e;
            }
            ended = true;
            stopped.release();
        });
    }

    void beforeCall() {
        stopped.release();
        go.acquireUninterruptibly();
        if (killed) {
            throw new Killed();
        }
    }

    void goOn() {
        go.release();
        stopped.acquireUninterruptibly();
        if (failure instanceof AssertionError wrong) {
            throw wrong;
        }
    }

    void die() {
        killed = true;
        goOn();
    }

    boolean ended() {
        return ended;
    }

    /// Whether it died or threw.
    boolean failed() {
        return failure != null;
    }
}
