package dev.stampede.dynamodb.table;

import java.util.Map;

/// What one item's write costs, in units before they are doubled for a transaction
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
///
/// @param indexes by the names of those indexes whose entries changed
public record WriteUnits(double table, Map<String, Double> indexes) {

    private static final int UNIT = 1024;

    static double of(int before, int after) {
        return Math.max(1, Math.ceilDiv(Math.max(before, after), UNIT));
    }
}
