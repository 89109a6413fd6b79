package dev.stampede.dynamodb.table;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one item's write costs, in units before they are doubled for a transaction
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
///
/// @param indexes of those whose entries changed; one may be newer than the table that the caller knows
public record WriteUnits(double table, List<OfIndex> indexes) {

    public record OfIndex(Index index, double units) {}

    private static final int UNIT = 1024;

    static double of(int before, int after) {
        return Math.max(1, Math.ceilDiv(Math.max(before, after), UNIT));
    }

    /// What a write costs that a condition has held back.
    ///
    /// @param item null when there is none
    public static WriteUnits ofItem(@Nullable Map<String, AttributeValue> item) {
        return new WriteUnits(of(0, item == null ? 0 : Sizes.of(item)), List.of());
    }
}
