package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.ResourcePolicies;
import dev.stampede.cloud.journal.Journal;
import dev.stampede.cloud.journal.OrderIds;
import dev.stampede.cloud.sqs.DeadLetters;
import dev.stampede.cloud.sqs.engine.SqsEngine;
import dev.stampede.cloud.sqs.engine.SqsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Delivers messages of a topic to a queue, in batches. A queue that does not admit the topic, and a message that the
/// queue refuses, are client errors: those go to the dead-letter queue at once
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html).
public final class QueueDelivery {

    private static final int BATCH = 10;
    private static final int MAX_BATCH_BYTES = 1024 * 1024;
    private static final int ATTEMPTS = 3;

    private final SqsEngine engine;
    private final ResourcePolicies policies;
    private final DeadLetters deadLetters;
    private final Journal journal;

    public QueueDelivery(SqsEngine engine, ResourcePolicies policies, DeadLetters deadLetters, Journal journal) {
        this.engine = engine;
        this.policies = policies;
        this.deadLetters = deadLetters;
        this.journal = journal;
    }

    void deliver(Subscription subscription, List<SnsMessage> messages) {
        Optional<Resource> queue = deadLetters.queue(subscription.endpoint());
        if (queue.isEmpty()) {
            messages.forEach(
                    message -> deadLetter(subscription, message, "there is no queue " + subscription.endpoint()));
        } else if (!policies.maySend("sns.amazonaws.com", subscription.topicArn(), queue.get())) {
            messages.forEach(message -> deadLetter(subscription, message,
                    "the policy of " + queue.get().name() + " does not allow " + subscription.topicArn() + " to send"));
        } else {
            batches(messages).forEach(batch -> send(subscription, queue.get(), batch));
        }
    }

    private static List<List<SnsMessage>> batches(List<SnsMessage> messages) {
        List<List<SnsMessage>> batches = new ArrayList<>();
        int bytes = 0;
        for (SnsMessage message : messages) {
            // A notification around the message takes about a kilobyte.
            int more = message.bytes() + 1024;
            if (batches.isEmpty() || batches.getLast().size() == BATCH || bytes + more > MAX_BATCH_BYTES) {
                batches.add(new ArrayList<>());
                bytes = 0;
            }
            batches.getLast().add(message);
            bytes += more;
        }
        return batches;
    }

    private void send(Subscription subscription, Resource queue, List<SnsMessage> batch) {
        ObjectNode request = Protocol.MAPPER.createObjectNode().put("QueueUrl", queue.ref());
        ArrayNode entries = request.putArray("Entries");
        for (int i = 0; i < batch.size(); i++) {
            entries.add(entry(subscription, batch.get(i)).put("Id", Integer.toString(i)));
        }
        long start = System.nanoTime();
        Set<Integer> refused = new HashSet<>();
        Optional<String> failure = attempt(request, refused);
        long micros = (System.nanoTime() - start) / 1000;
        for (int i = 0; i < batch.size(); i++) {
            SnsMessage message = batch.get(i);
            boolean delivered = failure.isEmpty() && !refused.contains(i);
            journal.note(new Journal.Hop(Instant.now(), "deliver", name(subscription.topicArn()), queue.name(),
                    message.label(), delivered ? "ok" : "refused", micros, OrderIds.in(message.message())));
            if (!delivered) {
                deadLetter(subscription, message, failure.orElse("the queue refused the message"));
            }
        }
    }

    private Optional<String> attempt(ObjectNode request, Set<Integer> refused) {
        for (int attempt = 1;; attempt++) {
            try {
                for (JsonNode failed : engine.call("SendMessageBatch", request).path("Failed")) {
                    refused.add(failed.get("Id").asInt());
                }
                return Optional.empty();
            } catch (SqsException e) {
                if (e.code().isSendersFault() || attempt == ATTEMPTS) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private static ObjectNode entry(Subscription subscription, SnsMessage message) {
        ObjectNode entry = Protocol.MAPPER.createObjectNode();
        if (!subscription.raw()) {
            return entry.put("MessageBody", message.notification(subscription).toString());
        }
        entry.put("MessageBody", message.messageFor("sqs"));
        if (!message.attributes().isEmpty()) {
            ObjectNode attributes = entry.putObject("MessageAttributes");
            message.attributes().forEach((name, attribute) -> attributes.putObject(name)
                    .put("DataType", attribute.type())
                    .put(attribute.type().startsWith("Binary") ? "BinaryValue" : "StringValue", attribute.value()));
        }
        return entry;
    }

    /// Into the subscription's dead-letter queue, which must admit the topic as well.
    void deadLetter(Subscription subscription, SnsMessage message, String reason) {
        String body = subscription.raw() ? message.message() : message.notification(subscription).toString();
        Optional<Resource> queue = subscription.deadLetters().flatMap(deadLetters::queue)
                .filter(each -> policies.maySend("sns.amazonaws.com", subscription.topicArn(), each));
        String actor = name(subscription.topicArn());
        if (queue.isPresent()) {
            deadLetters.put(actor, queue.get(), body, Map.of(
                    "RequestID", message.id(), "ErrorCode", "ClientError", "ErrorMessage", reason), reason);
        } else {
            deadLetters.lost(actor, body, reason);
        }
    }

    private static String name(String topicArn) {
        return topicArn.substring(topicArn.lastIndexOf(':') + 1);
    }
}
