package dev.stampede.verification.prove;

import dev.stampede.cloud.LaptopCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Injects the faults of a mix until it is stopped. The name is Jepsen's.
final class Nemesis {

    private static final Duration BETWEEN_KILLS = Duration.ofMillis(2500);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(5);
    /// A function that stays idle for this long is skipped.
    private static final Duration BUSY_WITHIN = Duration.ofSeconds(3);
    private static final String EMAIL = "Email";
    private static final Pattern EMAIL_FAILS_AFTER_COMMIT = Pattern.compile("error-after-commit:(\\*|" + EMAIL + ")");
    /// The most mails in flight in one process: one for each batch that it processes at once.
    private static final long MAILS_IN_FLIGHT = 10;

    private final LaptopCloud cloud;
    private final FaultMix mix;
    private final long seed;
    private final Map<String, Long> kills = new ConcurrentHashMap<>();
    /// Set when it begins.
    @SuppressWarnings("NullAway.Init")
    private volatile Thread killer;

    Nemesis(LaptopCloud cloud, FaultMix mix, long seed) {
        this.cloud = cloud;
        this.mix = mix;
        this.seed = seed;
    }

    void begin() {
        cloud.faults().start(mix.plan(seed));
        killer = Thread.ofVirtual().name("killer").start(this::kill);
    }

    void pause() {
        mix.paused().forEach(cloud.faults()::pause);
    }

    void resume() {
        mix.paused().forEach(cloud.faults()::resume);
    }

    void end() throws InterruptedException {
        killer.interrupt();
        killer.join();
        cloud.faults().calm();
    }

    /// The number of faults injected, by kind.
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(cloud.faults().counts());
        counts.merge("kill", kills.values().stream().mapToLong(Long::longValue).sum(), Long::sum);
        return counts;
    }

    /// The number of mails that may have been sent twice because Email could not know that they were sent: its calls
    /// that took effect but were not answered or answered with a server error, and those in flight when it was killed.
    long mailRisks() {
        Set<String> unknownEnd = EMAIL_FAILS_AFTER_COMMIT.matcher(mix.rules()).find()
                ? Set.of("lost reply", "InternalServerError")
                : Set.of("lost reply");
        long lost = cloud.meter().get("calls").valueStream()
                .filter(call -> call.get("session").asText().equals(EMAIL))
                .filter(call -> unknownEnd.contains(call.get("outcome").asText()))
                .mapToLong(call -> call.get("count").asLong())
                .sum();
        long killed = kills.getOrDefault(EMAIL, 0L) + cloud.faults().counts().getOrDefault("kill", 0L);
        return lost + killed * MAILS_IN_FLIGHT;
    }

    /// The number of messages that Payment deferred because it considered its provider down.
    long deferredPayments() {
        return cloud.meter().get("calls").valueStream()
                .filter(call -> call.get("session").asText().equals("Payment"))
                .filter(call -> call.get("action").asText().equals("SendMessage"))
                .mapToLong(call -> call.get("count").asLong())
                .sum();
    }

    /// Kills each in turn, in an order that the seed determines; Email comes first so that the claims it leaves behind
    /// lapse during the run.
    private void kill() {
        List<String> turns = new ArrayList<>(mix.killed());
        Collections.shuffle(turns, new Random(seed));
        if (turns.remove(EMAIL)) {
            turns.addFirst(EMAIL);
        }
        try {
            for (String function : turns) {
                Thread.sleep(BETWEEN_KILLS);
                if (killed(function)) {
                    kills.merge(function, 1L, Long::sum);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean killed(String function) throws InterruptedException {
        long end = System.nanoTime() + BUSY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (cloud.killBusy(function)) {
                return true;
            }
            Thread.sleep(BETWEEN_CHECKS);
        }
        return false;
    }
}
