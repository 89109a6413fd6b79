package dev.stampede.local.endpoint;

import dev.stampede.local.fault.TokenBucket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// The thousand write units a second that one item can take at most, however the table is scaled
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html). DynamoDB Local knows
/// no such limit. A write counts when it is let in, whatever becomes of it.
final class HotItems {

    private static final int UNITS_A_SECOND = 1_000;
    /// One that had nothing to do for a second is as good as new.
    private static final int MAX_ITEMS = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MAX_ITEMS;
        }
    };

    HotItems(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @return the places of the writes that are too much
    List<Integer> refused(List<ItemWrite> writes) {
        return IntStream.range(0, writes.size())
                .filter(i -> !bucket(writes.get(i).item()).take(writes.get(i).units()))
                .boxed()
                .toList();
    }

    private synchronized TokenBucket bucket(String item) {
        return buckets.computeIfAbsent(item, _ -> new TokenBucket(UNITS_A_SECOND, UNITS_A_SECOND, nanoTime));
    }
}
