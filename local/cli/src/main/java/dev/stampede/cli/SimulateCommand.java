package dev.stampede.cli;

import dev.stampede.verification.simulation.Campaign;
import dev.stampede.verification.simulation.Campaign.Summary;
import dev.stampede.verification.simulation.PlantedBug;
import dev.stampede.verification.simulation.Simulation;
import dev.stampede.verification.simulation.Simulation.Run;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

@Command(name = "simulate", description = {
    "Runs the shop's own functions thousands of times against simulated queues, tables and a payment provider"
            + " that repeat, reorder, delay, lose and crash, and checks that every promise is kept.",
    "The same seed always does the same."
}, mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--seeds", paramLabel = "N", description = "how many seeds, from 1 on (default: ${DEFAULT-VALUE})")
    private long seeds = 2000;

    @Option(names = "--seed", paramLabel = "S", description = "one seed only, with everything that happens in it")
    private Long seed;

    @Option(names = "--bug", paramLabel = "NAME", description = "plants a mistake to see that it is found, one of: ${COMPLETION-CANDIDATES}")
    private PlantedBug bug = PlantedBug.NONE;

    /// The functions log to the standard output; here their thousands of lines are in the way.
    private final PrintStream out = System.out;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return seed == null ? many() : one();
        } finally {
            System.setOut(out);
        }
    }

    private int one() throws InterruptedException, ExecutionException {
        FutureTask<Run> task = new FutureTask<>(() -> Simulation.run(seed, bug, out::println));
        Thread.startVirtualThread(task);
        Run run = task.get();
        out.println();
        out.println("injected: " + counts(run.struck(), fault -> fault.title()));
        out.println("orders:   " + counts(run.orders(), Enum::name));
        out.println("digest:   " + run.digest());
        verdict(run.broken().isEmpty(), run.broken().orElse("every promise kept"));
        return run.broken().isEmpty() ? 0 : 1;
    }

    private int many() throws InterruptedException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        Summary summary = Campaign.run(1, seeds, bug, runs -> {
            if (terminal && runs % 20 == 0) {
                out.print("\r" + runs + " of " + seeds + " seeds");
                out.flush();
            }
        });
        out.print(terminal ? "\r" : "");
        out.printf("%d seeds in %.1f s, %.0f a second, %d steps%n",
                summary.runs(), summary.took().toMillis() / 1000.0, summary.runsPerSecond(), summary.steps());
        out.println("injected: " + counts(summary.struck(), fault -> fault.title()));
        out.println("orders:   " + counts(summary.orders(), Enum::name));
        summary.failed().ifPresent(this::explain);
        verdict(summary.failed().isEmpty(), summary.failed().isEmpty()
                ? "every promise kept in every seed"
                : "a promise is broken in seed " + summary.failed().get().seed());
        return summary.failed().isEmpty() ? 0 : 1;
    }

    private void explain(Run run) {
        out.println();
        out.println("The last that happened in seed " + run.seed() + ":");
        run.last().forEach(line -> out.println("  " + line));
        out.println();
        out.println("Broken: " + run.broken().orElseThrow());
        out.println(
                "Replay: ./stampede simulate --seed " + run.seed() + (bug == PlantedBug.NONE ? "" : " --bug " + bug));
    }

    private void verdict(boolean fine, String text) {
        out.println(Ansi.AUTO.string((fine ? "@|green " : "@|red ") + text + "|@"));
    }

    private static <K> String counts(Map<K, ? extends Number> counts, Function<K, String> title) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + title.apply(count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
