package dev.stampede.local.endpoint;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// The items that transactions are at work on. DynamoDB Local lets every call wait for its turn; DynamoDB does not: a
/// transaction that meets another on an item is cancelled, and a single write that meets one is refused
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling).
///
/// DynamoDB is through with a transaction in some ten milliseconds. On a busy laptop one may wait for a second in the
/// engine; it is no longer in the way then, or a hot item would be refused to everybody all the time.
final class OngoingTransactions {

    static final Duration LONGEST = Duration.ofMillis(50);

    /// @param items   that it writes or checks
    /// @param beganAt on the clock
    record Transaction(List<String> items, long beganAt) {}

    private final LongSupplier nanoTime;
    private final Map<String, Transaction> byItem = new HashMap<>();

    /// @param nanoTime a clock like `System.nanoTime()`
    OngoingTransactions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Transaction of(List<String> items) {
        return new Transaction(items, nanoTime.getAsLong());
    }

    /// Takes all its items or, where another transaction is at work on one, none.
    ///
    /// @return the places of those that another is at work on; empty when all are taken
    synchronized List<Integer> begin(Transaction transaction) {
        List<String> items = transaction.items();
        List<Integer> conflicts =
                IntStream.range(0, items.size()).filter(i -> has(items.get(i))).boxed().toList();
        if (conflicts.isEmpty()) {
            items.forEach(item -> byItem.put(item, transaction));
        }
        return conflicts;
    }

    synchronized void end(Transaction transaction) {
        transaction.items().forEach(item -> byItem.computeIfPresent(
                item, (_, holder) -> holder == transaction ? null : holder));
    }

    synchronized boolean has(String item) {
        Transaction holder = byItem.get(item);
        return holder != null && nanoTime.getAsLong() - holder.beganAt() < LONGEST.toNanos();
    }
}
