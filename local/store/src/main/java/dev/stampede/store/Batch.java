package dev.stampede.store;

import java.util.ArrayList;
import java.util.List;

/// Changes that are written together or not at all, in the order in which they were added.
public final class Batch {

    sealed interface Change {
        String space();

        record Put(String space, byte[] key, byte[] value) implements Change {}

        record Remove(String space, byte[] key) implements Change {}

        record Drop(String space) implements Change {}
    }

    private final List<Change> changes = new ArrayList<>();

    public Batch put(Space space, byte[] key, byte[] value) {
        changes.add(new Change.Put(space.name(), key, value));
        return this;
    }

    public Batch remove(Space space, byte[] key) {
        changes.add(new Change.Remove(space.name(), key));
        return this;
    }

    /// Removes every entry of a space, however many, in one step.
    public Batch drop(Space space) {
        changes.add(new Change.Drop(space.name()));
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    List<Change> changes() {
        return changes;
    }
}
