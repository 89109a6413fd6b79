package dev.stampede.cloud.sqs.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The visible messages of a queue in the order in which they are handed out: in the order they became visible, but one
/// noisy message group holds up no other
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html). The group with
/// the fewest messages in flight comes first, and among those each in its turn. Messages of no group take turns as one,
/// and none of them counts as noisy.
final class FairOrder {

    private static final Comparator<Group> NEXT = Comparator.comparingInt((Group group) -> group.taken)
            .thenComparingLong(group -> group.turn)
            .thenComparing(group -> group.name);

    private static final class Group {
        private final String name;
        private final LinkedHashSet<Entry> entries = new LinkedHashSet<>();
        private int taken;
        private long turn;

        private Group(String name, long turn) {
            this.name = name;
            this.turn = turn;
        }

        private boolean isCounted() {
            return !name.isEmpty();
        }
    }

    private final Map<String, Group> groups = new HashMap<>();
    /// Those with visible messages.
    private final TreeSet<Group> waiting = new TreeSet<>(NEXT);
    private long turns;
    private int size;

    int size() {
        return size;
    }

    void add(Entry entry) {
        Group group = changing(entry);
        group.entries.addLast(entry);
        size++;
        changed(group);
    }

    /// The next one, which is in flight from now on until it is released.
    Optional<Entry> take() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Group group = waiting.pollFirst();
        Entry entry = group.entries.removeFirst();
        size--;
        group.turn = ++turns;
        group.taken += group.isCounted() ? 1 : 0;
        changed(group);
        return Optional.of(entry);
    }

    /// Undoes a take.
    void putBack(Entry entry) {
        Group group = changing(entry);
        group.taken -= group.isCounted() ? 1 : 0;
        group.entries.addFirst(entry);
        size++;
        changed(group);
    }

    /// Ends the flight of one that was taken.
    void release(Entry entry) {
        Group group = changing(entry);
        group.taken -= group.isCounted() ? 1 : 0;
        changed(group);
    }

    /// Takes out a visible one that nobody receives any more.
    void remove(Entry entry) {
        Group group = changing(entry);
        size -= group.entries.remove(entry) ? 1 : 0;
        changed(group);
    }

    private Group changing(Entry entry) {
        Group group = groups.computeIfAbsent(entry.group, name -> new Group(name, ++turns));
        waiting.remove(group);
        return group;
    }

    private void changed(Group group) {
        if (!group.entries.isEmpty()) {
            waiting.add(group);
        } else if (group.taken == 0) {
            groups.remove(group.name);
        }
    }
}
