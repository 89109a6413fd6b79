package dev.stampede.verification.prove;

import dev.stampede.cloud.LaptopCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Waits until the shop is idle: no message in a queue or in flight, no function writing or publishing, no unsettled
/// order, and no dead letter that a redrive would get processed.
final class Quiescence {

    /// @param pendingWork what was still open when the time ran out; empty when the shop is idle
    /// @param redriven    how many messages were redriven from each dead-letter queue
    record Result(List<String> pendingWork, Map<String, Long> redriven) {}

    /// Failed messages and invocations are tried again within two seconds.
    private static final int CHECKS = 4;
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
    /// Reading and polling never stop, so they do not count as work.
    private static final Set<String> READS = Set.of("ReceiveMessage", "DeleteMessage", "DeleteMessageBatch",
            "ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "DescribeStream", "GetShardIterator",
            "GetRecords",
            "GetItem", "BatchGetItem", "Query", "Scan", "GetSecretValue");

    private final LaptopCloud cloud;
    private final Queues queues;
    private final Client client;
    private final long end;
    private volatile String awaited = "nothing yet";

    /// @param timeout from now on, for all waits together
    Quiescence(LaptopCloud cloud, Queues queues, Client client, Duration timeout) {
        this.cloud = cloud;
        this.queues = queues;
        this.client = client;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    boolean isTimedOut() {
        return System.nanoTime() > end;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /// What is being waited for, for the progress display.
    String awaited() {
        return awaited;
    }

    /// Waits until the queue is empty, or the time runs out.
    void awaitEmpty(String queue) throws InterruptedException {
        while (work().containsKey(queue) && !isTimedOut()) {
            Thread.sleep(BETWEEN_CHECKS);
        }
        awaited = queue + " empty";
    }

    /// Does what an operator would do: redrives dead letters as the runbook says, and runs the scheduled sweep at once.
    ///
    /// @param orders supplies the unsettled orders
    Result await(Supplier<List<String>> orders) throws InterruptedException {
        Map<String, Long> redriven = new TreeMap<>();
        while (awaitIdle()) {
            Map<String, Long> moved = queues.redrive();
            awaited = moved.isEmpty() ? awaited : "redriven " + moved;
            moved.forEach((queue, messages) -> redriven.merge(queue, messages, Long::sum));
            if (moved.isEmpty()) {
                List<String> unsettled = orders.get();
                awaited = "%d unsettled orders, such as %s".formatted(
                        unsettled.size(), unsettled.stream().findFirst().orElse("none"));
                if (unsettled.isEmpty() || isTimedOut()) {
                    return new Result(unsettled, redriven);
                }
                client.invoke("SweepOrders", "{}");
            }
        }
        List<String> pendingWork = new ArrayList<>(orders.get());
        queues.work().forEach((queue, messages) -> pendingWork.add(queue + ": " + messages + " messages"));
        pendingWork.add("functions: were busy to the end");
        return new Result(pendingWork, redriven);
    }

    /// Waits until no queue holds work and no function has written anything for several checks.
    ///
    /// @return false if the time ran out first
    boolean awaitIdle() throws InterruptedException {
        long before = -1;
        for (int idleChecks = 0; idleChecks < CHECKS;) {
            Map<String, Long> work = work();
            long now = writes();
            idleChecks = work.isEmpty() && now == before ? idleChecks + 1 : 0;
            before = now;
            if (idleChecks < CHECKS) {
                if (isTimedOut()) {
                    return false;
                }
                Thread.sleep(BETWEEN_CHECKS);
            }
        }
        return true;
    }

    private Map<String, Long> work() throws InterruptedException {
        Map<String, Long> work = queues.work();
        awaited = work.isEmpty() ? "functions busy" : "messages " + work;
        return work;
    }

    private long writes() {
        return cloud.meter().get("calls").valueStream()
                .filter(call -> !call.get("session").asText().equals("operator"))
                .filter(call -> !READS.contains(call.get("action").asText()))
                .mapToLong(call -> call.get("count").asLong())
                .sum();
    }
}
