package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reading costs
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
final class ReadUnits {

    private static final int UNIT = 4096;

    private ReadUnits() {}

    /// @param item null when there is none, which costs as much as a small one
    static double of(@Nullable Map<String, AttributeValue> item, boolean consistent) {
        return of(item == null ? 0 : Sizes.of(item), consistent);
    }

    /// @param bytes of one item, or of all that a query or a scan has read
    static double of(long bytes, boolean consistent) {
        return Math.max(1, Math.ceilDiv(bytes, (long) UNIT)) * (consistent ? 1 : 0.5);
    }
}
