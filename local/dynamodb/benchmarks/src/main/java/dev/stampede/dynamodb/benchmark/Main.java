package dev.stampede.dynamodb.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks with 1, 2 and 16 callers, and says what was measured at the end.
public final class Main {

    private static final int[] CALLERS = {1, 2, 16};

    private Main() {}

    /// @param arguments a part of the names of the benchmarks to run; without one, all are
    public static void main(String[] arguments) throws IOException, RunnerException {
        String part = String.join("", arguments);
        List<String> said = new ArrayList<>();
        for (int callers : CALLERS) {
            run(said, options(EngineBenchmark.class, part).threads(callers), callers + " at once, calls a second");
        }
        if (OpeningBenchmark.class.getName().concat(".open").contains(part)) {
            opening(said);
        }
        if (said.isEmpty()) {
            throw new IllegalArgumentException("no benchmark has '" + part + "' in its name");
        }
        said.forEach(System.out::println);
    }

    private static void opening(List<String> said) throws IOException, RunnerException {
        Path killed = Folders.make();
        Path closed = Folders.make();
        said.add(Footprint.measure(killed, closed).toString());
        opening(said, "", "Opening without tables, ms");
        opening(said, closed.toString(), "Opening 100,000 orders, ms");
        opening(said, killed.toString(), "Opening 100,000 orders after kill -9, ms");
        Folders.remove(killed);
        Folders.remove(closed);
    }

    private static void opening(List<String> said, String left, String what) throws RunnerException {
        run(said, options(OpeningBenchmark.class, "").param("left", left), what);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmarks, String part) {
        return new OptionsBuilder().include(benchmarks.getName() + "\\..*" + part).shouldFailOnError(true);
    }

    private static void run(List<String> said, ChainedOptionsBuilder options, String what) throws RunnerException {
        Collection<RunResult> results;
        try {
            results = new Runner(options.build()).run();
        } catch (NoBenchmarksException _) {
            // Others may have the part in their names.
            return;
        }
        results.forEach(result -> said.add("%s: %s %s %,.0f".formatted(
                what,
                result.getPrimaryResult().getLabel(),
                result.getParams().getParam("tables") == null ? "" : result.getParams().getParam("tables"),
                result.getPrimaryResult().getScore())));
    }
}
