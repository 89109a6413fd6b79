package dev.stampede.dynamodb.benchmark;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Calls a second. `thrpt` is of whole calls, so fifty times as many items in transactions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class EngineBenchmark {

    private static final int THERE_BEFORE = 10_000;

    /// Where the tables are: `memory` or `folder`.
    @Param({"memory", "folder"})
    public String tables;

    private final AtomicInteger next = new AtomicInteger(THERE_BEFORE);
    private Path folder;
    private DynamoDb engine;
    private Orders orders;

    @Setup
    public void open() throws IOException {
        folder = Folders.make();
        engine = tables.equals("memory")
                ? DynamoDb.inMemory(Settings.DEFAULTS)
                : DynamoDb.open(folder, Settings.DEFAULTS);
        orders = new Orders(engine);
        orders.create();
        orders.fill(0, THERE_BEFORE);
    }

    @TearDown
    public void close() throws IOException {
        engine.close();
        Folders.remove(folder);
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(THERE_BEFORE);
    }

    @Benchmark
    public String put() {
        return orders.put(next.getAndIncrement());
    }

    @Benchmark
    public String conditionalUpdate() {
        return orders.conditionalUpdate(any());
    }

    @Benchmark
    public String transactionOf50() {
        return orders.transaction(next.getAndAdd(50), 50);
    }

    @Benchmark
    public String get() {
        return orders.get(any());
    }

    @Benchmark
    public String queryOf20() {
        return orders.query(any());
    }
}
