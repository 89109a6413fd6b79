package dev.stampede.lambda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Fills a transaction: each member brings an item of its own and shares others, such as stock, of which a transaction
/// writes each once.
public final class Packing {

    /// The most items that a transaction writes
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
    public static final int MAX_ITEMS = 100;

    private int members;
    private Set<Object> shared = new HashSet<>();

    /// Adds a member where there is room for it; the first always finds some.
    ///
    /// @param items that it shares with others
    /// @return whether it was added
    public boolean add(Collection<?> items) {
        Set<Object> more = new HashSet<>(shared);
        more.addAll(items);
        if (members > 0 && members + 1 + more.size() > MAX_ITEMS) {
            return false;
        }
        members++;
        shared = more;
        return true;
    }

    /// Members in their order, parted into as few transactions as that takes.
    ///
    /// @param items      that a member shares with others
    /// @param maxMembers of one transaction
    public static <T> List<List<T>> pack(
            Collection<T> members, Function<T, ? extends Collection<?>> items, int maxMembers) {
        List<List<T>> packed = new ArrayList<>();
        List<T> current = new ArrayList<>();
        Packing packing = new Packing();
        for (T member : members) {
            if (current.size() == maxMembers || !packing.add(items.apply(member))) {
                packed.add(current);
                current = new ArrayList<>();
                packing = new Packing();
                packing.add(items.apply(member));
            }
            current.add(member);
        }
        if (!current.isEmpty()) {
            packed.add(current);
        }
        return packed;
    }
}
