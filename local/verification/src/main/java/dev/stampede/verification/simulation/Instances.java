package dev.stampede.verification.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A function's instances, each with its own memory and its own clock. An invocation gets an idle one or a new one, and
/// one that crashes takes its instance with it.
final class Instances<H> {

    sealed interface Outcome<R> {
        record Answered<R>(R answer) implements Outcome<R> {}

        record Failed<R>(RuntimeException why) implements Outcome<R> {}

        record Crashed<R>() implements Outcome<R> {}
    }

    @FunctionalInterface
    interface Over<R> {
        /// @param disturbed whether a fault has hit the invocation
        void accept(Outcome<R> outcome, boolean disturbed);
    }

    private static final double COLD_START = 0.15;
    private static final long MAX_SKEW = 2000;

    private final String name;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;
    private final Function<InstantSource, H> factory;
    private final List<H> idle = new ArrayList<>();
    private int invocations;

    Instances(String name, Scheduler scheduler, Faults faults, Dice dice, Function<InstantSource, H> factory) {
        this.name = name;
        this.scheduler = scheduler;
        this.faults = faults;
        this.dice = dice;
        this.factory = factory;
    }

    String name() {
        return name;
    }

    /// @param patience milliseconds after which the work is given to another invocation; 0 where it never is
    /// @param over     is told how it ended
    <R> void invoke(long patience, Function<H, R> work, Over<R> over) {
        H instance = idle.isEmpty() || dice.chance(COLD_START) ? fresh() : idle.remove(dice.below(idle.size()));
        List<Outcome<R>> outcome = new ArrayList<>();
        Invocation invocation = new Invocation(name + "-" + ++invocations, patience, scheduler, () -> {
            try {
                outcome.add(new Outcome.Answered<>(work.apply(instance)));
            } catch (RuntimeException e) {
                outcome.add(new Outcome.Failed<>(e));
            }
            idle.add(instance);
        });
        scheduler.start(invocation, () -> over.accept(
                outcome.isEmpty() ? new Outcome.Crashed<>() : outcome.getFirst(), invocation.isDisturbed()));
    }

    private H fresh() {
        long skew = faults.strikes(Fault.CLOCK_SKEW) ? dice.between(-MAX_SKEW, MAX_SKEW) : 0;
        return factory.apply(() -> Instant.ofEpochMilli(scheduler.now() + skew));
    }
}
