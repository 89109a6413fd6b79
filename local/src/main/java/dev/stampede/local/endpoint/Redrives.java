package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.local.engine.SqsEngine;
import dev.stampede.local.template.Resource;
import dev.stampede.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Moves dead letters back, as AWS does: what is moved is a new message, with an id and a receive count of its own
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html).
/// ElasticMQ's own move keeps the id; its store has that one already, fails, and keeps no message from then on.
final class Redrives {

    private static final int MOST_AT_ONCE = 10;
    private static final int INVISIBLE_SECONDS = 60;

    private final SqsEngine engine;
    /// URLs of the queues by ARN.
    private final Map<String, String> urls;
    /// ARNs of the queues that a dead-letter queue serves.
    private final Map<String, List<String>> sources;

    Redrives(SqsEngine engine, Template template) {
        this.engine = engine;
        List<Resource> queues = template.ofType("AWS::SQS::Queue");
        this.urls = queues.stream().collect(Collectors.toMap(Resource::arn, Resource::ref));
        this.sources = queues.stream()
                .filter(queue -> queue.optionalText("RedrivePolicy/deadLetterTargetArn").isPresent())
                .collect(Collectors.groupingBy(
                        queue -> queue.text("RedrivePolicy/deadLetterTargetArn"),
                        Collectors.mapping(Resource::arn, Collectors.toList())));
    }

    Answer start(AwsRequest request) {
        String from = request.text("SourceArn");
        Optional<String> to = destination(request, from);
        if (!urls.containsKey(from) || to.filter(urls::containsKey).isEmpty()) {
            return request.refuse(404, "ResourceNotFoundException",
                    "The resource that you specified for the SourceArn or DestinationArn parameter doesn't exist.");
        }
        Thread.startVirtualThread(() -> move(urls.get(from), urls.get(to.get())));
        String task = UUID.randomUUID().toString();
        return request.protocol() == Protocol.QUERY
                ? Answer.xml("<StartMessageMoveTaskResponse><StartMessageMoveTaskResult>"
                        + Xml.element("TaskHandle", task) + "</StartMessageMoveTaskResult></StartMessageMoveTaskResponse>")
                : Answer.json(Map.of("TaskHandle", task));
    }

    /// Where the letters came from, when none is named. Of those that come from several queues AWS knows which from where.
    private Optional<String> destination(AwsRequest request, String from) {
        String named = request.text("DestinationArn");
        List<String> served = sources.getOrDefault(from, List.of());
        return named.isEmpty() ? Optional.of(served).filter(all -> all.size() == 1).map(List::getFirst) : Optional.of(named);
    }

    /// As many as there are now: what dies again meanwhile is not moved in a circle.
    private void move(String from, String to) {
        long left = engine.call("GetQueueAttributes", Protocol.MAPPER.createObjectNode().put("QueueUrl", from)
                        .set("AttributeNames", Protocol.MAPPER.createArrayNode().add("ApproximateNumberOfMessages")))
                .at("/Attributes/ApproximateNumberOfMessages").asLong();
        while (left > 0) {
            JsonNode letters = receive(from, Math.min(left, MOST_AT_ONCE));
            if (letters.isEmpty()) {
                return;
            }
            // Sent before it is deleted: of a redrive that is cut off nothing is lost.
            engine.call("SendMessageBatch", batch(to, letters, (entry, letter) -> {
                entry.set("MessageBody", letter.get("Body"));
                if (letter.has("MessageAttributes")) {
                    entry.set("MessageAttributes", letter.get("MessageAttributes"));
                }
            }));
            engine.call("DeleteMessageBatch", batch(from, letters, (entry, letter) ->
                    entry.set("ReceiptHandle", letter.get("ReceiptHandle"))));
            left -= letters.size();
        }
    }

    private JsonNode receive(String from, long most) {
        ObjectNode receive = Protocol.MAPPER.createObjectNode()
                .put("QueueUrl", from)
                .put("MaxNumberOfMessages", most)
                .put("VisibilityTimeout", INVISIBLE_SECONDS);
        receive.putArray("MessageAttributeNames").add("All");
        return engine.call("ReceiveMessage", receive).path("Messages");
    }

    private interface Filler {
        void fill(ObjectNode entry, JsonNode letter);
    }

    private static ObjectNode batch(String queue, JsonNode letters, Filler filler) {
        ObjectNode batch = Protocol.MAPPER.createObjectNode().put("QueueUrl", queue);
        ArrayNode entries = batch.putArray("Entries");
        letters.forEach(letter -> {
            ObjectNode entry = entries.addObject().put("Id", Integer.toString(entries.size()));
            filler.fill(entry, letter);
        });
        return batch;
    }
}
