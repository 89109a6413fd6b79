package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;

/// Starts, cancels and lists move tasks.
final class MoveOperations {

    private static final int MOST_PER_SECOND = 500;
    private static final int MOST_LISTED = 10;

    private final Broker broker;
    private final MoveTasks tasks;

    MoveOperations(Broker broker) {
        this.broker = broker;
        this.tasks = new MoveTasks(broker);
    }

    ObjectNode start(Parameters call) {
        String from = call.text("SourceArn");
        String to = call.find("DestinationArn").orElse("");
        int perSecond = call.integer("MaxNumberOfMessagesPerSecond", 1, MOST_PER_SECOND, 0);
        return broker.atomically(() -> {
            Queue source = existing("SourceArn", from);
            if (!to.isEmpty()) {
                existing("DestinationArn", to);
            }
            if (to.equals(from)) {
                throw SqsException.invalid("DestinationArn", to, "Source and destination must not be the same.");
            }
            if (!isForDeadLetters(source)) {
                throw SqsException.invalid(
                        "SourceArn", from, "Source queue must be configured as a Dead Letter Queue.");
            }
            broker.settle(source);
            return JsonNodeFactory.instance.objectNode().put("TaskHandle", tasks.start(source, to, perSecond).handle());
        });
    }

    private Queue existing(String parameter, String arn) {
        return broker.findByArn(arn).orElseThrow(() -> new SqsException(Code.RESOURCE_NOT_FOUND,
                "The resource that you specified for the " + parameter + " parameter doesn't exist."));
    }

    private boolean isForDeadLetters(Queue queue) {
        return broker.queues().stream().anyMatch(each -> each.attributes.redrive()
                .filter(policy -> policy.deadLetterArn().equals(queue.arn))
                .isPresent());
    }

    ObjectNode cancel(Parameters call) {
        String handle = call.text("TaskHandle");
        return broker.atomically(() -> JsonNodeFactory.instance.objectNode()
                .put("ApproximateNumberOfMessagesMoved", tasks.cancel(handle).moved()));
    }

    ObjectNode list(Parameters call) {
        String from = call.text("SourceArn");
        int most = call.integer("MaxResults", 1, MOST_LISTED, 1);
        return broker.atomically(() -> {
            existing("SourceArn", from);
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode results = answer.putArray("Results");
            tasks.ofSource(from).stream().limit(most).forEach(task -> results.add(result(task)));
            return answer;
        });
    }

    private static ObjectNode result(MoveTask task) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (task.status() == MoveTask.Status.RUNNING) {
            result.put("TaskHandle", task.handle());
        }
        result.put("Status", task.status().name()).put("SourceArn", task.source());
        if (!task.destination().isEmpty()) {
            result.put("DestinationArn", task.destination());
        }
        if (task.perSecond() > 0) {
            result.put("MaxNumberOfMessagesPerSecond", task.perSecond());
        }
        result.put("ApproximateNumberOfMessagesMoved", task.moved())
                .put("ApproximateNumberOfMessagesToMove", task.toMove());
        if (!task.failure().isEmpty()) {
            result.put("FailureReason", task.failure());
        }
        return result.put("StartedTimestamp", task.startedAt());
    }
}
