package dev.stampede.cloud.sqs.engine;

import java.util.Comparator;

/// What a queue must know of a message to hand it out; its body stays in the store.
final class Entry {

    enum State {
        AVAILABLE,
        /// Not to be seen before its delay is over.
        DELAYED,
        IN_FLIGHT
    }

    static final Comparator<Entry> BY_DUE =
            Comparator.comparingLong((Entry entry) -> entry.due).thenComparingLong(entry -> entry.number);
    static final Comparator<Entry> BY_AGE =
            Comparator.comparingLong((Entry entry) -> entry.born).thenComparingLong(entry -> entry.number);

    /// Its key in the store; no number is given twice.
    final long number;
    /// Its message group, empty where it has none.
    final String group;
    /// When it was sent, on the engine's monotonic clock; negative for what an earlier process took.
    final long born;

    State state = State.DELAYED;
    /// When it becomes visible (again), unless it is.
    long due;
    long received;
    /// By this queue.
    int receives;
    /// Milliseconds of the wall clock; 0 before the first receive.
    long firstReceived;

    Entry(long number, String group, long born, long due) {
        this.number = number;
        this.group = group;
        this.born = born;
        this.due = due;
    }
}
