package dev.stampede.verification.simulation;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One run of the whole shop under one seed: half an hour in which it is ordered, worked on by hand, and treated badly,
/// then two hours in which it has to come to rest, all in virtual time on one thread at a time.
///
/// What runs are the shop's own handlers, use cases and adapters. What is simulated is what they talk to.
public final class Simulation {

    /// @param broken what was not as it must be
    /// @param last   the last lines of the trace
    /// @param digest equal for two runs that did the same
    public record Run(long seed, Optional<String> broken, List<String> last, String digest, long steps,
            Map<Fault, Integer> struck, Map<OrderStatus, Integer> orders) {}

    private static final long MINUTE = 60_000;
    private static final long FAULTS_END = 30 * MINUTE;
    private static final long END = FAULTS_END + 120 * MINUTE;

    private final long seed;
    private final Cloud cloud;
    private final Audit audit;
    private final Shop shop;
    private final Staff staff;

    private Simulation(long seed, PlantedBug bug, Consumer<String> listener) {
        this.seed = seed;
        cloud = new Cloud(seed, bug, listener);
        Catalogue catalogue = Catalogue.of(cloud.dice.split(), cloud.now());
        catalogue.stockUp(cloud.tables);
        audit = new Audit(cloud, catalogue);
        shop = new Shop(cloud);
        Shoppers shoppers = new Shoppers(cloud, shop, audit);
        staff = new Staff(cloud, shop, shoppers);
        shoppers.open(catalogue.saleStart() - cloud.start);
        staff.begin();
    }

    /// @param listener gets each line of the trace
    public static Run run(long seed, PlantedBug bug, Consumer<String> listener) {
        return new Simulation(seed, bug, listener).run();
    }

    private Run run() {
        cloud.scheduler.after(FAULTS_END, this::calm);
        cloud.scheduler.run(() -> cloud.findings.first().isPresent() || cloud.elapsed() >= END);
        if (cloud.findings.first().isEmpty()) {
            audit.checkAtRest(shop);
        }
        Map<OrderStatus, Integer> orders = new EnumMap<>(OrderStatus.class);
        audit.orders().values().stream().map(Order::status).forEach(status -> orders.merge(status, 1, Integer::sum));
        return new Run(seed, cloud.findings.first(), cloud.trace.last(), cloud.trace.digest(), cloud.scheduler.steps(),
                cloud.faults.struck(), orders);
    }

    /// No more faults; what was given up on gets another chance, and nobody is kept waiting for a decision.
    private void calm() {
        cloud.say("world", "comes to rest");
        cloud.faults.stop();
        for (long minutes = 1; minutes < 100; minutes += 12) {
            cloud.scheduler.after(minutes * MINUTE, () -> {
                staff.decideReviews();
                shop.queues().forEach(WorkQueue::redrive);
            });
        }
    }
}
