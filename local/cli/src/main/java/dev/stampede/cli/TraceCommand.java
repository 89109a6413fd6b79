package dev.stampede.cli;

import dev.stampede.cloud.journal.FileJournal;
import dev.stampede.cloud.journal.Journal.Hop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", description = "Prints one order's journey through API, queues, tables, stream, topic and consumers, with timings.", mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDER_ID", description = "the id that POST /orders answered with")
    private String orderId;

    @Option(names = "--state", paramLabel = "FOLDER", description = "where the shop kept its state (default .stampede)")
    private Path state;

    @Override
    public Integer call() {
        List<Hop> hops = FileJournal.of((state == null ? Stampede.state() : state).resolve("data"), orderId).stream()
                .sorted(Comparator.comparing(Hop::at))
                .toList();
        if (hops.isEmpty()) {
            System.err.println(
                    "No hop of order " + orderId + " is in the journal. Is the id right, and was it placed here?");
            return 1;
        }
        System.out.println(Ansi.AUTO.string("@|bold Order " + orderId + "|@, " + hops.size() + " hops from "
                + hops.getFirst().at()));
        System.out.printf("%9s  %-11s %-16s %-24s %-28s %9s  %s%n", "after", "hop", "by", "on", "what", "took",
                "outcome");
        hops.forEach(hop -> print(hops.getFirst().at(), hop));
        return 0;
    }

    private void print(Instant start, Hop hop) {
        boolean fine = hop.outcome().equals("ok") || hop.outcome().startsWith("2");
        String took = hop.micros() == 0 ? "" : "%.1f ms".formatted(hop.micros() / 1000.0);
        System.out.println("%6d ms  %-11s %-16s %-24s %-28s %9s  ".formatted(
                Duration.between(start, hop.at()).toMillis(), hop.kind(), hop.actor(), hop.target(), shortened(hop),
                took)
                + Ansi.AUTO.string("@|" + (fine ? "green " : "red ") + hop.outcome() + "|@"));
    }

    /// The id stands in the heading; no line need repeat it.
    private String shortened(Hop hop) {
        return hop.action().replace(orderId, "ID");
    }
}
