package dev.stampede.verification.storm;

import dev.stampede.model.Order;
import dev.stampede.verification.storm.Client.Reply;
import dev.stampede.verification.storm.Deed.Outcome;
import dev.stampede.verification.storm.Told.Answer.Accepted;
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

/// What shoppers and staff do to orders after they were placed, each order's steps one after the other, when the order
/// has come to where the step fits. Whether it has is read from the table: asking the shop would be load.
final class Errands {

    private static final int AT_ONCE = 4;
    private static final int TRIES = 8;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    /// @param step  the next of the purchase's fate
    /// @param tries that were not answered
    private record Errand(Purchase purchase, Accepted order, int step, int tries) {
        Step next() {
            return purchase.fate().get(step);
        }

        String key() {
            return next().isRefund() ? purchase.key() + "-" + next().name().toLowerCase(Locale.ROOT) : "";
        }

        Errand again() {
            return new Errand(purchase, order, step, tries + 1);
        }

        Errand after() {
            return new Errand(purchase, order, step + 1, 0);
        }

        boolean isOver() {
            return step == purchase.fate().size();
        }

        Deed deed(Outcome outcome, Reply reply) {
            return new Deed(order.orderId(), next(), key(), outcome, reply.toString());
        }
    }

    private final Client client;
    private final Books books;
    private final String staffToken;
    private final BlockingQueue<Errand> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Deed> deeds = new CopyOnWriteArrayList<>();
    private final Thread runner;

    /// @param staffToken of a signed-in administrator
    Errands(Client client, Books books, String staffToken) {
        this.client = client;
        this.books = books;
        this.staffToken = staffToken;
        this.runner = Thread.ofVirtual().name("errands").start(this::run);
    }

    /// Takes on the steps that are this order's fate.
    void add(Purchase purchase, Accepted order) {
        if (!purchase.fate().isEmpty()) {
            open.incrementAndGet();
            waiting.add(new Errand(purchase, order, 0, 0));
        }
    }

    /// Waits until each errand is done, or cannot be any more.
    void await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (open() > 0 && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_ROUNDS.dividedBy(3));
        }
    }

    /// How many orders there are to which something is still to be done.
    int open() {
        return open.get();
    }

    List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    private void run() {
        try {
            while (!stopped.await(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS)) {
                List<Errand> round = new ArrayList<>();
                waiting.drainTo(round);
                Map<String, Order> orders =
                        books.orders(round.stream().map(errand -> errand.order().orderId()).toList());
                Together.each(AT_ONCE, round, errand -> {
                    Order order = orders.get(errand.order().orderId());
                    if (order != null && errand.next().fits(order)) {
                        attempt(errand);
                    } else if (order != null && order.status().isTerminal()) {
                        open.decrementAndGet();
                    } else {
                        waiting.add(errand);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Errand errand) throws InterruptedException {
        Reply reply = request(errand);
        if (reply.isDone()) {
            if (errand.next().isRefund()) {
                // Asked for twice under one key it is one refund.
                request(errand);
            }
            deeds.add(errand.deed(Outcome.DONE, reply));
            goOn(errand.after());
        } else if (reply.isDefinite()) {
            deeds.add(errand.deed(Outcome.REFUSED, reply));
            open.decrementAndGet();
        } else if (errand.tries() == TRIES) {
            deeds.add(errand.deed(Outcome.UNANSWERED, reply));
            open.decrementAndGet();
        } else {
            waiting.add(errand.again());
        }
    }

    private void goOn(Errand errand) {
        if (errand.isOver()) {
            open.decrementAndGet();
        } else {
            waiting.add(errand);
        }
    }

    private Reply request(Errand errand) throws InterruptedException {
        Step step = errand.next();
        List<String> headers = new ArrayList<>(step.byStaff
                ? List.of("Authorization", "Bearer " + staffToken)
                : List.of("X-Receipt-Token", errand.order().receipt()));
        if (step.isRefund()) {
            headers.addAll(List.of("Idempotency-Key", errand.key()));
        }
        return client.post("/api/orders/" + errand.order().orderId() + "/" + step.operation, step.body(),
                headers.toArray(String[]::new));
    }

    /// What is still waiting is given up; what was begun is ended.
    void stop() throws InterruptedException {
        stopped.countDown();
        runner.join();
    }
}
