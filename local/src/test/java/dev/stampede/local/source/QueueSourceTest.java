package dev.stampede.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.local.endpoint.AwsEndpoint;
import dev.stampede.local.endpoint.Credentials;
import dev.stampede.local.function.Invoker;
import dev.stampede.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One queue, one function, the real SQS engine behind the endpoint.
class QueueSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path assembly;

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private Template template;
    private AwsEndpoint endpoint;
    private EventSources sources;
    private AwsCalls operator;

    @AfterEach
    void stop() {
        sources.close();
        endpoint.close();
    }

    @Test
    void onlyTheMessagesThatFailedComeAgain() throws Exception {
        List<String> failedOnce = new ArrayList<>(List.of("b"));
        start(mapping -> {}, bodies -> bodies.stream().filter(failedOnce::remove).toList());
        send("a", "b", "c");

        await().atMost(PATIENCE).until(() -> handled("b") == 2 && depth("Jobs") == 0);

        assertThat(handled("a")).isEqualTo(1);
        assertThat(handled("c")).isEqualTo(1);
        assertThat(depth("JobsDeadLetters")).isZero();
    }

    @Test
    void aMessageThatAlwaysFailsIsADeadLetterAfterMaxReceiveCount() throws Exception {
        start(mapping -> {}, bodies -> bodies.stream().filter("poison"::equals).toList());
        send("a", "poison", "b");

        await().atMost(PATIENCE).until(() -> depth("JobsDeadLetters") == 1 && depth("Jobs") == 0);

        assertThat(handled("poison")).isEqualTo(3);
        assertThat(handled("a")).isEqualTo(1);
        assertThat(handled("b")).isEqualTo(1);
    }

    @Test
    void withoutPartialResponsesTheWholeBatchComesAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        start(mapping -> mapping.remove("FunctionResponseTypes"), bodies -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the function fails");
            }
            return List.of();
        });
        send("a", "b");

        await().atMost(PATIENCE).until(() -> depth("Jobs") == 0);

        assertThat(batches.stream().mapToInt(List::size).sum()).isGreaterThan(2);
        assertThat(depth("JobsDeadLetters")).isZero();
    }

    @Test
    void aFailedMessageWaitsOutTheVisibilityTimeoutWhereNoQuickRetryIsAskedFor() throws Exception {
        List<String> failedOnce = new ArrayList<>(List.of("a"));
        start(mapping -> {}, bodies -> bodies.stream().filter(failedOnce::remove).toList(), Optional.empty());
        send("a");

        await().atMost(PATIENCE).until(() -> handled("a") == 1);
        assertThat(aws("GetQueueAttributes", queue("Jobs").set("AttributeNames", JSON.createArrayNode().add("All")))
                .at("/Attributes/ApproximateNumberOfMessagesNotVisible").asInt()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> handled("a") == 2 && depth("Jobs") == 0);
    }

    @Test
    void aBatchIsGatheredOverTheWindowUpToItsSize() throws Exception {
        start(mapping -> mapping.put("BatchSize", 25).put("MaximumBatchingWindowInSeconds", 2), _ -> List.of());
        send(IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new));

        await().atMost(PATIENCE).until(() -> batches.stream().mapToInt(List::size).sum() == 40);

        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(25));
        assertThat(batches.stream().mapToInt(List::size).max().orElseThrow()).isGreaterThan(10);
    }

    @Test
    void noMoreBatchesRunAtOnceThanTheMaximumConcurrency() throws Exception {
        ConcurrentLinkedQueue<CompletableFuture<Invoker.Result>> running = new ConcurrentLinkedQueue<>();
        startWith(mapping -> mapping.put("BatchSize", 1), (_, payload) -> {
            batches.add(bodies(payload));
            CompletableFuture<Invoker.Result> answer = new CompletableFuture<>();
            running.add(answer);
            return answer;
        }, Optional.of(Duration.ZERO));
        send("a", "b", "c", "d");

        await().atMost(PATIENCE).until(() -> running.size() == 2);
        assertThat(depth("Jobs")).isEqualTo(4);
        assertThat(running).hasSize(2);
        for (int done = 0; done < 4; done++) {
            await().atMost(PATIENCE).until(() -> !running.isEmpty());
            running.remove().complete(success("{}"));
        }
        await().atMost(PATIENCE).until(() -> depth("Jobs") == 0);
    }

    @Test
    void whatTheFilterDoesNotPassIsGoneAndNeverInvoked() throws Exception {
        start(mapping -> mapping.putObject("FilterCriteria").putArray("Filters").addObject()
                .put("Pattern", "{\"body\":{\"kind\":[\"wanted\"]}}"), _ -> List.of());
        send("{\"kind\":\"other\"}", "{\"kind\":\"wanted\"}", "no json");

        await().atMost(PATIENCE).until(() -> depth("Jobs") == 0);

        assertThat(batches.stream().flatMap(List::stream)).containsExactly("{\"kind\":\"wanted\"}");
    }

    @Test
    void aRoleThatMayNotReceiveIsComplainedAboutByName() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        open(mapping -> {}, "sqs:DeleteMessage");
        sources = sources((_, _) -> CompletableFuture.completedFuture(success("{}")), Optional.empty(), complaints);

        await().atMost(PATIENCE).until(() -> !complaints.isEmpty());

        assertThat(complaints.getFirst()).contains("WorkerRole").contains("sqs:ReceiveMessage").contains("Jobs");
    }

    private void start(Consumer<ObjectNode> change, Function<List<String>, List<String>> failing)
            throws Exception {
        start(change, failing, Optional.of(Duration.ZERO));
    }

    /// @param failing answers which bodies failed; a throw is a function error
    private void start(Consumer<ObjectNode> change, Function<List<String>, List<String>> failing,
            Optional<Duration> retryAfter) throws Exception {
        startWith(change, (_, payload) -> {
            List<String> bodies = bodies(payload);
            batches.add(bodies);
            try {
                return CompletableFuture.completedFuture(success(response(payload, failing.apply(bodies))));
            } catch (IllegalStateException e) {
                return CompletableFuture.completedFuture(new Invoker.Result.FunctionError("{}".getBytes()));
            }
        }, retryAfter);
    }

    private void startWith(Consumer<ObjectNode> change, Invoker invoker, Optional<Duration> retryAfter)
            throws Exception {
        open(change, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility");
        sources = sources(invoker, retryAfter, new ArrayList<>());
    }

    private EventSources sources(Invoker invoker, Optional<Duration> retryAfter, List<String> complaints) {
        return new EventSources(template, endpoint.url(), invoker, (_, _) -> {}, endpoint.roles(),
                assembly.resolve("state"), retryAfter, _ -> {}, complaints::add);
    }

    private void open(Consumer<ObjectNode> change, String... actions) throws Exception {
        writeAssembly(change, actions);
        int port = freePort();
        template = Template.read(assembly, new Template.Addresses(
                URI.create("http://127.0.0.1:" + port), URI.create("http://127.0.0.1:1")));
        endpoint = AwsEndpoint.start(
                new AwsEndpoint.Settings(port, Optional.empty()), template, AwsEndpoint.Hooks.NONE);
        operator = new AwsCalls(HttpClient.newHttpClient(), endpoint.url(), new Credentials("operator", "o", "o"));
    }

    private void writeAssembly(Consumer<ObjectNode> change, String... actions) throws IOException {
        ObjectNode resources = JSON.createObjectNode();
        resources.set("JobsDeadLetters", JSON.readTree("{\"Type\":\"AWS::SQS::Queue\"}"));
        resources.set("Jobs", JSON.readTree("""
                {"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":3,"RedrivePolicy":{
                  "deadLetterTargetArn":{"Fn::GetAtt":["JobsDeadLetters","Arn"]},"maxReceiveCount":3}}}"""));
        resources.set("WorkerRole", JSON.readTree("{\"Type\":\"AWS::IAM::Role\"}"));
        ObjectNode policy = (ObjectNode) JSON.readTree("""
                {"Type":"AWS::IAM::Policy","Properties":{"Roles":[{"Ref":"WorkerRole"}],"PolicyDocument":{"Statement":[
                  {"Effect":"Allow","Resource":{"Fn::GetAtt":["Jobs","Arn"]}}]}}}""");
        for (String action : actions) {
            ((ObjectNode) policy.at("/Properties/PolicyDocument/Statement/0")).withArray("Action").add(action);
        }
        resources.set("WorkerPolicy", policy);
        resources.set("Worker", JSON.readTree("""
                {"Type":"AWS::Lambda::Function","Properties":{"Role":{"Fn::GetAtt":["WorkerRole","Arn"]}}}"""));
        ObjectNode mapping = (ObjectNode) JSON.readTree("""
                {"BatchSize":10,"EventSourceArn":{"Fn::GetAtt":["Jobs","Arn"]},"FunctionName":{"Ref":"Worker"},
                 "FunctionResponseTypes":["ReportBatchItemFailures"],"ScalingConfig":{"MaximumConcurrency":2}}""");
        change.accept(mapping);
        resources.putObject("Feed").put("Type", "AWS::Lambda::EventSourceMapping").set("Properties", mapping);
        Files.writeString(assembly.resolve("S.template.json"), JSON.createObjectNode().set("Resources", resources).toString());
        Files.writeString(assembly.resolve("manifest.json"), """
                {"artifacts":{"S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.template.json"}}}}""");
    }

    private void send(String... bodies) {
        for (String body : bodies) {
            aws("SendMessage", queue("Jobs").put("MessageBody", body));
        }
    }

    private int depth(String queue) {
        JsonNode attributes = aws("GetQueueAttributes",
                queue(queue).set("AttributeNames", JSON.createArrayNode().add("All"))).path("Attributes");
        return attributes.path("ApproximateNumberOfMessages").asInt()
                + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt();
    }

    private ObjectNode queue(String name) {
        return JSON.createObjectNode().put("QueueUrl", endpoint.url() + "/000000000000/" + name);
    }

    private JsonNode aws(String operation, JsonNode request) {
        try {
            return operator.sqs(operation, request);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long handled(String body) {
        return batches.stream().flatMap(List::stream).filter(body::equals).count();
    }

    private static List<String> bodies(byte[] event) {
        return records(event).valueStream().map(item -> item.get("body").asText()).toList();
    }

    private static String response(byte[] event, List<String> failed) {
        ObjectNode response = JSON.createObjectNode();
        var failures = response.putArray("batchItemFailures");
        records(event).valueStream()
                .filter(item -> failed.contains(item.get("body").asText()))
                .forEach(item -> failures.addObject().put("itemIdentifier", item.get("messageId").asText()));
        return response.toString();
    }

    private static JsonNode records(byte[] event) {
        try {
            return JSON.readTree(event).get("Records");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invoker.Result success(String payload) {
        return new Invoker.Result.Success(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
