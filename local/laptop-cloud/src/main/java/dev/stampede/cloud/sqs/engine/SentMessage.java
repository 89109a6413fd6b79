package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a message out of a send, by the rules of
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html.
final class SentMessage {

    private static final int MOST_ATTRIBUTES = 10;
    private static final int LONGEST_NAME = 256;
    private static final String TRACE = "AWSTraceHeader";

    private SentMessage() {}

    static Message read(Parameters send, QueueAttributes queue, String sender, long sentAt) {
        String body = send.text("MessageBody");
        requireAllowed(body);
        String group = send.find("MessageGroupId").orElse("");
        if (send.find("MessageGroupId").isPresent() && !group.matches("[\\x21-\\x7e]{1,128}")) {
            throw SqsException.invalid("MessageGroupId", group,
                    "It can only include alphanumeric and punctuation characters, 1 to 128 in length.");
        }
        if (send.find("MessageDeduplicationId").isPresent()) {
            throw SqsException.invalid("MessageDeduplicationId", send.text("MessageDeduplicationId"),
                    "The request include parameter that is not valid for this queue type.");
        }
        Message message = Message.sent(sender, sentAt,
                send.integer("DelaySeconds", 0, QueueAttributes.MOST_DELAY, queue.delaySeconds()), group, trace(send),
                attributes(send.json().path("MessageAttributes")), body.getBytes(StandardCharsets.UTF_8));
        if (message.size() > queue.maximumMessageSize()) {
            throw new SqsException(Code.INVALID_VALUE, "One or more parameters are invalid. Reason: Message must be"
                    + " shorter than " + queue.maximumMessageSize() + " bytes.");
        }
        return message;
    }

    /// What a sender is told, and its SDK checks.
    static ObjectNode answer(Message message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode()
                .put("MessageId", message.id())
                .put("MD5OfMessageBody", message.md5OfBody());
        if (!message.attributes().isEmpty()) {
            answer.put("MD5OfMessageAttributes", MessageAttribute.md5(message.attributes()));
        }
        if (!message.trace().isEmpty()) {
            answer.put("MD5OfMessageSystemAttributes", MessageAttribute.md5(new TreeMap<>(Map.of(TRACE,
                    new MessageAttribute("String", message.trace().getBytes(StandardCharsets.UTF_8))))));
        }
        return answer;
    }

    private static String trace(Parameters send) {
        JsonNode attributes = send.json().path("MessageSystemAttributes");
        Optional<String> other =
                attributes.propertyStream().map(Map.Entry::getKey).filter(name -> !name.equals(TRACE)).findFirst();
        if (other.isPresent()) {
            throw new SqsException(Code.INVALID_VALUE, "Message system attribute name '" + other.get()
                    + "' is invalid. The only one that can be sent is AWSTraceHeader.");
        }
        JsonNode trace = attributes.path(TRACE);
        if (!trace.isMissingNode() && !trace.path("DataType").asText().equals("String")) {
            throw new SqsException(Code.INVALID_VALUE, "The message system attribute 'AWSTraceHeader' is a String.");
        }
        return trace.path("StringValue").asText();
    }

    private static SortedMap<String, MessageAttribute> attributes(JsonNode given) {
        if (given.size() > MOST_ATTRIBUTES) {
            throw new SqsException(Code.INVALID_VALUE, "Number of message attributes [" + given.size()
                    + "] exceeds the allowed maximum [10].");
        }
        SortedMap<String, MessageAttribute> attributes = new TreeMap<>();
        given.properties()
                .forEach(each -> attributes.put(name(each.getKey()), attribute(each.getKey(), each.getValue())));
        return attributes;
    }

    private static String name(String name) {
        if (name.length() > LONGEST_NAME || !name.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")
                || name.matches("(?i)(AWS|Amazon)\\..*")) {
            throw new SqsException(Code.INVALID_VALUE, "The message attribute name '" + name + "' is invalid: 1 to 256"
                    + " of A-Z, a-z, 0-9, underscore, hyphen and period, no period at an end or beside another, and"
                    + " not beginning with AWS. or Amazon.");
        }
        return name;
    }

    private static MessageAttribute attribute(String name, JsonNode value) {
        String type = value.path("DataType").asText();
        if (type.length() > LONGEST_NAME || !type.matches("(String|Number|Binary)(\\..+)?")) {
            throw refused(name, "has an invalid message attribute type, the set of supported type prefixes is Binary,"
                    + " Number, and String.");
        }
        MessageAttribute attribute = new MessageAttribute(type, type.startsWith("Binary")
                ? decoded(name, value.path("BinaryValue").asText())
                : value.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
        if (attribute.value().length == 0) {
            throw refused(name, "must contain a non-empty message attribute value for message attribute type '" + type
                    + "'.");
        }
        if (!attribute.isBinary()) {
            requireAllowed(attribute.text());
        }
        if (type.startsWith("Number") && !isNumber(attribute.text())) {
            throw refused(name, "holds no number: '" + attribute.text() + "'.");
        }
        return attribute;
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refused(name, "holds no base64.");
        }
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() <= LONGEST_NAME && new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static SqsException refused(String attribute, String what) {
        return new SqsException(Code.INVALID_VALUE, "The message attribute '" + attribute + "' " + what);
    }

    private static void requireAllowed(String text) {
        if (!text.codePoints().allMatch(SentMessage::isAllowed)) {
            throw new SqsException(Code.INVALID_CONTENTS, "Invalid characters found. Valid unicode characters are #x9 |"
                    + " #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF.");
        }
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character == 0x9 || character == 0xA || character == 0xD
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
