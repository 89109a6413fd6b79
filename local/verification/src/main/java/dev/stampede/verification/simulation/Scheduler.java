package dev.stampede.verification.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One virtual timeline. Of all that is due it runs one thing at a time, in the order of virtual time, and chance
/// decides between things of the same millisecond; no thread ever runs beside another.
final class Scheduler {

    private record Task(long at, int tie, long number, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int order = Long.compare(at, other.at);
            order = order == 0 ? Integer.compare(tie, other.tie) : order;
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    private final Dice dice;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final Map<Invocation, Runnable> running = new LinkedHashMap<>();
    /// The one that runs it, known once it runs.
    @SuppressWarnings("NullAway.Init")
    private Thread thread;
    private volatile boolean turn;
    /// Null between two turns.
    private @Nullable Invocation current;
    private long now;
    private long made;
    private long steps;

    /// @param now milliseconds of the epoch at which the run begins
    Scheduler(Dice dice, long now) {
        this.dice = dice;
        this.now = now;
    }

    long now() {
        return now;
    }

    /// How many things have happened.
    long steps() {
        return steps;
    }

    /// The invocation whose turn it is.
    /// Whose turn it is.
    Invocation current() {
        return Objects.requireNonNull(current, "nobody's turn");
    }

    void after(long millis, Runnable action) {
        tasks.add(new Task(now + millis, dice.below(1 << 20), made++, action));
    }

    /// Starts an invocation as soon as its turn comes.
    ///
    /// @param over runs after it, however it ended
    void start(Invocation invocation, Runnable over) {
        running.put(invocation, over);
        after(0, () -> resume(invocation));
    }

    /// Lets virtual time pass for the invocation that calls it, and others go on meanwhile.
    void pause(long millis) {
        Invocation me = current();
        me.live();
        after(millis, () -> resume(me));
        takeTurn();
        me.awaitTurn();
    }

    /// Runs until nothing is left to happen, or until it is told to end.
    void run(BooleanSupplier ended) {
        thread = Thread.currentThread();
        while (!tasks.isEmpty() && !ended.getAsBoolean()) {
            Task next = tasks.remove();
            now = Math.max(now, next.at());
            steps++;
            next.action().run();
        }
        for (Invocation left : List.copyOf(running.keySet())) {
            left.abandon();
            resume(left);
        }
    }

    private void resume(Invocation invocation) {
        current = invocation;
        invocation.takeTurn();
        while (!turn) {
            LockSupport.park(this);
        }
        turn = false;
        current = null;
        if (invocation.isFinished()) {
            Runnable over = Objects.requireNonNull(running.remove(invocation));
            if (invocation.failure() != null) {
                throw new IllegalStateException(invocation.worker() + " broke", invocation.failure());
            }
            if (!invocation.isDoomed()) {
                over.run();
            }
        }
    }

    /// Called by the invocation that gives the turn back.
    void takeTurn() {
        turn = true;
        LockSupport.unpark(thread);
    }
}
