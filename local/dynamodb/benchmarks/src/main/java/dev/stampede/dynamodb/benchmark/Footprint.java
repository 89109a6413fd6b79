package dev.stampede.dynamodb.benchmark;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import java.io.IOException;
import java.nio.file.Path;

/// What 100,000 orders take, with their index and their records in the stream, which keeps them for a day.
///
/// @param memory bytes of the heap where the tables are in memory
/// @param open   bytes of the disk while the engine is at work
/// @param closed bytes of the disk once it was closed
record Footprint(long memory, long open, long closed) {

    private static final int ORDERS = 100_000;

    /// @param killed gets the files as they are when the process ends without a warning
    /// @param closed gets them as they are when the engine was closed
    static Footprint measure(Path killed, Path closed) throws IOException {
        long memory = inMemory();
        try (DynamoDb engine = DynamoDb.open(closed, Settings.DEFAULTS)) {
            fill(engine);
            Folders.copy(closed, killed);
        }
        return new Footprint(memory, Folders.bytes(killed), Folders.bytes(closed));
    }

    private static long inMemory() {
        long before = heap();
        try (DynamoDb engine = DynamoDb.inMemory(Settings.DEFAULTS)) {
            fill(engine);
            return heap() - before;
        }
    }

    private static void fill(DynamoDb engine) {
        Orders orders = new Orders(engine);
        orders.create();
        orders.fill(0, ORDERS);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public String toString() {
        return "100,000 orders take %d MB of memory, or %d MB of disk while the engine is open, %d MB closed"
                .formatted(memory >> 20, open >> 20, closed >> 20);
    }
}
