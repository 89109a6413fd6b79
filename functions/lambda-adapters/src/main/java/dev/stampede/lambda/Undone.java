package dev.stampede.lambda;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// What of a batch is not done, by ids.
///
/// @param failed what would fail again: it is handed back, and its receives are counted
/// @param notNow what others were in the way of, or what got no answer in time: it is put off, and its receives are not
public record Undone(Set<String> failed, Set<String> notNow) implements Iterable<String> {

    public static final Undone NOTHING = new Undone(Set.of(), Set.of());

    public Undone {
        failed = Set.copyOf(failed);
        notNow = Set.copyOf(notNow);
    }

    public static Undone notNow(Collection<String> ids) {
        return new Undone(Set.of(), Set.copyOf(ids));
    }

    public boolean isEmpty() {
        return failed.isEmpty() && notNow.isEmpty();
    }

    /// All of it.
    @Override
    public Iterator<String> iterator() {
        Set<String> all = new HashSet<>(failed);
        all.addAll(notNow);
        return List.copyOf(all).iterator();
    }
}
