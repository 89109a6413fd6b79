package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.gateway.Form;
import dev.stampede.cloud.gateway.Protocol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A message published to a topic.
///
/// @param byProtocol what `MessageStructure=json` says for single protocols; empty otherwise
record SnsMessage(
        String id,
        Instant at,
        String topicArn,
        Optional<String> subject,
        String message,
        Map<String, String> byProtocol,
        Map<String, Attribute> attributes) {

    record Attribute(String type, String value) {}

    static SnsMessage of(String id, String topicArn, Form form, String message, Map<String, String> byProtocol) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        form.elements("MessageAttributes.entry").forEach(entry -> attributes.put(
                entry.text("Name"),
                new Attribute(
                        entry.text("Value.DataType"),
                        entry.find("Value.StringValue").orElseGet(() -> entry.text("Value.BinaryValue")))));
        return new SnsMessage(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), topicArn, form.find("Subject"), message,
                byProtocol, attributes);
    }

    String messageFor(String protocol) {
        return byProtocol.getOrDefault(protocol, message);
    }

    int bytes() {
        return message.getBytes(StandardCharsets.UTF_8).length + attributes.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().type().length() + each.getValue().value()
                        .length())
                .sum();
    }

    /// What to call it in the journal.
    String label() {
        return attributes.values().stream()
                .filter(attribute -> attribute.type().equals("String"))
                .map(Attribute::value)
                .findFirst()
                .orElse("Notification");
    }

    /// The notification that a subscriber gets around the message. Lambda's spells two names otherwise than SQS's
    /// (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html).
    ObjectNode notification(Subscription subscription) {
        boolean lambda = subscription.protocol().equals("lambda");
        ObjectNode node = Protocol.MAPPER.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", id)
                .put("TopicArn", topicArn);
        if (lambda || subject.isPresent()) {
            node.put("Subject", subject.orElse(null));
        }
        node.put("Message", messageFor(subscription.protocol()))
                .put("Timestamp", at.toString())
                .put("SignatureVersion", "1")
                .put("Signature", "LOCAL")
                .put(lambda ? "SigningCertUrl" : "SigningCertURL", "http://127.0.0.1/none.pem")
                .put(lambda ? "UnsubscribeUrl" : "UnsubscribeURL", "http://127.0.0.1/unsubscribe");
        if (lambda || !attributes.isEmpty()) {
            ObjectNode all = node.putObject("MessageAttributes");
            attributes.forEach((name, attribute) -> all.putObject(name).put("Type", attribute.type()).put("Value",
                    attribute.value()));
        }
        return node;
    }
}
