package dev.stampede.cloud.sqs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/// One queue: who is visible, who is delayed or in flight until when. The engine's lock guards all of it.
final class Queue {

    /// What grew too old while nobody could receive it, the machine being off, is kept for so long after the start.
    private static final long GRACE = TimeUnit.HOURS.toNanos(1);

    final String name;
    final String arn;
    /// Signalled when there may be something to receive, or sooner than it was.
    final Condition changed;
    final long createdAt;
    long modifiedAt;
    QueueAttributes attributes;
    SortedMap<String, String> tags;
    boolean deleted;
    /// When it was emptied last.
    OptionalLong purged = OptionalLong.empty();

    private final Map<Long, Entry> entries = new TreeMap<>();
    private final FairOrder available = new FairOrder();
    /// Delayed and in flight.
    private final TreeSet<Entry> waiting = new TreeSet<>(Entry.BY_DUE);
    private final TreeSet<Entry> ages = new TreeSet<>(Entry.BY_AGE);
    private int inFlight;

    Queue(String name, String arn, Condition changed, long createdAt, long modifiedAt, QueueAttributes attributes,
            SortedMap<String, String> tags) {
        this.name = name;
        this.arn = arn;
        this.changed = changed;
        this.createdAt = createdAt;
        this.modifiedAt = modifiedAt;
        this.attributes = attributes;
        this.tags = tags;
    }

    void add(Entry entry, long now) {
        // What became visible before comes before.
        settle(now);
        put(entry, now);
        changed.signalAll();
    }

    /// Of an earlier process, before anybody waits.
    void restore(Entry entry) {
        put(entry, 0);
    }

    private void put(Entry entry, long now) {
        entries.put(entry.number, entry);
        ages.add(entry);
        if (entry.due > now) {
            waiting.add(entry);
        } else {
            entry.state = Entry.State.AVAILABLE;
            available.add(entry);
        }
    }

    /// Makes visible what is due.
    void settle(long now) {
        while (!waiting.isEmpty() && waiting.first().due <= now) {
            Entry entry = waiting.pollFirst();
            land(entry);
            entry.state = Entry.State.AVAILABLE;
            available.add(entry);
        }
    }

    /// When the next one becomes visible.
    OptionalLong nextDue() {
        return waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(waiting.first().due);
    }

    /// Puts the next visible one in flight.
    Optional<Entry> take(long now, long due) {
        Optional<Entry> next = available.take();
        next.ifPresent(entry -> {
            entry.state = Entry.State.IN_FLIGHT;
            entry.received = now;
            entry.due = due;
            waiting.add(entry);
            inFlight++;
        });
        return next;
    }

    /// Undoes a take.
    void putBack(Entry entry) {
        waiting.remove(entry);
        inFlight--;
        entry.state = Entry.State.AVAILABLE;
        available.putBack(entry);
    }

    void remove(Entry entry) {
        if (entry.state == Entry.State.AVAILABLE) {
            available.remove(entry);
        } else {
            waiting.remove(entry);
            land(entry);
        }
        ages.remove(entry);
        entries.remove(entry.number);
    }

    void postpone(Entry entry, long due) {
        waiting.remove(entry);
        entry.due = due;
        waiting.add(entry);
        changed.signalAll();
    }

    private void land(Entry entry) {
        if (entry.state == Entry.State.IN_FLIGHT) {
            inFlight--;
            available.release(entry);
        }
    }

    /// What the retention period has ended for.
    List<Entry> expired(long now) {
        long retention = attributes.retention().toNanos();
        List<Entry> expired = new ArrayList<>();
        for (Entry entry : ages) {
            if (entry.born + retention > now || entry.born < 0 && now < GRACE) {
                break;
            }
            expired.add(entry);
        }
        return expired;
    }

    Optional<Entry> find(long number) {
        return Optional.ofNullable(entries.get(number));
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    int visible() {
        return available.size();
    }

    int inFlight() {
        return inFlight;
    }

    int delayed() {
        return waiting.size() - inFlight;
    }
}
