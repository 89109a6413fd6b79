package dev.stampede.local.endpoint;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What DynamoDB holds writes of single items to, and DynamoDB Local does not.
final class ItemLimits {

    private final Map<String, TableSchema> tables;
    private final KnownItems known;
    private final HotItems hot;
    private final OngoingTransactions ongoing;

    /// @param nanoTime a clock like `System.nanoTime()`
    ItemLimits(Map<String, TableSchema> tables, KnownItems known, LongSupplier nanoTime) {
        this.tables = tables;
        this.known = known;
        this.hot = new HotItems(nanoTime);
        this.ongoing = new OngoingTransactions(nanoTime);
    }

    /// Serves a call, or refuses it for the items that it writes.
    Answer within(AwsRequest request, Function<AwsRequest, Answer> engine) {
        List<ItemWrite> writes = ItemWrite.of(request, tables, known);
        if (writes.isEmpty()) {
            return engine.apply(request);
        }
        boolean transaction = request.operation().equals("TransactWriteItems");
        List<Integer> tooHot = hot.refused(writes);
        if (!tooHot.isEmpty()) {
            return transaction
                    ? DynamoDbRefusals.cancelled(request, DynamoDbRefusals.THROTTLED, tooHot)
                    : DynamoDbRefusals.throttled(request);
        }
        List<String> items = writes.stream().map(ItemWrite::item).toList();
        return transaction ? alone(request, items, engine)
                : ongoing.has(items.getFirst()) ? DynamoDbRefusals.conflicted(request)
                : engine.apply(request);
    }

    private Answer alone(AwsRequest request, List<String> items, Function<AwsRequest, Answer> engine) {
        OngoingTransactions.Transaction transaction = ongoing.of(items);
        List<Integer> conflicts = ongoing.begin(transaction);
        if (!conflicts.isEmpty()) {
            return DynamoDbRefusals.cancelled(request, DynamoDbRefusals.CONFLICT, conflicts);
        }
        try {
            return engine.apply(request);
        } finally {
            ongoing.end(transaction);
        }
    }
}
