package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.OrderStatus;
import dev.stampede.verification.simulation.Campaign.Summary;
import dev.stampede.verification.simulation.Simulation.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole shop under thousands of seeds. What one seed broke is replayed with `./stampede simulate --seed`.
@ExtendWith(Silence.class)
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 2000);

    private static Summary summary;

    @BeforeAll
    static void simulate() throws InterruptedException {
        summary = Campaign.run(1, SEEDS, PlantedBug.NONE, _ -> {});
        Silence.say("%d seeds in %s, %.0f a second".formatted(summary.runs(), summary.took(), summary.runsPerSecond()));
    }

    @Test
    void everyPromiseIsKeptInEverySeed() {
        assertThat(summary.failed()).as(() -> Silence.story(summary.failed().orElseThrow())).isEmpty();
        assertThat(summary.runs()).isEqualTo(SEEDS);
    }

    @Test
    void everyFaultStruck() {
        assertThat(summary.struck()).containsOnlyKeys(Fault.values());
    }

    @Test
    void ordersEndedInEveryWayThereIs() {
        assertThat(summary.orders()).containsOnlyKeys(
                OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.REJECTED,
                OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REFUNDED, OrderStatus.RETURN_REQUESTED,
                OrderStatus.RETURNED);
    }

    @Test
    void aSeedDoesTheSameEachTime() {
        List<String> once = digests();

        assertThat(digests()).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates();
    }

    /// Another process has other identity hashes, and other orders in the immutable collections.
    @Test
    void aSeedDoesTheSameInAnotherProcess() throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), InAnotherProcess.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(output).contains(run(11).digest());
    }

    static final class InAnotherProcess {
        public static void main(String[] args) {
            System.out.println(run(11).digest());
        }
    }

    private static List<String> digests() {
        return LongStream.rangeClosed(1, 12).mapToObj(seed -> run(seed).digest()).toList();
    }

    private static Run run(long seed) {
        return Simulation.run(seed, PlantedBug.NONE, _ -> {});
    }
}
