package dev.stampede.cloud.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.FullDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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
    void onlyTheMessagesThatFailedComeAgain() throws Exception {
        List<String> failedOnce = new ArrayList<>(List.of("b"));
        jobs.start(mapping -> {}, bodies -> bodies.stream().filter(failedOnce::remove).toList());
        jobs.send("a", "b", "c");

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("b") == 2 && jobs.depth("Jobs") == 0);

        assertThat(jobs.handled("a")).isEqualTo(1);
        assertThat(jobs.handled("c")).isEqualTo(1);
        assertThat(jobs.depth("JobsDeadLetters")).isZero();
    }

    @Test
    void nothingIsReceivedWhileTheDiskIsFullSoNoReceiveIsUsedUp() throws Exception {
        FullDisk full = new FullDisk();
        full.usable = 0;
        jobs.disk = new DiskWatch(full, Path.of("."), 1, _ -> {}, System::nanoTime);
        jobs.disk.look();
        jobs.start(mapping -> {}, bodies -> List.of());
        jobs.send("a");
        await().during(Duration.ofSeconds(1)).until(() -> jobs.depth("Jobs") == 1 && jobs.handled("a") == 0);

        full.usable = 10;
        jobs.disk.look();
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("a") == 1 && jobs.depth("Jobs") == 0);
    }

    @Test
    void aMessageThatAlwaysFailsIsADeadLetterAfterMaxReceiveCount() throws Exception {
        jobs.start(mapping -> {}, bodies -> bodies.stream().filter("poison"::equals).toList());
        jobs.send("a", "poison", "b");

        await().atMost(RunningQueue.PATIENCE)
                .until(() -> jobs.depth("JobsDeadLetters") == 1 && jobs.depth("Jobs") == 0);

        assertThat(jobs.handled("poison")).isEqualTo(3);
        assertThat(jobs.handled("a")).isEqualTo(1);
        assertThat(jobs.handled("b")).isEqualTo(1);
    }

    @Test
    void afterItsLastReceiveNothingIsWaitedFor() throws Exception {
        jobs.open(mapping -> {}, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility");
        jobs.send("poison");
        for (int received = 0; received < 2; received++) {
            jobs.aws("ReceiveMessage", jobs.queue("Jobs").put("VisibilityTimeout", 0));
        }
        jobs.poll((_, _) -> CompletableFuture.completedFuture(new Invoker.Result.FunctionError("{}".getBytes())),
                Optional.of(Duration.ofHours(1)));

        await().atMost(RunningQueue.PATIENCE)
                .until(() -> jobs.depth("JobsDeadLetters") == 1 && jobs.depth("Jobs") == 0);
    }

    @Test
    void withoutPartialResponsesTheWholeBatchComesAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        jobs.start(mapping -> mapping.remove("FunctionResponseTypes"), bodies -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the function fails");
            }
            return List.of();
        });
        jobs.send("a", "b");

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.depth("Jobs") == 0);

        assertThat(jobs.batches.stream().mapToInt(List::size).sum()).isGreaterThan(2);
        assertThat(jobs.depth("JobsDeadLetters")).isZero();
    }

    @Test
    void aFailedMessageWaitsOutTheVisibilityTimeoutWhereNoQuickRetryIsAskedFor() throws Exception {
        List<String> failedOnce = new ArrayList<>(List.of("a"));
        jobs.start(mapping -> {}, bodies -> bodies.stream().filter(failedOnce::remove).toList(), Optional.empty());
        jobs.send("a");

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("a") == 1);
        assertThat(jobs
                .aws("GetQueueAttributes", jobs.queue("Jobs").set("AttributeNames", JSON.createArrayNode().add("All")))
                .at("/Attributes/ApproximateNumberOfMessagesNotVisible").asInt()).isEqualTo(1);
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.handled("a") == 2 && jobs.depth("Jobs") == 0);
    }

    @Test
    void aBatchIsGatheredOverTheWindowUpToItsSize() throws Exception {
        jobs.start(mapping -> mapping.put("BatchSize", 25).put("MaximumBatchingWindowInSeconds", 2), _ -> List.of());
        jobs.send(IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new));

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.batches.stream().mapToInt(List::size).sum() == 40);

        assertThat(jobs.batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(25));
        assertThat(jobs.batches.stream().mapToInt(List::size).max().orElseThrow()).isGreaterThan(10);
    }

    @Test
    void noMoreBatchesRunAtOnceThanTheMaximumConcurrency() throws Exception {
        ConcurrentLinkedQueue<CompletableFuture<Invoker.Result>> running = new ConcurrentLinkedQueue<>();
        jobs.startWith(mapping -> mapping.put("BatchSize", 1), (_, payload) -> {
            jobs.batches.add(RunningQueue.bodies(payload));
            CompletableFuture<Invoker.Result> answer = new CompletableFuture<>();
            running.add(answer);
            return answer;
        }, Optional.of(Duration.ZERO));
        jobs.send("a", "b", "c", "d");

        await().atMost(RunningQueue.PATIENCE).until(() -> running.size() == 2);
        assertThat(jobs.depth("Jobs")).isEqualTo(4);
        assertThat(running).hasSize(2);
        for (int done = 0; done < 4; done++) {
            await().atMost(RunningQueue.PATIENCE).until(() -> !running.isEmpty());
            running.remove().complete(RunningQueue.success("{}"));
        }
        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.depth("Jobs") == 0);
    }

    @Test
    void whatTheFilterDoesNotPassIsGoneAndNeverInvoked() throws Exception {
        jobs.start(mapping -> mapping.putObject("FilterCriteria").putArray("Filters").addObject()
                .put("Pattern", "{\"body\":{\"kind\":[\"wanted\"]}}"), _ -> List.of());
        jobs.send("{\"kind\":\"other\"}", "{\"kind\":\"wanted\"}", "no json");

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.depth("Jobs") == 0);

        assertThat(jobs.batches.stream().flatMap(List::stream)).containsExactly("{\"kind\":\"wanted\"}");
    }

    @Test
    void aRoleThatMayNotReceiveIsComplainedAboutByName() throws Exception {
        jobs.open(mapping -> {}, "sqs:DeleteMessage");
        jobs.poll((_, _) -> CompletableFuture.completedFuture(RunningQueue.success("{}")), Optional.empty());

        await().atMost(RunningQueue.PATIENCE).until(() -> !jobs.complaints.isEmpty());

        await().atMost(RunningQueue.PATIENCE).until(() -> jobs.calls("ReceiveMessage") >= 3);
        assertThat(jobs.complaints).singleElement().asString().contains("WorkerRole", "sqs:ReceiveMessage", "Jobs");
    }
}
