package dev.stampede.dynamodb.benchmark;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/// How long a new process takes to open its tables: each time it is the first thing that the process does.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(7)
public class OpeningBenchmark {

    /// A folder with the tables, of which a copy is opened; empty for no tables at all.
    @Param("")
    public String left;

    private Path folder;
    private DynamoDb engine;

    @Setup
    public void copy() throws IOException {
        folder = Folders.make();
        if (!left.isEmpty()) {
            Folders.copy(Path.of(left), folder);
        }
    }

    @Benchmark
    public DynamoDb open() {
        engine = DynamoDb.open(folder, Settings.DEFAULTS);
        return engine;
    }

    @TearDown
    public void close() throws IOException {
        engine.close();
        Folders.remove(folder);
    }
}
