package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The items that calls are at work on. A transaction that meets another call's write is cancelled, and a write that
/// meets a transaction is refused; writes without a transaction wait for each other
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling).
final class InFlight {

    private static final int TRANSACTION = -1;

    record ItemKey(String tableId, Map<String, AttributeValue> key) {
        static ItemKey of(ItemWrite write) {
            return new ItemKey(write.table().id(), write.key());
        }

        static ItemKey of(Table table, Map<String, AttributeValue> key) {
            return new ItemKey(table.id(), key);
        }
    }

    interface Work<T> {
        T run();
    }

    /// How many single writes are at work on an item, or that a transaction is.
    private final Map<ItemKey, Integer> held = new HashMap<>();

    /// @throws DynamoDbException TransactionConflictException when a transaction is at work on the item
    <T> T single(ItemKey item, Work<T> work) {
        synchronized (held) {
            if (held.getOrDefault(item, 0) == TRANSACTION) {
                throw DynamoDbException.refused("TransactionConflictException", "Transaction is ongoing for the item");
            }
            held.merge(item, 1, Integer::sum);
        }
        try {
            return work.run();
        } finally {
            synchronized (held) {
                held.computeIfPresent(item, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /// Holds all the items while it works, or none.
    ///
    /// @param conflicts takes which of the items others are at work on; where there are any the work is not begun
    <T> Optional<T> transaction(List<ItemKey> items, List<Boolean> conflicts, Work<T> work) {
        synchronized (held) {
            items.forEach(item -> conflicts.add(held.containsKey(item)));
            if (conflicts.contains(true)) {
                return Optional.empty();
            }
            items.forEach(item -> held.put(item, TRANSACTION));
        }
        try {
            return Optional.of(work.run());
        } finally {
            synchronized (held) {
                items.forEach(held::remove);
            }
        }
    }

    /// Which of the items a transaction is at work on.
    List<Boolean> inTransaction(List<ItemKey> items) {
        List<Boolean> conflicts = new ArrayList<>();
        synchronized (held) {
            items.forEach(item -> conflicts.add(held.getOrDefault(item, 0) == TRANSACTION));
        }
        return conflicts;
    }
}
