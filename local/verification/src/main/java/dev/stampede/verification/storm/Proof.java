package dev.stampede.verification.storm;

import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.LaptopCloud.Program;
import dev.stampede.cloud.cognito.DemoUser;
import dev.stampede.cloud.gateway.Sabotage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs one storm on a shop of its own, from its start to the verdict.
public final class Proof {

    /// @param root     the checkout
    /// @param state    where this shop keeps its state; a folder of its own
    /// @param buyers   of the product in the sale
    /// @param units    in the sale
    /// @param hold     how long the shop keeps units for an order that is not paid
    /// @param patience how long all may take to come to rest when the faults are over
    /// @param sabotage a bug planted by a test
    public record Settings(
            Path root, Path state, long seed, int buyers, int units, Mix mix, Duration hold, Duration patience,
            Sabotage sabotage) {

        public Settings(Path root, Path state, long seed, int buyers, int units, Mix mix) {
            this(root, state, seed, buyers, units, mix, Duration.ofSeconds(10), Duration.ofMinutes(5), Sabotage.NONE);
        }
    }

    /// @param faults   how many of each kind were done, by its word
    /// @param redriven how often a letter was put back from each dead-letter queue
    public record Outcome(
            List<Finding> findings, Map<String, Long> faults, Map<String, Long> redriven, Duration took) {

        public boolean holds() {
            return findings.stream().allMatch(Finding::holds);
        }
    }

    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(2);
    private static final Duration SHORTEST_STORM = Duration.ofSeconds(30);
    private static final Duration LAST_ERRANDS = Duration.ofSeconds(8);

    private final Settings settings;
    private final LaptopCloud cloud;
    private final Progress progress;
    private final Client client;
    private final Books books;
    private final Chaos chaos;
    private Map<String, Long> redriven = Map.of();

    private Proof(Settings settings, LaptopCloud cloud, Progress progress) {
        this.settings = settings;
        this.cloud = cloud;
        this.progress = progress;
        this.client = new Client(cloud);
        this.books = new Books(cloud);
        this.chaos = new Chaos(cloud, settings.mix(), settings.seed());
    }

    /// The cloud for a proof, on free ports, and calm yet.
    ///
    /// @param program the shop, which plants its catalogue
    /// @throws IllegalArgumentException with a sentence for the user when a fault rule is about nothing there is
    public static LaptopCloud start(Settings settings, Program program, Progress progress) {
        LaptopCloud cloud = LaptopCloud.start(new LaptopCloud.Settings(
                settings.root(), settings.root().resolve("cdk.out"), settings.state(), 0, 0,
                Optional.of(Duration.ofSeconds(1)), progress::cloudSays)
                .withFaults(settings.mix().plan(settings.seed()))
                .withSabotage(settings.sabotage())
                .withEnvironment(Map.of("RESERVATION_HOLD", settings.hold().toString()))
                .withProgram(program)
                .inMemory());
        // The rules were only to be checked.
        cloud.faults().calm();
        return cloud;
    }

    /// @param cloud from [#start], with nothing in it but the demo catalogue
    public static Outcome run(Settings settings, LaptopCloud cloud, Progress progress) throws InterruptedException {
        long begun = System.nanoTime();
        Proof proof = new Proof(settings, cloud, progress);
        Evidence evidence = proof.evidence();
        return new Outcome(Audit.of(evidence), proof.chaos.counts(), proof.redriven,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Evidence evidence() throws InterruptedException {
        Storm storm = Storm.of(settings.seed(), settings.buyers(), settings.units(), Instant.now());
        Shelf.put(storm.shelf(), cloud.operator());
        Map<String, Goods> shelf = books.shelf(storm.shelf().getFirst().at());
        Errands errands = new Errands(client, books, client.signIn(staff()));
        Buyers buyers = new Buyers(client, (purchase, answer) -> {
            if (answer.body() == Purchase.Body.OWN) {
                errands.add(purchase, answer);
            }
        });
        blow(storm, buyers);
        progress.phase("Faults are over; waiting until all is quiet");
        Quiet.Rest rest = rest(buyers, errands);
        redriven = rest.redriven();
        progress.phase("Auditing");
        return new Evidence(Instant.now(), shelf, buyers.toldAndRead(), errands.deeds(), books.orders(), books.stock(),
                books.payments(), books.bought(), books.confirmations(), chaos.mailRisks(), chaos.paymentsPutOff(),
                books.figures(),
                new Queues(client).deadLetters(), cloud.denials(), rest.unrest());
    }

    private Quiet.Rest rest(Buyers buyers, Errands errands) throws InterruptedException {
        Quiet quiet = new Quiet(cloud, new Queues(client), client, settings.patience());
        try (Progress.Figures _ = progress.counting(() -> errands.open() + " errands, " + quiet.awaited())) {
            quiet.awaitEmpty("OrdersQueue");
            buyers.askLate();
            errands.await(quiet.left().compareTo(LAST_ERRANDS) < 0 ? quiet.left() : LAST_ERRANDS);
            errands.stop();
            return quiet.await(() -> OrderClaims.unsettled(books.orders().values(), Instant.now()));
        }
    }

    private void blow(Storm storm, Buyers buyers) throws InterruptedException {
        progress.phase("The storm: " + storm.purchases().size() + " purchases, " + settings.buyers() + " of them for "
                + settings.units() + " units in a sale");
        try (Progress.Figures _ = progress.counting(() -> counted(buyers))) {
            Quiet worked = new Quiet(cloud, new Queues(client), client, SHORTEST_STORM);
            chaos.begin();
            buyers.buy(storm.waves().get(0));
            chaos.pause();
            buyers.buy(storm.waves().get(1));
            if (!settings.mix().paused().isEmpty()) {
                // Nobody takes payments for so long that reservations run out; then the sweeper comes by.
                Thread.sleep(settings.hold().plus(RECORDED_WITHIN));
                client.invoke("SweepOrders", "{}");
                chaos.resume();
            }
            buyers.buy(storm.waves().get(2));
            // Orders are reserved, paid and mailed behind the buyers' backs: few buyers are gone before that has begun.
            worked.awaitStillness();
            chaos.end();
        }
    }

    private String counted(Buyers buyers) {
        long faults = chaos.counts().values().stream().mapToLong(Long::longValue).sum();
        return "%d accepted, %d refused, %d confirmed, %d faults".formatted(
                buyers.accepted(), buyers.refused(), books.figure("confirmed"), faults);
    }

    private DemoUser staff() {
        return cloud.demoUsers().stream().filter(user -> user.group().equals("admin")).findFirst().orElseThrow();
    }
}
