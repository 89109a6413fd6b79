package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a received message is shown, with the attributes that were asked for
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html).
record ReceivedMessage(Set<String> systemNames, List<String> names) {

    private static final String ALL = "All";
    /// The last two are of FIFO queues: they may be asked for, and no message here has them.
    private static final Set<String> SYSTEM = Set.of(
            "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp",
            "AWSTraceHeader", "MessageGroupId", "DeadLetterQueueSourceArn", "MessageDeduplicationId", "SequenceNumber");

    ReceivedMessage {
        systemNames.stream().filter(name -> !name.equals(ALL) && !SYSTEM.contains(name)).findFirst().ifPresent(name -> {
            throw new SqsException(Code.INVALID_ATTRIBUTE_NAME, "Unknown Attribute " + name + ".");
        });
    }

    ObjectNode json(Receives.Received received, String queue) {
        Message message = received.message();
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("MessageId", message.id())
                .put("ReceiptHandle", received.receipt().handle(queue))
                .put("MD5OfBody", message.md5OfBody())
                .put("Body", message.text());
        ObjectNode system = JsonNodeFactory.instance.objectNode();
        system(received).forEach((name, value) -> {
            if (!value.isEmpty() && (systemNames.contains(ALL) || systemNames.contains(name))) {
                system.put(name, value);
            }
        });
        if (!system.isEmpty()) {
            json.set("Attributes", system);
        }
        SortedMap<String, MessageAttribute> asked = new TreeMap<>(message.attributes());
        asked.keySet().removeIf(name -> names.stream().noneMatch(pattern -> matches(pattern, name)));
        if (!asked.isEmpty()) {
            json.put("MD5OfMessageAttributes", MessageAttribute.md5(asked));
            ObjectNode attributes = json.putObject("MessageAttributes");
            asked.forEach((name, attribute) -> {
                ObjectNode value = attributes.putObject(name).put("DataType", attribute.type());
                if (attribute.isBinary()) {
                    value.put("BinaryValue", Base64.getEncoder().encodeToString(attribute.value()));
                } else {
                    value.put("StringValue", attribute.text());
                }
            });
        }
        return json;
    }

    private static Map<String, String> system(Receives.Received received) {
        Message message = received.message();
        return new TreeMap<>(Map.of(
                "SenderId", message.sender(),
                "SentTimestamp", Long.toString(message.sentAt()),
                "ApproximateReceiveCount", Integer.toString(received.receives()),
                "ApproximateFirstReceiveTimestamp", Long.toString(received.firstReceivedAt()),
                "AWSTraceHeader", message.trace(),
                "MessageGroupId", message.group(),
                "DeadLetterQueueSourceArn", message.source()));
    }

    /// A name, the beginning of names as `prefix.*`, or all.
    private static boolean matches(String pattern, String name) {
        return pattern.equals(ALL) || pattern.equals(".*") || pattern.equals(name)
                || pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
