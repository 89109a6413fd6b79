package dev.stampede.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.Sample;
import dev.stampede.verification.crash.CrashPoint.Side;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointSweepTest {

    /// What comes again comes after the claims of the dead have lapsed.
    private static final Duration BETWEEN_DELIVERIES = Duration.ofMinutes(2);
    private static final int MAX_DELIVERIES = 5;

    private final Cloud sound = Engine.EMBEDDED.cloud();
    private final CrashPoint crash = new CrashPoint();
    private final Cloud crashing = sound.with(crash);

    @TestFactory
    Stream<DynamicTest> dyingAtAnyCallOfAnyHandlerChangesNothingInTheEnd() {
        return Scenarios.all(sound).entrySet().stream().flatMap(scenario -> {
            Scenario undisturbed = scenario.getValue().get();
            crash.arm(0, Side.BEFORE);
            assertThat(undisturbed.deliver(crashing, InstantSource.fixed(Sample.NOON))).as(scenario.getKey()).isTrue();
            int calls = crash.calls();
            assertThat(calls).as("AWS calls of " + scenario.getKey()).isPositive();
            Object expected = undisturbed.state();
            return IntStream.rangeClosed(1, calls).boxed().flatMap(place -> Stream.of(Side.values())
                    .map(side -> DynamicTest.dynamicTest(
                            "%s dies %s call %d of %d".formatted(
                                    scenario.getKey(), side.name().toLowerCase(), place, calls),
                            () -> dieAndComeAgain(scenario.getValue().get(), place, side, expected))));
        });
    }

    private void dieAndComeAgain(Scenario scenario, int place, Side side, Object expected) {
        crash.arm(place, side);
        boolean handled = deliver(scenario, 0);
        assertThat(crash.died()).as("the handler died").isTrue();
        for (int again = 1; !handled && again < MAX_DELIVERIES; again++) {
            handled = deliver(scenario, again);
        }
        assertThat(handled).as("handled in the end").isTrue();
        assertThat(scenario.state()).isEqualTo(expected);
    }

    private boolean deliver(Scenario scenario, int deliveries) {
        try {
            return scenario.deliver(
                    crashing, InstantSource.fixed(Sample.NOON.plus(BETWEEN_DELIVERIES.multipliedBy(deliveries))));
        } catch (CrashPoint.Died | RuntimeException e) {
            // A handler with threads of its own says in its own words that one of them died.
            assertThat(deliveries == 0 && crash.died()).as("%s", e).isTrue();
            return false;
        }
    }
}
