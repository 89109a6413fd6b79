package dev.stampede.verification.storm;

import dev.stampede.cloud.LaptopCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Waits until nothing moves any more: no message in a queue or with a function, no function that writes or publishes,
/// no order on its way, no dead letter that another try would not leave dead.
final class Quiet {

    /// @param unrest   what had not come to rest when the time was over; empty when all is quiet
    /// @param redriven how often a letter was put back from each dead-letter queue
    record Rest(List<String> unrest, Map<String, Long> redriven) {}

    /// Failed messages and invocations are tried again within two seconds.
    private static final int LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /// Reading and polling go on for ever.
    private static final Set<String> READS = Set.of("ReceiveMessage", "DeleteMessage", "DeleteMessageBatch",
            "ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "DescribeStream", "GetShardIterator",
            "GetRecords",
            "GetItem", "BatchGetItem", "Query", "Scan", "GetSecretValue");

    private final LaptopCloud cloud;
    private final Queues queues;
    private final Client client;
    private final long end;
    private volatile String awaited = "nothing yet";

    /// @param patience from now on, for all that is waited for
    Quiet(LaptopCloud cloud, Queues queues, Client client, Duration patience) {
        this.cloud = cloud;
        this.queues = queues;
        this.client = client;
        this.end = System.nanoTime() + patience.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() > end;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /// What is still on its way, for people who wait.
    String awaited() {
        return awaited;
    }

    /// Waits until no order is in this queue any more, or the time is over.
    void awaitEmpty(String queue) throws InterruptedException {
        while (work().containsKey(queue) && !isOver()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        awaited = queue + " empty";
    }

    /// An operator helps where AWS leaves it to one: dead letters are put back as the runbook says, and the function
    /// that the schedule runs each minute is run at once.
    ///
    /// @param orders what of the orders is still on its way
    Rest await(Supplier<List<String>> orders) throws InterruptedException {
        Map<String, Long> redriven = new TreeMap<>();
        while (awaitStillness()) {
            Map<String, Long> putBack = queues.redrive();
            awaited = putBack.isEmpty() ? awaited : "put back " + putBack;
            putBack.forEach((queue, letters) -> redriven.merge(queue, letters, Long::sum));
            if (putBack.isEmpty()) {
                List<String> unsettled = orders.get();
                awaited = "%d orders on their way, such as %s".formatted(
                        unsettled.size(), unsettled.stream().findFirst().orElse("none"));
                if (unsettled.isEmpty() || isOver()) {
                    return new Rest(unsettled, redriven);
                }
                client.invoke("SweepOrders", "{}");
            }
        }
        List<String> unrest = new ArrayList<>(orders.get());
        queues.work().forEach((queue, messages) -> unrest.add(queue + ": " + messages + " messages"));
        unrest.add("functions: were at work to the end");
        return new Rest(unrest, redriven);
    }

    /// Waits until no queue holds work and no function has written for some looks.
    ///
    /// @return false when the time is over before all was still
    boolean awaitStillness() throws InterruptedException {
        long before = -1;
        for (int still = 0; still < LOOKS;) {
            Map<String, Long> work = work();
            long now = writes();
            still = work.isEmpty() && now == before ? still + 1 : 0;
            before = now;
            if (still < LOOKS) {
                if (isOver()) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
        return true;
    }

    private Map<String, Long> work() throws InterruptedException {
        Map<String, Long> work = queues.work();
        awaited = work.isEmpty() ? "functions at work" : "messages " + work;
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
