package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.lambda.Invoker;
import dev.stampede.cloud.state.OnceAMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one DynamoDB stream for one function: every shard in order, parents before children, from where it stopped
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html).
final class StreamSource implements Runnable {

    /// Lambda polls each shard four times a second.
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(250);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);

    private final String function;
    private final String streamArn;
    private final String table;
    private final String startingPosition;
    private final int batchSize;
    private final Duration window;
    private final EventFilter filter;
    private final AwsCalls aws;
    private final StreamDelivery delivery;
    private final Checkpoints checkpoints;
    private final EventSources.Settings settings;
    private final OnceAMinute troubles;

    StreamSource(Resource mapping, String function, AwsCalls aws, Invoker invoker, Checkpoints checkpoints,
            EventSources.Settings settings) {
        this.function = function;
        this.settings = settings;
        this.troubles = new OnceAMinute(settings.complain(), System::nanoTime);
        this.streamArn = mapping.text("EventSourceArn");
        this.table = streamArn.split("/")[1];
        this.startingPosition = mapping.text("StartingPosition");
        this.batchSize = mapping.integer("BatchSize", 100);
        this.window = Duration.ofSeconds(mapping.integer("MaximumBatchingWindowInSeconds", 0));
        this.filter = new EventFilter(mapping);
        this.aws = aws;
        this.delivery = new StreamDelivery(mapping, invoker, aws, settings);
        this.checkpoints = checkpoints;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (JsonNode shard : shards()) {
                    read(shard.get("ShardId").asText());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // Whatever it is, the stream is read on: nobody starts this thread again.
                troubles.say("reading", "Reading " + streamArn + " failed: " + e.getMessage());
                pause(AFTER_REFUSAL);
            }
        }
    }

    private JsonNode shards() throws InterruptedException {
        ObjectNode request = AwsCalls.JSON.createObjectNode().put("StreamArn", streamArn);
        return aws.streams("DescribeStream", request).at("/StreamDescription/Shards");
    }

    /// Reads a closed shard to its end, and an open one until it is closed.
    private void read(String shard) throws InterruptedException {
        if (checkpoints.isFinished(shard)) {
            return;
        }
        String iterator = iterator(shard);
        List<ObjectNode> batch = new ArrayList<>();
        long windowEnd = 0;
        while (iterator != null) {
            JsonNode answer;
            try {
                answer = aws.streams("GetRecords", AwsCalls.JSON.createObjectNode()
                        .put("ShardIterator", iterator)
                        .put("Limit", batchSize - batch.size()));
            } catch (AwsCalls.Refused e) {
                if (!isTrimmed(e) || !batch.isEmpty()) {
                    throw e;
                }
                // An iterator that waited at the start of an empty shard is behind its first record.
                iterator = iterator(shard);
                continue;
            }
            if (batch.isEmpty()) {
                windowEnd = System.nanoTime() + window.toNanos();
            }
            answer.path("Records").forEach(item -> batch.add(item(item)));
            iterator = answer.hasNonNull("NextShardIterator") ? answer.get("NextShardIterator").asText() : null;
            boolean nothingNew = answer.path("Records").isEmpty();
            if (!batch.isEmpty() && (batch.size() >= batchSize || iterator == null || System.nanoTime() >= windowEnd)) {
                hand(shard, batch);
                batch.clear();
            }
            if (iterator != null && nothingNew) {
                checkpoints.catchUp();
                Thread.sleep(BETWEEN_POLLS);
            }
        }
        checkpoints.finished(shard);
    }

    private void hand(String shard, List<ObjectNode> batch) throws InterruptedException {
        List<ObjectNode> passed = batch.stream().filter(filter::passes).toList();
        settings.disk().awaitSpace();
        settings.faults().awaitResumed(table, function);
        settings.journal().note(new Journal.Hop(Instant.now(), "stream", table, function, passed.size() + " record(s)",
                "ok", 0, OrderIds.in(passed.toString())));
        delivery.deliver(shard, inSomeOrder(passed));
        delivery.deliver(shard, again(passed));
        checkpoints.passed(shard, sequenceNumber(batch.getLast()));
    }

    /// Held back records come after the others of their batch. Those of one item stay in their order, as a stream keeps
    /// it; between items there is none to rely on.
    private List<ObjectNode> inSomeOrder(List<ObjectNode> batch) {
        Set<JsonNode> heldItems = new HashSet<>();
        Map<Boolean, List<ObjectNode>> byHeld = batch.stream().collect(Collectors.partitioningBy(item -> {
            JsonNode key = item.at("/dynamodb/Keys");
            if (settings.faults().heldBack(table, function).isPresent()) {
                heldItems.add(key);
            }
            return heldItems.contains(key);
        }));
        return Stream
                .concat(byHeld.getOrDefault(false, List.of()).stream(), byHeld.getOrDefault(true, List.of()).stream())
                .toList();
    }

    /// Lambda delivers a stream's records at least once.
    private List<ObjectNode> again(List<ObjectNode> batch) {
        return batch.stream().filter(_ -> settings.faults().again(table, function).isPresent()).toList();
    }

    private String iterator(String shard) throws InterruptedException {
        ObjectNode request = AwsCalls.JSON.createObjectNode().put("StreamArn", streamArn).put("ShardId", shard);
        checkpoints.last(shard).ifPresentOrElse(
                last -> request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", last),
                () -> request.put("ShardIteratorType", startingPosition));
        try {
            return aws.streams("GetShardIterator", request).get("ShardIterator").asText();
        } catch (AwsCalls.Refused e) {
            if (!isTrimmed(e)) {
                throw e;
            }
            // A stream keeps 24 hours; what was between is gone, in AWS as here.
            request.remove("SequenceNumber");
            return aws.streams("GetShardIterator", request.put("ShardIteratorType", "TRIM_HORIZON"))
                    .get("ShardIterator").asText();
        }
    }

    private static boolean isTrimmed(AwsCalls.Refused e) {
        return String.valueOf(e.getMessage()).contains("TrimmedDataAccessException");
    }

    private ObjectNode item(JsonNode item) {
        ObjectNode copy = item.deepCopy();
        copy.put("eventSourceARN", streamArn);
        return copy;
    }

    static String sequenceNumber(JsonNode item) {
        return item.at("/dynamodb/SequenceNumber").asText();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
