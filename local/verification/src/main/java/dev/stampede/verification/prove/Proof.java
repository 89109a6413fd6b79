package dev.stampede.verification.prove;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.LaptopCloud.Program;
import dev.stampede.cloud.cognito.DemoUser;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.verification.invariant.Audit;
import dev.stampede.verification.invariant.Evidence;
import dev.stampede.verification.invariant.Finding;
import dev.stampede.verification.invariant.OrderClaims;
import dev.stampede.verification.workload.Catalogue;
import dev.stampede.verification.workload.CatalogueItem;
import dev.stampede.verification.workload.Purchase;
import dev.stampede.verification.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs one workload on a shop of its own, from start to verdict.
public final class Proof {

    /// @param root     the checkout
    /// @param state    an empty folder for this shop's state
    /// @param buyers   of the product in the sale
    /// @param units    in the sale
    /// @param hold     how long units stay reserved for an unpaid order
    /// @param timeout  for the shop to become idle once the faults are over
    /// @param sabotage a bug planted by a test
    public record Settings(
            Path root, Path state, long seed, int buyers, int units, FaultMix mix, Duration hold, Duration timeout,
            Sabotage sabotage) {

        public Settings(Path root, Path state, long seed, int buyers, int units, FaultMix mix) {
            this(root, state, seed, buyers, units, mix, Duration.ofSeconds(10), Duration.ofMinutes(5), Sabotage.NONE);
        }
    }

    /// @param faults   the number of faults injected, by kind
    /// @param redriven the number of messages redriven from each dead-letter queue
    public record Outcome(
            List<Finding> findings, Map<String, Long> faults, Map<String, Long> redriven, Duration took) {

        public boolean holds() {
            return findings.stream().allMatch(Finding::holds);
        }
    }

    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(2);
    private static final Duration MIN_FAULT_TIME = Duration.ofSeconds(30);
    private static final Duration LAST_FOLLOW_UPS = Duration.ofSeconds(8);

    private final Settings settings;
    private final LaptopCloud cloud;
    private final Progress progress;
    private final Client client;
    private final SnapshotReader snapshot;
    private final Nemesis nemesis;
    private Map<String, Long> redriven = Map.of();

    private Proof(Settings settings, LaptopCloud cloud, Progress progress) {
        this.settings = settings;
        this.cloud = cloud;
        this.progress = progress;
        this.client = new Client(cloud);
        this.snapshot = new SnapshotReader(cloud);
        this.nemesis = new Nemesis(cloud, settings.mix(), settings.seed());
    }

    /// Starts the cloud for a proof, on free ports and without faults yet.
    ///
    /// @param program the shop, which seeds its catalogue
    /// @throws IllegalArgumentException with a message for the user if a fault rule matches nothing in the template
    public static LaptopCloud start(Settings settings, Program program, Progress progress) {
        LaptopCloud cloud = LaptopCloud.start(new LaptopCloud.Settings(
                settings.root(), settings.root().resolve("cdk.out"), settings.state(), 0, 0,
                Optional.of(Duration.ofSeconds(1)), progress::cloudSays)
                .withFaults(settings.mix().plan(settings.seed()))
                .withSabotage(settings.sabotage())
                .withEnvironment(Map.of("RESERVATION_HOLD", settings.hold().toString()))
                .withProgram(program)
                .inMemory());
        // The rules were passed only to be validated.
        cloud.faults().calm();
        return cloud;
    }

    /// @param cloud from [#start], holding only the demo catalogue
    public static Outcome run(Settings settings, LaptopCloud cloud, Progress progress) throws InterruptedException {
        long begun = System.nanoTime();
        Proof proof = new Proof(settings, cloud, progress);
        Evidence evidence = proof.evidence();
        return new Outcome(Audit.of(evidence), proof.nemesis.counts(), proof.redriven,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Evidence evidence() throws InterruptedException {
        Workload workload = Workload.of(settings.seed(), settings.buyers(), settings.units(), Instant.now());
        Catalogue.put(workload.catalogue(), cloud.operator());
        Map<String, CatalogueItem> catalogue = snapshot.catalogue(workload.catalogue().getFirst().at());
        FollowUps followUps = new FollowUps(client, snapshot, client.signIn(staff()));
        Buyers buyers = new Buyers(client, (purchase, answer) -> {
            if (answer.body() == Purchase.Body.OWN) {
                followUps.add(purchase, answer);
            }
        });
        injectFaultsWhile(workload, buyers);
        progress.phase("Faults are over; waiting until the shop is idle");
        Quiescence.Result quiescence = awaitIdle(buyers, followUps);
        redriven = quiescence.redriven();
        progress.phase("Auditing");
        return new Evidence(Instant.now(), catalogue, buyers.historiesWithReadings(), followUps.results(),
                snapshot.orders(), snapshot.stock(),
                snapshot.payments(), snapshot.bought(), snapshot.confirmations(), nemesis.mailRisks(),
                nemesis.deferredPayments(),
                snapshot.figures(),
                new Queues(client).deadLetters(), cloud.denials(), quiescence.pendingWork());
    }

    private Quiescence.Result awaitIdle(Buyers buyers, FollowUps followUps) throws InterruptedException {
        Quiescence quiescence = new Quiescence(cloud, new Queues(client), client, settings.timeout());
        try (Progress.Figures _ = progress.counting(() -> followUps.open() + " follow-ups, " + quiescence.awaited())) {
            quiescence.awaitEmpty("OrdersQueue");
            buyers.askLate();
            followUps.await(quiescence.left().compareTo(LAST_FOLLOW_UPS) < 0 ? quiescence.left() : LAST_FOLLOW_UPS);
            followUps.stop();
            return quiescence.await(() -> OrderClaims.unsettled(snapshot.orders().values(), Instant.now()));
        }
    }

    private void injectFaultsWhile(Workload workload, Buyers buyers) throws InterruptedException {
        progress.phase("Workload under faults: " + workload.purchases().size() + " purchases, " + settings.buyers()
                + " of them for "
                + settings.units() + " units in a sale");
        try (Progress.Figures _ = progress.counting(() -> counted(buyers))) {
            Quiescence processed = new Quiescence(cloud, new Queues(client), client, MIN_FAULT_TIME);
            progress.faultsBegin();
            nemesis.begin();
            buyers.buy(workload.waves().get(0));
            nemesis.pause();
            buyers.buy(workload.waves().get(1));
            if (!settings.mix().paused().isEmpty()) {
                // Payments stay paused until reservations expire; then the sweep runs.
                Thread.sleep(settings.hold().plus(RECORDED_WITHIN));
                client.invoke("SweepOrders", "{}");
                nemesis.resume();
            }
            buyers.buy(workload.waves().get(2));
            // Orders are reserved, paid and mailed asynchronously: a small workload ends before that has begun.
            processed.awaitIdle();
            nemesis.end();
        }
    }

    private String counted(Buyers buyers) {
        long faults = nemesis.counts().values().stream().mapToLong(Long::longValue).sum();
        return "%d accepted, %d refused, %d confirmed, %d faults".formatted(
                buyers.accepted(), buyers.refused(), snapshot.figure("confirmed"), faults);
    }

    private DemoUser staff() {
        return cloud.demoUsers().stream().filter(user -> user.group().equals("admin")).findFirst().orElseThrow();
    }
}
