package dev.stampede.verification.storm;

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

/// Puts a mix of faults in the shop's way until it is told to stop.
final class Chaos {

    private static final Duration BETWEEN_KILLS = Duration.ofMillis(2500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    /// A function that is not at work for so long is left alone this time.
    private static final Duration LOOKED_FOR = Duration.ofSeconds(3);
    private static final String EMAIL = "Email";
    private static final Pattern EMAIL_FAILS_AFTER_COMMIT = Pattern.compile("error-after-commit:(\\*|" + EMAIL + ")");
    /// Batches that it works on at once, each with one mail between sending and noting it.
    private static final long MAILS_IN_HAND = 10;

    private final LaptopCloud cloud;
    private final Mix mix;
    private final long seed;
    private final Map<String, Long> kills = new ConcurrentHashMap<>();
    private volatile Thread killer;

    Chaos(LaptopCloud cloud, Mix mix, long seed) {
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

    /// How many of each kind were done to something, by the kind's word.
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(cloud.faults().counts());
        counts.merge("kill", kills.values().stream().mapToLong(Long::longValue).sum(), Long::sum);
        return counts;
    }

    /// How many mails may have been sent without Email's knowing, and therefore again: its calls that were done and not
    /// answered, or answered with a server error, and what it had in hand when it was killed.
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
        return lost + killed * MAILS_IN_HAND;
    }

    /// How many messages Payment put off because it took its provider for gone.
    long paymentsPutOff() {
        return cloud.meter().get("calls").valueStream()
                .filter(call -> call.get("session").asText().equals("Payment"))
                .filter(call -> call.get("action").asText().equals("SendMessage"))
                .mapToLong(call -> call.get("count").asLong())
                .sum();
    }

    /// Each in its turn, in an order of the seed; Email first, so that the claims it leaves behind lapse during the
    /// storm.
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
        long end = System.nanoTime() + LOOKED_FOR.toNanos();
        while (System.nanoTime() < end) {
            if (cloud.killBusy(function)) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }
}
