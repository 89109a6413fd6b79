package dev.stampede.cloud.eventsource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.lambda.Invoker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Gives a batch of stream records to a function until it is through: partial responses move on to the first failed
/// record, errors bisect the batch, and what still fails after the retries goes to the on-failure destination as a
/// pointer, so that no record holds up its shard for ever
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
final class StreamDelivery {

    private static final int UNBOUNDED = -1;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final String function;
    private final String streamArn;
    private final boolean partialResponses;
    private final boolean bisect;
    private final int retries;
    private final Duration oldest;
    private final Optional<String> onFailureQueueArn;
    private final Duration longestBackoff;
    private final Invoker invoker;
    private final AwsCalls aws;
    private final Consumer<String> complain;

    StreamDelivery(Resource mapping, Invoker invoker, AwsCalls aws, EventSources.Settings settings) {
        this.longestBackoff = settings.retryAfter().orElse(LONGEST_BACKOFF);
        this.function = mapping.text("FunctionName");
        this.streamArn = mapping.text("EventSourceArn");
        this.partialResponses = mapping.list("FunctionResponseTypes").stream()
                .anyMatch(type -> type.asText().equals("ReportBatchItemFailures"));
        this.bisect = mapping.flag("BisectBatchOnFunctionError");
        this.retries = mapping.integer("MaximumRetryAttempts", UNBOUNDED);
        int age = mapping.integer("MaximumRecordAgeInSeconds", UNBOUNDED);
        this.oldest = age == UNBOUNDED ? Duration.ofHours(24) : Duration.ofSeconds(age);
        this.onFailureQueueArn = mapping.optionalText("DestinationConfig/OnFailure/Destination");
        this.invoker = invoker;
        this.aws = aws;
        this.complain = settings.complain();
    }

    void deliver(String shard, List<ObjectNode> batch) throws InterruptedException {
        List<ObjectNode> rest = batch;
        for (int failures = 0; !rest.isEmpty();) {
            int done = invoke(rest);
            if (done > 0) {
                rest = rest.subList(done, rest.size());
                failures = 0;
            } else if (bisect && rest.size() > 1) {
                // Splitting is no retry: it does not count against the attempts.
                int half = rest.size() / 2;
                deliver(shard, rest.subList(0, half));
                rest = rest.subList(half, rest.size());
            } else if (retries != UNBOUNDED && failures >= retries || isTooOld(rest.getFirst())) {
                discard(shard, rest, failures + 1);
                return;
            } else {
                Thread.sleep(backoff(failures++));
            }
        }
    }

    /// @return how many records from the front are through; 0 when the first one failed or the whole batch did
    private int invoke(List<ObjectNode> batch) {
        ObjectNode event = AwsCalls.JSON.createObjectNode();
        event.putArray("Records").addAll(batch);
        Invoker.Result result =
                invoker.invoke(function, event.toString().getBytes(StandardCharsets.UTF_8)).join();
        return switch (result) {
            case Invoker.Result.Success(byte[] payload) when partialResponses -> through(batch, payload);
            case Invoker.Result.Success _ -> batch.size();
            case Invoker.Result.FunctionError _,Invoker.Result.Throttled _ -> 0;
        };
    }

    private static int through(List<ObjectNode> batch, byte[] payload) {
        Map<String, Integer> places = new LinkedHashMap<>();
        batch.forEach(item -> places.put(StreamSource.sequenceNumber(item), places.size()));
        Optional<Set<String>> failures = BatchResponse.failures(payload, places.keySet());
        return failures.map(failed -> failed.stream().mapToInt(places::get).min().orElse(batch.size())).orElse(0);
    }

    private boolean isTooOld(ObjectNode item) {
        double seconds = item.at("/dynamodb/ApproximateCreationDateTime").asDouble();
        return Instant.ofEpochSecond((long) seconds).plus(oldest).isBefore(Instant.now());
    }

    private Duration backoff(int failures) {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    }

    /// The destination gets pointers into the stream, not the records
    /// (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html).
    private void discard(String shard, List<ObjectNode> batch, int attempts) throws InterruptedException {
        complain.accept(function + " could not handle " + batch.size() + " stream record(s) after " + attempts
                + " attempt(s); passed over");
        if (onFailureQueueArn.isEmpty()) {
            return;
        }
        ObjectNode body = AwsCalls.JSON.createObjectNode();
        body.putObject("requestContext")
                .put("functionArn", function)
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", attempts);
        body.put("version", "1.0").put("timestamp", Instant.now().toString());
        body.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", StreamSource.sequenceNumber(batch.getFirst()))
                .put("endSequenceNumber", StreamSource.sequenceNumber(batch.getLast()))
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        String queue = onFailureQueueArn.get();
        aws.sqs("SendMessage", AwsCalls.JSON.createObjectNode()
                .put("QueueUrl",
                        "http://localhost/" + Template.ACCOUNT + "/" + queue.substring(queue.lastIndexOf(':') + 1))
                .put("MessageBody", body.toString()));
    }
}
