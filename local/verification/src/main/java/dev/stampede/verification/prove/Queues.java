package dev.stampede.verification.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The shop's queues through the operator's API.
final class Queues {

    private static final String DEAD_LETTERS = "DeadLetters";
    /// Functions that are invoked without a queue; their dead letters hold the event itself.
    private static final Set<String> INVOKED = Set.of("SweepOrders", "NotifyRestocked");
    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final List<String> DEPTHS = List.of("ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed");

    private final Client client;
    private final List<String> names;

    Queues(Client client) throws InterruptedException {
        this.client = client;
        this.names = client.aws("AmazonSQS.ListQueues", Map.of()).path("QueueUrls").valueStream()
                .map(JsonNode::asText)
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    /// Visible and invisible messages of each queue that has any, dead-letter queues excluded.
    Map<String, Long> work() throws InterruptedException {
        Map<String, Long> depths = depths(name -> !name.endsWith(DEAD_LETTERS));
        depths.values().removeIf(depth -> depth == 0);
        return depths;
    }

    /// Messages in each dead-letter queue.
    Map<String, Long> deadLetters() throws InterruptedException {
        return depths(name -> name.endsWith(DEAD_LETTERS));
    }

    /// Redrives dead letters to their source queues, and invokes functions again with theirs, as the runbook says.
    /// Other dead letters stay.
    ///
    /// @return the number of messages redriven from each dead-letter queue
    Map<String, Long> redrive() throws InterruptedException {
        Map<String, Long> moved = new TreeMap<>();
        for (Map.Entry<String, Long> queue : deadLetters().entrySet()) {
            String owner = queue.getKey().replace(DEAD_LETTERS, "");
            if (queue.getValue() == 0) {
                continue;
            }
            if (names.contains(owner + "Queue")) {
                Map<String, Object> source = Map.of("SourceArn", QUEUE_ARN + queue.getKey());
                if (!isMoving(source)) {
                    client.aws("AmazonSQS.StartMessageMoveTask", source);
                    moved.put(queue.getKey(), queue.getValue());
                }
            } else if (INVOKED.contains(owner)) {
                moved.put(queue.getKey(), invokeAgain(owner, client.queue(queue.getKey()).toString()));
            }
        }
        return moved;
    }

    /// SQS allows one move task per queue at a time.
    private boolean isMoving(Map<String, Object> source) throws InterruptedException {
        return client.aws("AmazonSQS.ListMessageMoveTasks", source).at("/Results/0/Status").asText().equals("RUNNING");
    }

    private long invokeAgain(String function, String queueUrl) throws InterruptedException {
        JsonNode messages = client.aws("AmazonSQS.ReceiveMessage", Map.of(
                "QueueUrl", queueUrl, "MaxNumberOfMessages", 10)).path("Messages");
        for (JsonNode message : messages) {
            client.invoke(function, message.path("Body").asText());
            client.aws("AmazonSQS.DeleteMessage", Map.of(
                    "QueueUrl", queueUrl, "ReceiptHandle", message.path("ReceiptHandle").asText()));
        }
        return messages.size();
    }

    private Map<String, Long> depths(Predicate<String> which) throws InterruptedException {
        Map<String, Long> depths = new TreeMap<>();
        for (String name : names) {
            if (which.test(name)) {
                depths.put(name, depth(name));
            }
        }
        return depths;
    }

    private long depth(String name) throws InterruptedException {
        JsonNode attributes = client.aws("AmazonSQS.GetQueueAttributes", Map.of(
                "QueueUrl", client.queue(name).toString(), "AttributeNames", List.of("All"))).path("Attributes");
        return DEPTHS.stream().mapToLong(each -> attributes.path(each).asLong()).sum();
    }
}
