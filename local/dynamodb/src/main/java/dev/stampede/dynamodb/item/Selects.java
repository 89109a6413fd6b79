package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.Map;
import java.util.Optional;

/// Reads a page for a statement: a query where it says which partition, a scan where it does not.
public final class Selects {

    private final Database database;
    private final PartitionLimits limits;

    Selects(Database database, PartitionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    /// @param partition which partition, and which part of it; empty reads all
    /// @param start     the position behind which to go on
    public record Select(
            Optional<KeyCondition> partition, boolean descending, Optional<Condition> filter,
            Optional<Projection> projection, Optional<Map<String, AttributeValue>> start) {}

    /// @param request has `TableName`, and may have `IndexName`, `ConsistentRead` and `Limit`
    /// @return as Query answers
    public ObjectNode page(Select select, ObjectNode request, Consumption consumption) {
        Source source = Source.of(database, request);
        KeyRange range = select.partition()
                .map(partition -> QueryRange.of(partition, select.descending()))
                .orElse(KeyRange.ALL);
        if (select.start().isPresent()) {
            StartKey.checkForScan(source, select.start().get());
            range = StartKey.after(range, source.bytes(select.start().get()));
        }
        Selection selection =
                new Selection(false, select.projection().isEmpty() && source.index().isEmpty(), select.projection());
        selection.check(source);
        return Page.read(source, range, select.filter(), selection, request, limits, consumption);
    }
}
