package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private final List<String> happened = new ArrayList<>();

    @Test
    void virtualTimePassesOnlyAsFarAsThereIsSomethingToDo() {
        Scheduler scheduler = scheduler(1);
        scheduler.after(3_600_000, () -> happened.add("late " + scheduler.now()));
        scheduler.after(5, () -> happened.add("soon " + scheduler.now()));

        scheduler.run(() -> false);

        assertThat(happened).containsExactly("soon 1005", "late 3601000");
    }

    @Test
    void anInvocationThatPausesLetsOthersGoOn() {
        Scheduler scheduler = scheduler(1);
        start(scheduler, "slow", () -> {
            happened.add("slow begins");
            scheduler.pause(10);
            happened.add("slow ends");
        });
        scheduler.after(5, () -> happened.add("between"));

        scheduler.run(() -> false);

        assertThat(happened).containsExactly("slow begins", "between", "slow ends", "slow is over");
    }

    @Test
    void seedsDecideWhoGoesFirst() {
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            happened.clear();
            Scheduler scheduler = scheduler(seed);
            scheduler.after(1, () -> happened.add("a"));
            scheduler.after(1, () -> happened.add("b"));
            scheduler.run(() -> false);
            orders.add(List.copyOf(happened));
        }

        assertThat(orders).containsOnly(List.of("a", "b"), List.of("b", "a"));
    }

    @Test
    void aCrashEndsTheInvocationWhereItStandsAndNothingElse() {
        Scheduler scheduler = scheduler(1);
        start(scheduler, "unlucky", () -> {
            try {
                throw new Crash();
            } catch (RuntimeException e) {
                happened.add("caught");
            }
        });
        scheduler.after(5, () -> happened.add("life goes on"));

        scheduler.run(() -> false);

        assertThat(happened).containsExactly("unlucky is over", "life goes on");
    }

    @Test
    void whatStillRunsAtTheEndIsEndedAndItsCallsFail() {
        Scheduler scheduler = scheduler(1);
        start(scheduler, "endless", () -> {
            try {
                while (true) {
                    scheduler.pause(1);
                }
            } finally {
                happened.add("ends");
                scheduler.pause(1);
                happened.add("calls once more");
            }
        });

        scheduler.run(() -> scheduler.now() > 1_010);

        assertThat(happened).containsExactly("ends");
    }

    @Test
    void aMistakeOfTheSimulationItselfIsNotTakenForACrash() {
        Scheduler scheduler = scheduler(1);
        start(scheduler, "wrong", () -> {
            throw new AssertionError("a mistake");
        });

        assertThatThrownBy(() -> scheduler.run(() -> false)).hasMessage("wrong broke").hasRootCauseMessage("a mistake");
    }

    private void start(Scheduler scheduler, String name, Runnable body) {
        scheduler.start(new Invocation(name, 0, scheduler, body), () -> happened.add(name + " is over"));
    }

    private static Scheduler scheduler(long seed) {
        return new Scheduler(Dice.of(seed), 1_000);
    }
}
