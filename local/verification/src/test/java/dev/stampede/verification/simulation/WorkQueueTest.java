package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.verification.simulation.WorkQueue.Message;
import dev.stampede.verification.simulation.WorkQueue.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private static final Settings SETTINGS = new Settings(3, 0, 2, 90_000, 2);

    private final Cloud cloud = calm();
    private final List<List<Message>> deliveries = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    @Test
    void whatIsConfirmedDoesNotComeAgain() {
        WorkQueue queue = queue((_, failed) -> failed.accept(Set.of()));
        queue.send("label", "body");

        run();

        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.getFirst()).extracting(Message::body).containsExactly("body");
    }

    @Test
    void onlyWhatFailedOfABatchComesAgainAfterItsVisibilityAndIsThenGivenUpOn() {
        WorkQueue queue = queue((batch, failed) -> failed.accept(
                batch.stream().filter(message -> message.body().equals("bad")).map(Message::id).collect(
                        Collectors.toSet())));
        queue.send("label", "bad");
        queue.send("label", "good");

        run();

        assertThat(deliveries.stream().flatMap(List::stream).map(Message::body)).containsExactlyInAnyOrder("bad",
                "good", "bad");
        assertThat(times.getLast() - times.getFirst()).isBetween(90_000L, 90_100L);
        assertThat(queue.deadLetters()).containsExactly("Test/1 label");
    }

    @Test
    void aDeadLetterThatIsRedrivenCountsItsReceivesAnew() {
        WorkQueue queue = queue((batch, failed) -> failed.accept(Set.of(batch.getFirst().id())));
        queue.send("label", "body");
        run();

        queue.redrive();
        run();

        assertThat(deliveries.stream().map(batch -> batch.getFirst().receives())).containsExactly(1, 2, 1, 2);
    }

    @Test
    void whatAWorkerHoldsForTooLongIsGivenToAnotherOneAsWell() {
        List<Consumer<Set<String>>> open = new ArrayList<>();
        WorkQueue queue = queue((_, failed) -> open.add(failed));
        queue.send("label", "body");

        run();
        assertThat(deliveries).hasSize(2);
        open.getFirst().accept(Set.of());
        run();

        assertThat(queue.deadLetters()).as("the first worker's confirmation counts, late as it is").isEmpty();
    }

    @Test
    void noMoreDeliveriesRunAtOnceThanAreAllowedAndNoBatchIsTooLarge() {
        WorkQueue queue = queue((_, _) -> {});
        for (int message = 0; message < 20; message++) {
            queue.send("label", "body");
        }

        cloud.scheduler.run(() -> cloud.elapsed() > 80_000);

        assertThat(deliveries).hasSize(2).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 3));
    }

    private WorkQueue queue(WorkQueue.Worker worker) {
        return new WorkQueue("Test", SETTINGS, cloud, (batch, failed) -> {
            deliveries.add(batch);
            times.add(cloud.scheduler.now());
            worker.take(batch, failed);
        });
    }

    private void run() {
        cloud.scheduler.run(() -> false);
    }

    private static Cloud calm() {
        Cloud cloud = new Cloud(1, PlantedBug.NONE, _ -> {});
        cloud.faults.stop();
        return cloud;
    }
}
