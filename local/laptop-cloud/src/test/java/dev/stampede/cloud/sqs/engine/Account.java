package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// An engine with a clock that stands until it is moved.
final class Account implements AutoCloseable {

    static final SqsEngine.Address ADDRESS =
            new SqsEngine.Address("us-east-1", "000000000000", "http://127.0.0.1:4567");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES).build();

    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE / 2);
    final AtomicLong millis = new AtomicLong(Instant.parse("2026-11-27T09:00:00Z").toEpochMilli());
    final List<String> complaints = new ArrayList<>();
    private final Time time;
    private SqsEngine engine;

    private Account(Optional<Path> folder, boolean stopped) {
        this.time = stopped ? new Time(() -> Instant.ofEpochMilli(millis.get()), nanos::get) : Time.SYSTEM;
        this.engine = folder.map(this::opened).orElseGet(() -> SqsEngine.inMemory(ADDRESS, time));
    }

    static Account inMemory() {
        return new Account(Optional.empty(), true);
    }

    static Account in(Path folder) {
        return new Account(Optional.of(folder), true);
    }

    /// On the machine's clock.
    static Account inRealTime() {
        return new Account(Optional.empty(), false);
    }

    private SqsEngine opened(Path folder) {
        return SqsEngine.in(folder, ADDRESS, time, complaints::add);
    }

    void restart(Path folder) {
        engine.close();
        engine = opened(folder);
    }

    /// Opens a copy of the files as they lie there, which is what a kill leaves.
    void killed(Path folder, Path copy) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(copy);
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.close();
        engine = opened(copy);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        millis.addAndGet(time.toMillis());
    }

    ObjectNode call(String operation, JsonNode parameters) {
        try {
            return engine.call(operation, parameters, "AROATEST:session");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param parameters JSON, in single quotes as well
    ObjectNode call(String operation, String parameters) {
        return call(operation, json(parameters));
    }

    void refused(SqsException.Code code, String operation, String parameters) {
        assertThatThrownBy(() -> call(operation, parameters))
                .isInstanceOfSatisfying(SqsException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Account queue(String name) {
        return queue(name, "{}");
    }

    Account queue(String name, String attributes) {
        ObjectNode call = JSON.createObjectNode().put("QueueName", name);
        call.set("Attributes", json(attributes));
        call("CreateQueue", call);
        return this;
    }

    static String redrive(String deadLetters, int maxReceives) {
        return "{'RedrivePolicy':'{\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\",\"maxReceiveCount\":"
                + maxReceives
                + "}'}";
    }

    static String arn(String queue) {
        return ADDRESS.arn(queue);
    }

    String send(String queue, String body) {
        return call("SendMessage", JSON.createObjectNode().put("QueueUrl", queue).put("MessageBody", body))
                .get("MessageId").asText();
    }

    /// Up to ten, without waiting.
    List<JsonNode> receive(String queue) {
        return receive(queue, 10);
    }

    List<JsonNode> receive(String queue, int most) {
        return messages(call("ReceiveMessage", "{'QueueUrl':'" + queue + "','MaxNumberOfMessages':" + most
                + ",'AttributeNames':['All'],'MessageAttributeNames':['All']}"));
    }

    static List<JsonNode> messages(JsonNode answer) {
        List<JsonNode> messages = new ArrayList<>();
        answer.path("Messages").forEach(messages::add);
        return messages;
    }

    static List<String> bodies(List<JsonNode> messages) {
        return messages.stream().map(message -> message.get("Body").asText()).toList();
    }

    void delete(String queue, JsonNode message) {
        call("DeleteMessage", JSON.createObjectNode()
                .put("QueueUrl", queue).set("ReceiptHandle", message.get("ReceiptHandle")));
    }

    void show(String queue, JsonNode message, int afterSeconds) {
        call("ChangeMessageVisibility", JSON.createObjectNode()
                .put("QueueUrl", queue).put("VisibilityTimeout", afterSeconds)
                .set("ReceiptHandle", message.get("ReceiptHandle")));
    }

    /// Visible, in flight, delayed.
    List<Integer> counts(String queue) {
        JsonNode attributes = attributes(queue);
        return List.of(attributes.get("ApproximateNumberOfMessages").asInt(),
                attributes.get("ApproximateNumberOfMessagesNotVisible").asInt(),
                attributes.get("ApproximateNumberOfMessagesDelayed").asInt());
    }

    JsonNode attributes(String queue) {
        return call("GetQueueAttributes", "{'QueueUrl':'" + queue + "','AttributeNames':['All']}").get("Attributes");
    }

    @Override
    public void close() {
        engine.close();
    }
}
