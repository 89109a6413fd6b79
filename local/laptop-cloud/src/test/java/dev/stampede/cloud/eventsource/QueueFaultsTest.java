package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.lambda.Invoker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFaultsTest {

    private RunningQueue jobs;

    @BeforeEach
    void prepare(@TempDir Path assembly) {
        jobs = new RunningQueue(assembly);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void whatWasHandledComesAgainAndThenNoMore() throws Exception {
        fault("duplicate:Jobs:Worker:1000ms");
        jobs.start(mapping -> {}, _ -> List.of());
        jobs.send("a", "b", "c");

        await().atMost(RunningQueue.PATIENCE).until(() -> handled() == 6 && jobs.depth("Jobs") == 0);

        assertThat(List.of(jobs.handled("a"), jobs.handled("b"), jobs.handled("c"))).containsOnly(2L);
        assertThat(jobs.depth("JobsDeadLetters")).isZero();
        assertThat(jobs.faults.counts()).containsEntry("duplicate", 3L);
    }

    @Test
    void aCopyMayComeWhileTheFirstIsWorkedOn() throws Exception {
        ConcurrentLinkedQueue<CompletableFuture<Invoker.Result>> running = new ConcurrentLinkedQueue<>();
        fault("duplicate:Jobs:0-500ms");
        jobs.startWith(_ -> {}, (_, payload) -> {
            jobs.batches.add(RunningQueue.bodies(payload));
            CompletableFuture<Invoker.Result> answer = new CompletableFuture<>();
            running.add(answer);
            return answer;
        }, Optional.empty());
        jobs.send("a");

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("a") == 2);
        assertThat(running).hasSize(2);
        running.forEach(each -> each.complete(RunningQueue.success("{}")));
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.depth("Jobs") == 0);
    }

    @Test
    void whatIsHeldBackIsOvertakenAndHandledOnce() throws Exception {
        fault("reorder:Jobs:1000ms:40%");
        jobs.start(_ -> {}, _ -> List.of());
        List<String> sent = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        jobs.send(sent.toArray(String[]::new));

        await().atMost(RunningQueue.PATIENCE).until(() -> handled() == sent.size() && jobs.depth("Jobs") == 0);

        List<String> came = jobs.batches.stream().flatMap(List::stream).toList();
        assertThat(came).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
        assertThat(jobs.faults.counts().get("reorder")).isBetween(1L, 7L);
    }

    @Test
    void aPausedConsumerGetsNothingUntilItIsResumed() throws Exception {
        jobs.start(_ -> {}, _ -> List.of());
        jobs.send("before");
        await().atMost(RunningQueue.PATIENCE).until(() -> handled() == 1);
        jobs.faults.pause("Jobs");
        jobs.send("meanwhile");

        // The poll that was under way when it was paused is over.
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.faults.counts().get("pause") == 1);
        assertThat(handled()).isEqualTo(1);
        assertThat(jobs.depth("Jobs")).isEqualTo(1);

        jobs.faults.resume("Jobs");
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("meanwhile") == 1 && jobs.depth("Jobs") == 0);
    }

    @Test
    void faultsAloneMakeNoDeadLetter() throws Exception {
        fault("duplicate:Jobs:0ms,reorder:Jobs:1000ms:50%");
        jobs.start(_ -> {}, _ -> List.of());
        jobs.send("a", "b", "c", "d");

        await().atMost(RunningQueue.PATIENCE).until(() -> handled() >= 4 && jobs.depth("Jobs") == 0);

        assertThat(jobs.depth("JobsDeadLetters")).isZero();
        assertThat(List.of(jobs.handled("a"), jobs.handled("b"), jobs.handled("c"), jobs.handled("d")))
                .doesNotContain(0L);
    }

    private void fault(String rules) {
        jobs.faults.start(FaultPlan.parse(rules, 1));
    }

    private long handled() {
        return jobs.batches.stream().mapToInt(List::size).sum();
    }
}
