package dev.stampede.verification.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One run of a function: a thread that goes on only while it has the turn, and gives it back at each of its calls.
final class Invocation {

    private final String worker;
    private final long patience;
    private final Thread thread;
    private volatile boolean turn;
    private volatile boolean finished;
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    /// Whether a fault has hit it: what happens twice because of it is forgiven where the design says so.
    private boolean disturbed;

    /// @param patience milliseconds after which what it works on is given to another one; 0 where it never is
    Invocation(String worker, long patience, Scheduler scheduler, Runnable body) {
        this.worker = worker;
        this.patience = patience;
        this.thread = Thread.ofVirtual().unstarted(() -> {
            park();
            try {
                if (!abandoned) {
                    body.run();
                }
            } catch (Crash _) {
                // The run is over, and nobody awaits what it was doing.
            } catch (Throwable e) {
                failure = e;
            } finally {
                finished = true;
                scheduler.takeTurn();
            }
        });
    }

    String worker() {
        return worker;
    }

    long patience() {
        return patience;
    }

    boolean isFinished() {
        return finished;
    }

    /// What the simulation itself did wrong in it.
    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean isDoomed() {
        return abandoned;
    }

    boolean isDisturbed() {
        return disturbed;
    }

    void disturb() {
        disturbed = true;
    }

    /// Called by the scheduler, which then waits for its own turn.
    void takeTurn() {
        turn = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
    }

    /// @throws Crash where the run has ended meanwhile
    void awaitTurn() {
        park();
        live();
    }

    /// @throws Crash where the run has ended
    void live() {
        if (abandoned) {
            throw new Crash();
        }
    }

    /// Ends it at its next turn.
    void abandon() {
        abandoned = true;
    }

    private void park() {
        while (!turn) {
            LockSupport.park(this);
        }
        turn = false;
    }
}
