package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.stampede.cli.DemoShop;
import dev.stampede.cloud.LaptopCloud;
import dev.stampede.cloud.gateway.Sabotage;
import dev.stampede.cloud.gateway.WithoutCondition;
import dev.stampede.verification.invariant.Finding;
import dev.stampede.verification.prove.FaultMix;
import dev.stampede.verification.prove.Progress;
import dev.stampede.verification.prove.Proof;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof passes on the shop as it is and fails on one with a planted bug. Each run has a cloud of its own.
@Tag("whole-flow")
class ProveFlowTest {

    private static final int BUYERS = 160;
    private static final int UNITS = 10;

    /// Exposes the planted bugs: half of the messages are delivered twice, and a batch is written so late that others
    /// have read the same stock meanwhile.
    private static final FaultMix REPEATS_AND_RACES =
            FaultMix.of("duplicate:*:50%,latency:ProcessOrder:dynamodb:TransactWriteItems:*:2000ms");

    @TempDir
    private Path state;

    @Test
    void thePromiseHoldsUnderEveryKindOfFault() throws Exception {
        Proof.Outcome outcome = prove(FaultMix.USUAL, Duration.ofMinutes(5), Sabotage.NONE);

        assertThat(outcome.findings())
                .allSatisfy(finding -> assertThat(finding.holds()).as(finding.toString()).isTrue());
        assertThat(outcome.faults()).containsKeys("duplicate", "kill", "conflict");
    }

    static Stream<Arguments> bugs() {
        return Stream.of(
                argumentSet("stock taken without asking whether it is there", new WithoutCondition("Update", "Stock"),
                        "Nothing is oversold, in stock or in a sale (by SKU)"),
                argumentSet("an order recorded again over itself", new WithoutCondition("Put", "Orders"),
                        "Reserved and sold units match the orders"),
                argumentSet("money captured again without a look at the ledger",
                        new WithoutCondition("Update", "Payments"),
                        "Charged once, and only for confirmed orders"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aBugInTheWritesIsFound(WithoutCondition bug, String claim) throws Exception {
        // The damage shows at once; some of the broken orders would never settle.
        Proof.Outcome outcome = prove(REPEATS_AND_RACES, Duration.ofSeconds(5), bug);

        assertThat(bug.taken()).isPositive();
        assertThat(outcome.findings()).filteredOn(finding -> !finding.holds()).extracting(Finding::claim)
                .contains(claim);
    }

    private Proof.Outcome prove(FaultMix mix, Duration timeout, Sabotage sabotage) throws Exception {
        Proof.Settings settings =
                new Proof.Settings(RunningShop.root(), Files.createDirectories(state.resolve("state")), 1,
                        BUYERS, UNITS, mix, Duration.ofSeconds(10), timeout, sabotage);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
        try (LaptopCloud cloud = Proof.start(settings, DemoShop.program(_ -> {}), silent)) {
            return Proof.run(settings, cloud, silent);
        }
    }
}
