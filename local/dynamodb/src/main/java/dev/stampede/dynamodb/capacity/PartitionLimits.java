package dev.stampede.dynamodb.capacity;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one partition key takes in a second at most, however a table is scaled: 1,000 write and 3,000 read units
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html). Unused units of the
/// last second are not saved up beyond one second's.
public final class PartitionLimits {

    private static final String ON_DEMAND =
            "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly. If exceptions persist, check if you"
                    + " have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
    private static final String PROVISIONED =
            "The level of configured provisioned throughput for the table was exceeded."
                    + " Consider increasing your provisioning level with the UpdateTable API.";
    private static final double WRITES = 1000;
    private static final double READS = 3000;
    /// One that had nothing to do for a second is as good as new.
    private static final int MOST_PARTITIONS = 10_000;

    private record Partition(String tableId, AttributeValue hashKey) {}

    private static final class Bucket {
        private double units;
        private @Nullable Instant at;
    }

    private final boolean on;
    private final InstantSource clock;
    private final Map<Partition, Bucket> writes = bounded();
    private final Map<Partition, Bucket> reads = bounded();

    public PartitionLimits(boolean on, InstantSource clock) {
        this.on = on;
        this.clock = clock;
    }

    private static Map<Partition, Bucket> bounded() {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Partition, Bucket> eldest) {
                return size() > MOST_PARTITIONS;
            }
        };
    }

    /// @throws DynamoDbException ProvisionedThroughputExceededException, of a table on demand ThrottlingException, when
    ///                           the second's units are used up
    public void write(Table table, Map<String, AttributeValue> key, double units) {
        if (!mayWrite(table, key, units)) {
            throw exceeded(table);
        }
    }

    /// @throws DynamoDbException ProvisionedThroughputExceededException, of a table on demand ThrottlingException, when
    ///                           the second's units are used up
    public void read(Table table, Map<String, AttributeValue> key, double units) {
        if (!mayRead(table, key, units)) {
            throw exceeded(table);
        }
    }

    public boolean mayRead(Table table, Map<String, AttributeValue> key, double units) {
        return !on || take(reads, READS, table, key, units);
    }

    public boolean mayWrite(Table table, Map<String, AttributeValue> key, double units) {
        return !on || take(writes, WRITES, table, key, units);
    }

    private boolean take(
            Map<Partition, Bucket> buckets, double most, Table table, Map<String, AttributeValue> key, double units) {
        Instant now = clock.instant();
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(
                    new Partition(table.id(), table.key().hash().of(key)), _ -> new Bucket());
            bucket.units = bucket.at == null
                    ? most
                    : Math.min(most, bucket.units + most * Duration.between(bucket.at, now).toNanos() / 1e9);
            bucket.at = now;
            // What is more than a second gives is let in where nothing of the second was taken.
            if (bucket.units < Math.min(units, most)) {
                return false;
            }
            bucket.units -= units;
            return true;
        }
    }

    /// What is said of a table on demand is another error than of one with provisioned units
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TroubleshootingThrottling.html).
    private static DynamoDbException exceeded(Table table) {
        return isOnDemand(table)
                ? DynamoDbException.refused("ThrottlingException", ON_DEMAND)
                : DynamoDbException.refused("ProvisionedThroughputExceededException", PROVISIONED);
    }

    private static boolean isOnDemand(Table table) {
        return table.settings().at("/BillingModeSummary/BillingMode").asText().equals("PAY_PER_REQUEST");
    }
}
