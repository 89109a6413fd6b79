package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.OnceAMinute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Polls one queue for one function
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html): batch size and window, maximum
/// concurrency, filter, partial batch responses. What failed becomes visible again after `retryAfter`, each time after
/// twice as long, or after the queue's own visibility timeout where that is empty.
final class QueueSource implements Runnable {

    /// Lambda starts with five concurrent batches where the template sets no maximum.
    private static final int STARTING_CONCURRENCY = 5;
    private static final int RECEIVE_MAX = 10;
    private static final int MAX_DOUBLED = 6;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /// Within a batch's window, after a receive that took all there was: what comes one by one is received together.
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);

    private final String queue;
    private final String queueUrl;
    private final String queueArn;
    private final String function;
    private final String functionName;
    /// From then on the next receive only makes a dead letter of it.
    private final int maxReceives;
    private final int batchSize;
    private final Duration window;
    private final boolean partialResponses;
    private final EventFilter filter;
    private final int concurrency;
    private final Semaphore slots;
    private final OnceAMinute troubles;
    private final AwsCalls aws;
    private final Invoker invoker;
    private final EventSources.Settings settings;
    private final QueueFaults faults;

    QueueSource(Resource mapping, Resource queue, String functionName, AwsCalls aws, Invoker invoker,
            EventSources.Settings settings) {
        this.functionName = functionName;
        this.queue = queue.name();
        this.settings = settings;
        this.troubles = new OnceAMinute(settings.complain(), System::nanoTime);
        this.faults = new QueueFaults(queue, functionName, settings.faults());
        this.queueUrl = queue.ref();
        this.queueArn = queue.arn();
        this.function = mapping.text("FunctionName");
        this.maxReceives = queue.at("RedrivePolicy/maxReceiveCount").asInt(Integer.MAX_VALUE);
        this.batchSize = mapping.integer("BatchSize", RECEIVE_MAX);
        this.window = Duration.ofSeconds(mapping.integer("MaximumBatchingWindowInSeconds", 0));
        this.partialResponses = mapping.list("FunctionResponseTypes").stream()
                .anyMatch(type -> type.asText().equals("ReportBatchItemFailures"));
        this.filter = new EventFilter(mapping);
        this.concurrency = mapping.at("ScalingConfig/MaximumConcurrency").asInt(STARTING_CONCURRENCY);
        this.slots = new Semaphore(concurrency);
        this.aws = aws;
        this.invoker = invoker;
    }

    @Override
    public void run() {
        List<ObjectNode> batch = new ArrayList<>();
        try {
            while (true) {
                // The slot comes before the messages: none should wait, invisible, for its turn.
                slots.acquire();
                try {
                    collect(batch);
                    repeat(batch);
                } catch (RuntimeException e) {
                    // Whatever it is, the queue is polled on: nobody starts this thread again.
                    slots.release();
                    troubles.say("polling", "Polling " + queueArn + " for " + function + " failed: " + e.getMessage());
                    Thread.sleep(AFTER_REFUSAL);
                    continue;
                } catch (InterruptedException e) {
                    slots.release();
                    throw e;
                }
                dispatch(List.copyOf(batch));
                batch.clear();
            }
        } catch (InterruptedException e) {
            giveBack(batch);
        }
    }

    /// Waits until no batch is with the function any more, or the time is over.
    void awaitSettled(Duration atMost) throws InterruptedException {
        if (slots.tryAcquire(concurrency, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            slots.release(concurrency);
        }
    }

    private void collect(List<ObjectNode> batch) throws InterruptedException {
        while (batch.isEmpty()) {
            // A receive that only meets a full disk would be one less for the message.
            settings.disk().awaitSpace();
            faults.awaitResumed();
            receive(batch, LONGEST_WAIT);
            fill(batch);
            if (faults.isPaused()) {
                showAgain(batch, Duration.ZERO);
                batch.clear();
            }
        }
    }

    private void fill(List<ObjectNode> batch) throws InterruptedException {
        long end = System.nanoTime() + window.toNanos();
        boolean more = batch.size() == RECEIVE_MAX;
        while (!batch.isEmpty() && batch.size() < batchSize && !faults.isPaused()) {
            if (!more) {
                Thread.sleep(shorter(Duration.ofNanos(end - System.nanoTime()), GATHERING));
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                return;
            }
            more = receive(batch, shorter(left, LONGEST_WAIT)) == RECEIVE_MAX;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// @return how many came
    private int receive(List<ObjectNode> batch, Duration atMost) throws InterruptedException {
        ObjectNode request = AwsCalls.JSON.createObjectNode()
                .put("QueueUrl", queueUrl)
                .put("MaxNumberOfMessages", Math.min(batchSize - batch.size(), RECEIVE_MAX))
                .put("WaitTimeSeconds", atMost.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
        request.putArray("AttributeNames").add("All");
        request.putArray("MessageAttributeNames").add("All");
        List<ObjectNode> dropped = new ArrayList<>();
        JsonNode messages = aws.sqs("ReceiveMessage", request).path("Messages");
        for (JsonNode message : messages) {
            ObjectNode item = item(message);
            Optional<Duration> heldBack = faults.heldBack(item);
            if (heldBack.isPresent()) {
                showAgain(List.of(item), heldBack.get());
            } else {
                (filter.passes(item) ? batch : dropped).add(item);
            }
        }
        delete(dropped);
        return messages.size();
    }

    /// Lets another poll receive some of them, too.
    private void repeat(List<ObjectNode> batch) throws InterruptedException {
        showAgain(batch.stream().filter(faults::comesAgainAtOnce).toList(), Duration.ZERO);
    }

    private void dispatch(List<ObjectNode> batch) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        batch.forEach(item -> byId.put(item.get("messageId").asText(), item));
        ObjectNode event = AwsCalls.JSON.createObjectNode();
        event.putArray("Records").addAll(batch);
        byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
        settings.journal()
                .note(new Journal.Hop(Instant.now(), "queue", queue, functionName, batch.size() + " message(s)", "ok",
                        waited(batch).toNanos() / 1000, OrderIds.in(payload)));
        invoker.invoke(function, payload)
                .whenComplete((result, failure) -> Thread.startVirtualThread(() -> {
                    try {
                        settle(byId, failure == null ? failed(byId.keySet(), result) : byId.keySet());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        troubles.say("settling", "Settling a batch of " + queueArn + " failed: " + e.getMessage());
                    } finally {
                        slots.release();
                    }
                }));
    }

    /// How long the oldest of them was in the queue.
    private static Duration waited(List<ObjectNode> batch) {
        long oldest =
                batch.stream().mapToLong(item -> item.at("/attributes/SentTimestamp").asLong()).min().orElseThrow();
        return Duration.between(Instant.ofEpochMilli(oldest), Instant.now());
    }

    private Set<String> failed(Set<String> ids, Invoker.Result result) {
        return switch (result) {
            case Invoker.Result.Success(byte[] payload) when partialResponses -> BatchResponse.failures(payload, ids)
                    .orElse(ids);
            case Invoker.Result.Success _ -> Set.of();
            case Invoker.Result.FunctionError _,Invoker.Result.Throttled _ -> ids;
        };
    }

    private void settle(Map<String, ObjectNode> batch, Set<String> failed) throws InterruptedException {
        List<ObjectNode> done = new ArrayList<>();
        List<ObjectNode> again = new ArrayList<>();
        for (var entry : batch.entrySet()) {
            Optional<Duration> copy = faults.comesAgain(entry.getValue());
            if (failed.contains(entry.getKey())) {
                again.add(entry.getValue());
            } else if (copy.isPresent()) {
                showAgain(List.of(entry.getValue()), copy.get());
            } else {
                done.add(entry.getValue());
            }
        }
        delete(done);
        if (settings.retryAfter().isPresent()) {
            showLater(again, settings.retryAfter().get());
        }
    }

    /// On a stop: what was received and not yet handed over need not wait out its visibility timeout.
    private void giveBack(List<ObjectNode> batch) {
        try {
            showAgain(batch, Duration.ZERO);
        } catch (InterruptedException | AwsCalls.Refused e) {
            // Then it does wait.
        }
    }

    /// After every further failure twice as long, so that the receives of a message outlast a short outage: with a
    /// queue's own visibility timeout they would. After the last one nothing is to be outlasted.
    private void showLater(List<ObjectNode> items, Duration retryAfter) throws InterruptedException {
        Map<Duration, List<ObjectNode>> byPause = items.stream().collect(Collectors.groupingBy(item -> {
            int receives = item.at("/attributes/ApproximateReceiveCount").asInt();
            return receives >= maxReceives
                    ? Duration.ZERO
                    : retryAfter.multipliedBy(1L << (Math.clamp(receives, 1, MAX_DOUBLED) - 1));
        }));
        for (Map.Entry<Duration, List<ObjectNode>> failed : byPause.entrySet()) {
            showAgain(failed.getValue(), failed.getKey());
        }
    }

    private void showAgain(List<ObjectNode> items, Duration after) throws InterruptedException {
        inTens("ChangeMessageVisibilityBatch", items, entry -> entry.put("VisibilityTimeout", after.toSeconds()));
    }

    private void delete(List<ObjectNode> items) throws InterruptedException {
        inTens("DeleteMessageBatch", items, entry -> {});
    }

    private void inTens(String operation, List<ObjectNode> items, Consumer<ObjectNode> more)
            throws InterruptedException {
        for (int from = 0; from < items.size(); from += RECEIVE_MAX) {
            ObjectNode request = AwsCalls.JSON.createObjectNode().put("QueueUrl", queueUrl);
            ArrayNode entries = request.putArray("Entries");
            for (ObjectNode item : items.subList(from, Math.min(from + RECEIVE_MAX, items.size()))) {
                ObjectNode entry = entries.addObject()
                        .put("Id", Integer.toString(entries.size()))
                        .put("ReceiptHandle", item.get("receiptHandle").asText());
                more.accept(entry);
            }
            aws.sqs(operation, request);
        }
    }

    private ObjectNode item(JsonNode message) {
        ObjectNode item = AwsCalls.JSON.createObjectNode()
                .put("messageId", message.get("MessageId").asText())
                .put("receiptHandle", message.get("ReceiptHandle").asText())
                .put("body", message.get("Body").asText());
        item.set("attributes", message.path("Attributes").isObject()
                ? message.get("Attributes")
                : AwsCalls.JSON.createObjectNode());
        ObjectNode attributes = item.putObject("messageAttributes");
        message.path("MessageAttributes").properties().forEach(entry -> {
            ObjectNode attribute = attributes.putObject(entry.getKey());
            attribute.put("dataType", entry.getValue().path("DataType").asText());
            attribute.put("stringValue", entry.getValue().path("StringValue").asText());
        });
        item.put("md5OfBody", message.path("MD5OfBody").asText());
        item.put("eventSource", "aws:sqs");
        item.put("eventSourceARN", queueArn);
        item.put("awsRegion", Template.REGION);
        return item;
    }
}
