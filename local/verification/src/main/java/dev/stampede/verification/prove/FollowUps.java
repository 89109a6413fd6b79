package dev.stampede.verification.prove;

import dev.stampede.model.Order;
import dev.stampede.verification.prove.Client.Reply;
import dev.stampede.verification.workload.ActionResult;
import dev.stampede.verification.workload.ActionResult.Outcome;
import dev.stampede.verification.workload.ClientHistory.Answer.Accepted;
import dev.stampede.verification.workload.OrderAction;
import dev.stampede.verification.workload.Purchase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs what shoppers and staff do to orders after placing them. The actions of one order run in sequence, each once
/// the order's state allows it. That state is read from the table, because polling the shop would add load.
final class FollowUps {

    private static final int CONCURRENCY = 4;
    private static final int ATTEMPTS = 8;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    /// @param index    of the next action
    /// @param attempts that were not answered
    private record FollowUp(Purchase purchase, Accepted order, int index, int attempts) {
        OrderAction next() {
            return purchase.followUps().get(index);
        }

        String key() {
            return next().isRefund() ? purchase.key() + "-" + next().name().toLowerCase(Locale.ROOT) : "";
        }

        FollowUp again() {
            return new FollowUp(purchase, order, index, attempts + 1);
        }

        FollowUp after() {
            return new FollowUp(purchase, order, index + 1, 0);
        }

        boolean isOver() {
            return index == purchase.followUps().size();
        }

        ActionResult result(Outcome outcome, Reply reply) {
            return new ActionResult(order.orderId(), next(), key(), outcome, reply.toString());
        }
    }

    private final Client client;
    private final SnapshotReader snapshot;
    private final String staffToken;
    private final BlockingQueue<FollowUp> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<ActionResult> results = new CopyOnWriteArrayList<>();
    private final Thread runner;

    /// @param staffToken of a signed-in administrator
    FollowUps(Client client, SnapshotReader snapshot, String staffToken) {
        this.client = client;
        this.snapshot = snapshot;
        this.staffToken = staffToken;
        this.runner = Thread.ofVirtual().name("follow-ups").start(this::run);
    }

    /// Schedules the order's follow-up actions.
    void add(Purchase purchase, Accepted order) {
        if (!purchase.followUps().isEmpty()) {
            open.incrementAndGet();
            waiting.add(new FollowUp(purchase, order, 0, 0));
        }
    }

    /// Waits until every follow-up is done or can no longer be done.
    void await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (open() > 0 && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_ROUNDS.dividedBy(3));
        }
    }

    /// The number of orders with follow-ups left.
    int open() {
        return open.get();
    }

    List<ActionResult> results() {
        return List.copyOf(results);
    }

    private void run() {
        try {
            while (!stopped.await(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS)) {
                List<FollowUp> round = new ArrayList<>();
                waiting.drainTo(round);
                Map<String, Order> orders =
                        snapshot.orders(round.stream().map(followUp -> followUp.order().orderId()).toList());
                Concurrently.each(CONCURRENCY, round, followUp -> {
                    Order order = orders.get(followUp.order().orderId());
                    if (order != null && followUp.next().fits(order)) {
                        attempt(followUp);
                    } else if (order != null && order.status().isTerminal()) {
                        open.decrementAndGet();
                    } else {
                        waiting.add(followUp);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(FollowUp followUp) throws InterruptedException {
        Reply reply = request(followUp);
        if (reply.isDone()) {
            if (followUp.next().isRefund()) {
                // Requested twice under one key, it must still be one refund.
                request(followUp);
            }
            results.add(followUp.result(Outcome.DONE, reply));
            goOn(followUp.after());
        } else if (reply.isDefinite()) {
            results.add(followUp.result(Outcome.REFUSED, reply));
            open.decrementAndGet();
        } else if (followUp.attempts() == ATTEMPTS) {
            results.add(followUp.result(Outcome.UNANSWERED, reply));
            open.decrementAndGet();
        } else {
            waiting.add(followUp.again());
        }
    }

    private void goOn(FollowUp followUp) {
        if (followUp.isOver()) {
            open.decrementAndGet();
        } else {
            waiting.add(followUp);
        }
    }

    private Reply request(FollowUp followUp) throws InterruptedException {
        OrderAction action = followUp.next();
        List<String> headers = new ArrayList<>(action.isByStaff()
                ? List.of("Authorization", "Bearer " + staffToken)
                : List.of("X-Receipt-Token", followUp.order().receipt()));
        if (action.isRefund()) {
            headers.addAll(List.of("Idempotency-Key", followUp.key()));
        }
        return client.post("/api/orders/" + followUp.order().orderId() + "/" + action.operation(), action.body(),
                headers.toArray(String[]::new));
    }

    /// Drops what is still waiting and finishes what has begun.
    void stop() throws InterruptedException {
        stopped.countDown();
        runner.join();
    }
}
