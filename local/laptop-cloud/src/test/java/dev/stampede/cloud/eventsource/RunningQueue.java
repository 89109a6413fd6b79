package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.AwsEndpoint;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.DiskWatch;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// One queue, one function, the real SQS engine behind the endpoint.
final class RunningQueue implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<List<String>> batches = new CopyOnWriteArrayList<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final FaultInjector faults = new FaultInjector();
    private final Path assembly;
    private Template template;
    DiskWatch disk = DiskWatch.none();
    private AwsEndpoint endpoint;
    private EventSources sources;
    private AwsCalls operator;

    RunningQueue(Path assembly) {
        this.assembly = assembly;
    }

    @Override
    public void close() {
        sources.close();
        endpoint.close();
    }

    void start(Consumer<ObjectNode> change, Function<List<String>, List<String>> failing)
            throws Exception {
        start(change, failing, Optional.of(Duration.ZERO));
    }

    /// @param failing answers which bodies failed; a throw is a function error
    void start(Consumer<ObjectNode> change, Function<List<String>, List<String>> failing,
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

    void startWith(Consumer<ObjectNode> change, Invoker invoker, Optional<Duration> retryAfter)
            throws Exception {
        open(change, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility");
        poll(invoker, retryAfter);
    }

    void poll(Invoker invoker, Optional<Duration> retryAfter) {
        sources = new EventSources(template, endpoint.url(), invoker, (_, _) -> {}, endpoint.roles(),
                assembly.resolve("state"),
                new EventSources.Settings(retryAfter, _ -> {}, complaints::add, faults, disk));
    }

    void open(Consumer<ObjectNode> change, String... actions) throws Exception {
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
        Files.writeString(assembly.resolve("S.template.json"),
                JSON.createObjectNode().set("Resources", resources).toString());
        Files.writeString(assembly.resolve("manifest.json"),
                """
                        {"artifacts":{"S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.template.json"}}}}""");
    }

    void send(String... bodies) {
        for (String body : bodies) {
            aws("SendMessage", queue("Jobs").put("MessageBody", body));
        }
    }

    int depth(String queue) {
        JsonNode attributes = aws("GetQueueAttributes",
                queue(queue).set("AttributeNames", JSON.createArrayNode().add("All"))).path("Attributes");
        return attributes.path("ApproximateNumberOfMessages").asInt()
                + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt();
    }

    /// How often something was asked, whatever the answer.
    long calls(String action) {
        return endpoint.meter().snapshot().get("calls").valueStream()
                .filter(call -> call.get("action").asText().equals(action))
                .mapToLong(call -> call.get("count").asLong()).sum();
    }

    ObjectNode queue(String name) {
        return JSON.createObjectNode().put("QueueUrl", endpoint.url() + "/000000000000/" + name);
    }

    JsonNode aws(String operation, JsonNode request) {
        try {
            return operator.sqs(operation, request);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long handled(String body) {
        return batches.stream().flatMap(List::stream).filter(body::equals).count();
    }

    static List<String> bodies(byte[] event) {
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

    static Invoker.Result success(String payload) {
        return new Invoker.Result.Success(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
