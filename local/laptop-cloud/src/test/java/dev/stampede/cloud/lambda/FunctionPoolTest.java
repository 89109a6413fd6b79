package dev.stampede.cloud.lambda;

import static dev.stampede.cloud.lambda.Fleet.function;
import static dev.stampede.cloud.lambda.Fleet.isAlive;
import static dev.stampede.cloud.lambda.Fleet.reserving;
import static dev.stampede.cloud.lambda.Fleet.with;
import static dev.stampede.cloud.lambda.Fleet.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.cloud.journal.Journal.Hop;
import dev.stampede.cloud.lambda.Invoker.Result;
import dev.stampede.cloud.lambda.PoolSettings.RuntimeClient;
import dev.stampede.cloud.lambda.handlers.Handlers.BrokenInit;
import dev.stampede.cloud.lambda.handlers.Handlers.DyingInit;
import dev.stampede.cloud.lambda.handlers.Handlers.Echo;
import dev.stampede.cloud.lambda.handlers.Handlers.Marked;
import dev.stampede.cloud.lambda.handlers.Handlers.Obedient;
import dev.stampede.cloud.lambda.handlers.Handlers.Surroundings;
import dev.stampede.cloud.lambda.handlers.Handlers.Throwing;
import dev.stampede.cloud.lambda.handlers.Handlers.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionPoolTest {

    @TempDir
    Path folder;

    private Fleet fleet;

    @BeforeAll
    static void patience() {
        // JVMs start slowly on a machine that builds something else.
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeClient.class)
    void answersWithWhatTheHandlerWrites(RuntimeClient client) {
        start(settings -> settings.withClient(client), function(folder, Echo.class));

        assertThat(fleet.answer(Echo.class, "{\"n\":1}")).isEqualTo("{\"n\":1}");
        assertThat(fleet.answer(Echo.class, "\"\u00e9\u20ac\"")).isEqualTo("\"\u00e9\u20ac\"");
        assertThat(fleet.pool.workers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(RuntimeClient.class)
    void anExceptionIsAFunctionErrorWithItsTypeMessageAndTrace(RuntimeClient client) {
        start(settings -> settings.withClient(client), function(folder, Throwing.class));

        assertThat(fleet.answer(Throwing.class, "{}"))
                .startsWith("error ")
                .contains("\"errorMessage\":\"no \\\"luck\\\"\"", "\"errorType\":\"java.lang.IllegalStateException\"",
                        "\"stackTrace\":[");
        assertThat(fleet.hops).extracting(Hop::outcome).containsExactly("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @EnumSource(RuntimeClient.class)
    void aHandlerThatCannotBeConstructedIsAFunctionErrorAndIsNotStartedForEveryEvent(RuntimeClient client) {
        start(settings -> settings.withClient(client), function(folder, BrokenInit.class));

        for (int i = 0; i < 20; i++) {
            assertThat(fleet.answer(BrokenInit.class, "{}")).contains("TABLE is not set", "IllegalStateException");
        }
        assertThat(fleet.log(BrokenInit.class).split("constructing", -1)).hasSizeLessThan(6);
    }

    @Test
    void aProcessThatDiesWhileItStartsIsStartedOnceMoreAndThenReported() {
        start(function(folder, DyingInit.class));

        assertThat(fleet.answer(DyingInit.class, "{}")).contains("Runtime.ExitError",
                "Runtime exited with error: exit status 3");
        assertThat(fleet.log(DyingInit.class).split("constructing", -1)).hasSize(3);
    }

    @Test
    void aTimeoutKillsTheProcessAndTheNextEventGetsANewOne() {
        start(within(function(folder, Obedient.class), Duration.ofSeconds(3)));
        assertThat(fleet.answer(Obedient.class, "1")).isEqualTo("1");
        long pid = fleet.onlyWorker().pid();

        assertThat(fleet.answer(Obedient.class, "\"hang\""))
                .contains("\"errorType\":\"Sandbox.Timedout\"")
                .containsPattern("\"RequestId: [0-9a-f-]{36} Error: Task timed out after 3.00 seconds\"");

        await().until(() -> !isAlive(pid));
        assertThat(fleet.answer(Obedient.class, "2")).isEqualTo("2");
        assertThat(fleet.onlyWorker().pid()).isNotEqualTo(pid);
    }

    @Test
    void neighboursOfATimeoutMayFinish() {
        start(with(within(function(folder, Obedient.class), Duration.ofSeconds(3)), Map.of()));
        fleet.answer(Obedient.class, "1");
        CompletableFuture<Result> hanging = fleet.send(Obedient.class, "\"hang\"");
        await().until(() -> fleet.onlyWorker().inFlight() == 1);

        List<String> neighbours = new ArrayList<>();
        while (!hanging.isDone()) {
            neighbours.add(fleet.answer(Obedient.class, "3"));
        }

        assertThat(neighbours).isNotEmpty().containsOnly("3");
    }

    @Test
    void killedProcessesFailTheirInvocationsAndTheNextEventStartsANewOne() throws Exception {
        start(function(folder, Obedient.class));
        List<CompletableFuture<Result>> hanging =
                IntStream.range(0, 5).mapToObj(i -> fleet.send(Obedient.class, "\"hang\"")).toList();
        await().until(() -> fleet.pool.workers().stream().anyMatch(worker -> worker.inFlight() == 5));

        kill(fleet.onlyWorker().pid());

        for (CompletableFuture<Result> each : hanging) {
            assertThat(each).succeedsWithin(Duration.ofSeconds(10)).isInstanceOfSatisfying(Result.FunctionError.class,
                    error -> assertThat(new String(error.payload()))
                            .contains("\"errorType\":\"Runtime.ExitError\"")
                            .containsPattern(
                                    "RequestId: [0-9a-f-]{36} Error: Runtime exited with error: signal: killed"));
        }
        assertThat(fleet.answer(Obedient.class, "2")).isEqualTo("2");
    }

    @Test
    void aHandlerThatExitsFailsItsInvocation() {
        start(function(folder, Obedient.class));

        assertThat(fleet.answer(Obedient.class, "\"exit\"")).contains("Runtime exited with error: exit status 7");
        assertThat(fleet.answer(Obedient.class, "2")).isEqualTo("2");
    }

    @Test
    void aNewJarReplacesTheProcessAtTheNextEvent() {
        start(function(folder, Marked.class));
        assertThat(fleet.answer(Marked.class, "{}")).isEqualTo("\"first\"");
        long pid = fleet.onlyWorker().pid();

        HandlerJar.pack(fleet.jar, "\"the second\"");

        assertThat(fleet.answer(Marked.class, "{}")).isEqualTo("\"the second\"");
        await().until(() -> !isAlive(pid));
        assertThat(fleet.onlyWorker().pid()).isNotEqualTo(pid);
    }

    @Test
    void oneProcessServesSeveralAtOnceAndMoreShareTheQueue() {
        start(
                settings -> settings.withProcesses(8, 1),
                with(function(folder, Together.class), Map.of("TOGETHER", "8")));

        List<CompletableFuture<Result>> all =
                IntStream.range(0, 40).mapToObj(i -> fleet.send(Together.class, "{}")).toList();

        String expected = "true " + fleet.onlyWorkerOnceStarted().pid();
        assertThat(all).allSatisfy(each -> assertThat(each)
                .succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOfSatisfying(
                        Result.Success.class,
                        success -> assertThat(new String(success.payload())).isEqualTo(expected)));
    }

    @Test
    void aSecondProcessComesWhenTheFirstIsFull() {
        start(settings -> settings.withProcesses(2, 2), function(folder, Obedient.class));

        IntStream.range(0, 4).forEach(i -> fleet.send(Obedient.class, "\"hang\""));

        await().until(() -> fleet.pool.workers().stream().filter(worker -> worker.inFlight() == 2).count() == 2);
    }

    @Test
    void throttlesWhatIsOverTheReservedConcurrency() {
        start(reserving(function(folder, Obedient.class), 2), reserving(function(folder, Echo.class), 0));
        fleet.send(Obedient.class, "\"hang\"");
        fleet.send(Obedient.class, "\"hang\"");

        assertThat(fleet.answer(Obedient.class, "1")).isEqualTo("throttled");
        assertThat(fleet.answer(Echo.class, "1")).isEqualTo("throttled");
        assertThat(fleet.hops).extracting(Hop::outcome).containsOnly("Throttled");
    }

    @Test
    void seesLambdasEnvironmentAndNothingOfTheLaptops() {
        start(with(function(folder, Surroundings.class), Map.of("TABLE", "Orders", "AWS_REGION", "mars-1")));

        List<String> lines = fleet.answer(Surroundings.class, "{}").lines().toList();

        assertThat(lines)
                .contains(
                        "TABLE=Orders",
                        "AWS_REGION=us-east-1",
                        "AWS_DEFAULT_REGION=us-east-1",
                        "AWS_ENDPOINT_URL=http://127.0.0.1:4566",
                        "AWS_ACCESS_KEY_ID=AKSurroundings",
                        "AWS_SECRET_ACCESS_KEY=secret-arn:aws:iam::000000000000:role/Surroundings",
                        "AWS_SESSION_TOKEN=token",
                        "AWS_LAMBDA_FUNCTION_NAME=Surroundings",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256",
                        "AWS_LAMBDA_INITIALIZATION_TYPE=on-demand",
                        "function=Surroundings",
                        "arn=arn:aws:lambda:us-east-1:000000000000:function:Surroundings")
                .anyMatch(line -> line.matches("heap=2[01]\\d"))
                .anyMatch(line -> line.matches("remaining=(2\\d{4}|30000)"));
        assertThat(lines.stream().filter(line -> line.matches("[A-Za-z_]+=.*")).map(line -> line.split("=")[0]))
                .allMatch(name -> name.matches(
                        "_HANDLER|AWS_.*|LAMBDA_TASK_ROOT|TABLE|TZ|PATH|HOME|LANG|LC_ALL|TMPDIR|heap|function|arn|remaining"));
    }

    @Test
    void refusesWhatIsTooLargeOrUnknown() {
        start(function(folder, Obedient.class));

        assertThatThrownBy(() -> fleet.send(Obedient.class, "x".repeat(6 * 1024 * 1024 + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fleet.pool.invoke("Nobody", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nobody");
        assertThat(fleet.answer(Obedient.class, "\"large\"")).contains("Function.ResponseSizeTooLarge");
    }

    @Test
    void isFoundByNameAndArnAndAlias() {
        start(function(folder, Echo.class));

        for (String name : List.of("Echo", "Echo:live", "arn:aws:lambda:us-east-1:000000000000:function:Echo",
                "arn:aws:lambda:us-east-1:000000000000:function:Echo:live")) {
            assertThat(fleet.pool.invoke(name, "1".getBytes())).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void logsLikeLambdaAndNotesTheOrders() {
        start(function(folder, Echo.class));
        String order = UUID.randomUUID().toString();

        fleet.answer(Echo.class, "{\"orderId\":\"" + order + "\"}");

        assertThat(fleet.hops).singleElement().satisfies(hop -> {
            assertThat(hop.kind()).isEqualTo("invoke");
            assertThat(hop.target()).isEqualTo("Echo");
            assertThat(hop.outcome()).isEqualTo("ok");
            assertThat(hop.orders()).containsExactly(order);
        });
        await().untilAsserted(() -> assertThat(fleet.log(Echo.class))
                .containsPattern(
                        "(?m)^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z START RequestId: [0-9a-f-]{36} Version: \\$LATEST$")
                .containsPattern("(?m)Z echo of [0-9a-f-]{36}$")
                .containsPattern("(?m)Z END RequestId: [0-9a-f-]{36}$")
                .containsPattern("(?m)Z REPORT RequestId: [0-9a-f-]{36}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms"
                        + "\tMemory Size: 256 MB(\tMax Memory Used: \\d+ MB)?\tInit Duration: [\\d.]+ ms$"));
    }

    @Test
    void stopsAProcessThatHasNothingToDo() {
        start(settings -> settings.withIdleAfter(Duration.ofMillis(1)), function(folder, Echo.class));
        fleet.answer(Echo.class, "1");

        await().until(() -> fleet.pool.workers().isEmpty());

        assertThat(fleet.answer(Echo.class, "2")).isEqualTo("2");
    }

    @Test
    void leavesNoProcessWhenItIsClosed() {
        start(function(folder, Echo.class), function(folder, Obedient.class));
        fleet.answer(Echo.class, "1");
        CompletableFuture<Result> hanging = fleet.send(Obedient.class, "\"hang\"");
        await().until(() -> fleet.pool.workers().stream().anyMatch(worker -> worker.inFlight() == 1));
        List<Long> pids = fleet.pool.workers().stream().map(Worker::pid).toList();

        fleet.close();

        assertThat(pids).hasSize(2).noneMatch(Fleet::isAlive);
        assertThat(hanging).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(Result.FunctionError.class);
        assertThat(fleet.answer(Echo.class, "1")).contains("the laptop cloud is stopping");
    }

    @Test
    void aProcessThatIsToBeKilledDiesOfItsInvocationAndTheNextGetsAnother() {
        start(function(folder, Echo.class));
        fleet.answer(Echo.class, "1");
        long pid = fleet.onlyWorker().pid();
        fleet.faults.start(FaultPlan.parse("kill:Echo:60000ms", 1));

        // It has answered long before the minute is over: its answer is lost with it.
        assertThat(fleet.answer(Echo.class, "2")).contains("Runtime.ExitError", "signal: killed");

        assertThat(isAlive(pid)).isFalse();
        fleet.faults.calm();
        assertThat(fleet.answer(Echo.class, "3")).isEqualTo("3");
    }

    @Test
    void aProcessThatIsToBeKilledDiesWhileItIsAtWork() {
        start(function(folder, Obedient.class));
        fleet.answer(Obedient.class, "1");
        fleet.faults.start(FaultPlan.parse("kill:Obedient:10ms", 1));

        assertThat(fleet.answer(Obedient.class, "\"hang\"")).contains("Runtime.ExitError", "signal: killed");
        assertThat(fleet.faults.counts()).containsEntry("kill", 1L);
    }

    private void start(FunctionSpec... functions) {
        start(UnaryOperator.identity(), functions);
    }

    private void start(UnaryOperator<PoolSettings> change, FunctionSpec... functions) {
        fleet = new Fleet(folder, change, functions);
    }

    static void kill(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor()).isZero();
    }
}
