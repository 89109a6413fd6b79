package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.verification.simulation.Campaign.Summary;
import dev.stampede.verification.simulation.Simulation.Run;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The test of the tests: each mistake that the shop could have is found.
@ExtendWith(Silence.class)
class PlantedBugTest {

    private static final int SEEDS = 500;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isFoundWithinFiveHundredSeeds(PlantedBug bug) throws InterruptedException {
        Summary summary = Campaign.run(1, SEEDS, bug, _ -> {});

        assertThat(summary.failed()).as("%s: %s", bug, bug.title()).isPresent();
        Run run = summary.failed().orElseThrow();
        Silence.say("%s is found by seed %d: %s".formatted(bug, run.seed(), run.broken().orElseThrow()));
    }
}
