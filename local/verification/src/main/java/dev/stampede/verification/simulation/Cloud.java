package dev.stampede.verification.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What one run happens in: a time, chance, faults, tables, and the way that calls take.
final class Cloud {

    /// Late in the day, so that some runs see the date change.
    private static final long START = Instant.parse("2026-03-01T23:20:00Z").toEpochMilli();

    final long start;
    final Dice dice;
    final Faults faults;
    final Findings findings = new Findings();
    final Trace trace;
    final Scheduler scheduler;
    final Calls calls;
    final Tables tables;
    final DynamoDbClient dynamoDb;
    final PlantedBug bug;

    Cloud(long seed, PlantedBug bug, Consumer<String> listener) {
        this.bug = bug;
        Dice seeded = Dice.of(seed);
        dice = seeded.split();
        start = START + dice.between(0L, 3_600_000L);
        faults = new Faults(seeded.split());
        trace = new Trace(start, listener);
        scheduler = new Scheduler(seeded.split(), start);
        calls = new Calls(scheduler, faults, seeded.split(), trace);
        tables = new Tables(() -> Instant.ofEpochMilli(scheduler.now()));
        dynamoDb = bug.in(new SimulatedDynamoDb(tables, calls, scheduler, faults, seeded.split()));
    }

    Instant now() {
        return Instant.ofEpochMilli(scheduler.now());
    }

    /// Milliseconds since the run began.
    long elapsed() {
        return scheduler.now() - start;
    }

    void say(String who, String what) {
        trace.add(scheduler.now(), who, what);
    }

    <H> Instances<H> instances(String function, Function<InstantSource, H> factory) {
        return new Instances<>(function, scheduler, faults, dice.split(), factory);
    }
}
