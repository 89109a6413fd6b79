package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What is done to messages.
final class MessageOperations {

    private static final int MOST_RECEIVED = 10;

    private final Broker broker;
    private final Receives receives;

    MessageOperations(Broker broker) {
        this.broker = broker;
        this.receives = new Receives(broker);
    }

    ObjectNode send(Parameters call, String sender) {
        String name = call.queue();
        Message message = SentMessage.read(call, attributes(name), sender, broker.wall());
        return broker.atomically(() -> {
            broker.send(broker.queue(name), List.of(message));
            return SentMessage.answer(message);
        });
    }

    /// One write for the whole batch.
    ObjectNode sendBatch(Parameters call, String sender) {
        String name = call.queue();
        List<Parameters> entries = Batches.entries(call, "SendMessageBatch");
        QueueAttributes attributes = attributes(name);
        List<Message> messages = new ArrayList<>();
        ObjectNode answer = Batches.answer(entries, entry -> {
            Message message = SentMessage.read(entry, attributes, sender, broker.wall());
            messages.add(message);
            return SentMessage.answer(message);
        });
        long bodies = entries.stream().mapToLong(entry -> utf8(entry.find("MessageBody").orElse(""))).sum();
        long bytes = Math.max(bodies, messages.stream().mapToLong(Message::size).sum());
        if (bytes > QueueAttributes.MOST_BYTES) {
            throw new SqsException(Code.BATCH_TOO_LONG, "Batch requests cannot be longer than "
                    + QueueAttributes.MOST_BYTES + " bytes. You have sent " + bytes + " bytes.");
        }
        broker.atomically(() -> {
            broker.send(broker.queue(name), messages);
            return messages;
        });
        return answer;
    }

    private QueueAttributes attributes(String queue) {
        return broker.atomically(() -> broker.queue(queue).attributes);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    ObjectNode receive(Parameters call) throws InterruptedException {
        String name = call.queue();
        QueueAttributes attributes = attributes(name);
        int most = call.integer("MaxNumberOfMessages", 1, MOST_RECEIVED, 1);
        int visibility =
                call.integer("VisibilityTimeout", 0, QueueAttributes.MOST_VISIBILITY, attributes.visibilityTimeout());
        var systemNames = new TreeSet<>(call.texts("MessageSystemAttributeNames"));
        systemNames.addAll(call.texts("AttributeNames"));
        ReceivedMessage view = new ReceivedMessage(systemNames, call.texts("MessageAttributeNames"));
        List<Receives.Received> received = receives.receive(name, most, visibility, waitNanos(call, attributes));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!received.isEmpty()) {
            var messages = answer.putArray("Messages");
            received.forEach(each -> messages.add(view.json(each, name)));
        }
        return answer;
    }

    /// A JSON number may be a fraction, which AWS does not take: a poller of this process waits out the rest of its
    /// batch window by it.
    private static long waitNanos(Parameters call, QueueAttributes attributes) {
        var wait = call.json().path("WaitTimeSeconds");
        if (wait.isFloatingPointNumber() && wait.doubleValue() >= 0
                && wait.doubleValue() <= QueueAttributes.MOST_WAIT) {
            return (long) (wait.doubleValue() * TimeUnit.SECONDS.toNanos(1));
        }
        return TimeUnit.SECONDS.toNanos(
                call.integer("WaitTimeSeconds", 0, QueueAttributes.MOST_WAIT, attributes.waitSeconds()));
    }

    ObjectNode delete(Parameters call) {
        return broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            broker.remove(queue, latest(queue, call).stream().toList());
            return JsonNodeFactory.instance.objectNode();
        });
    }

    ObjectNode deleteBatch(Parameters call) {
        List<Parameters> entries = Batches.entries(call, "DeleteMessageBatch");
        return broker.atomically(() -> {
            Queue queue = broker.queue(call.queue());
            List<Entry> gone = new ArrayList<>();
            ObjectNode answer = Batches.answer(entries, entry -> {
                latest(queue, entry).filter(each -> !gone.contains(each)).ifPresent(gone::add);
                return JsonNodeFactory.instance.objectNode();
            });
            broker.remove(queue, gone);
            return answer;
        });
    }

    /// Empty when the message is gone, or was received again since: a delete with the old receipt succeeds and deletes
    /// nothing.
    private static Optional<Entry> latest(Queue queue, Parameters entry) {
        Receipt receipt = Receipt.parse(queue.name, entry.text("ReceiptHandle"));
        return queue.find(receipt.number()).filter(each -> each.receives == receipt.receives());
    }

    ObjectNode changeVisibility(Parameters call) {
        return broker.atomically(() -> changeVisibility(settled(call), call));
    }

    ObjectNode changeVisibilityBatch(Parameters call) {
        List<Parameters> entries = Batches.entries(call, "ChangeMessageVisibilityBatch");
        return broker.atomically(() -> {
            Queue queue = settled(call);
            return Batches.answer(entries, entry -> changeVisibility(queue, entry));
        });
    }

    private Queue settled(Parameters call) {
        Queue queue = broker.queue(call.queue());
        queue.settle(broker.now());
        return queue;
    }

    private ObjectNode changeVisibility(Queue queue, Parameters entry) {
        String handle = entry.text("ReceiptHandle");
        Receipt receipt = Receipt.parse(queue.name, handle);
        entry.text("VisibilityTimeout");
        int seconds = entry.integer("VisibilityTimeout", 0, QueueAttributes.MOST_VISIBILITY, 0);
        Entry message = queue.find(receipt.number())
                .filter(each -> each.receives == receipt.receives())
                .orElseThrow(() -> SqsException.invalid("ReceiptHandle", handle,
                        "Message does not exist or is not available for visibility timeout change."));
        if (message.state != Entry.State.IN_FLIGHT) {
            throw new SqsException(Code.NOT_IN_FLIGHT, "The message referred to is not in flight.");
        }
        long due = broker.now() + TimeUnit.SECONDS.toNanos(seconds);
        if (due - message.received > TimeUnit.SECONDS.toNanos(QueueAttributes.MOST_VISIBILITY)) {
            throw SqsException.invalid("VisibilityTimeout", seconds,
                    "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
        }
        queue.postpone(message, due);
        return JsonNodeFactory.instance.objectNode();
    }
}
