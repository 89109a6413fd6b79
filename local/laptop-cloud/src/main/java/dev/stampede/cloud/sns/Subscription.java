package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.gateway.Protocol;
import java.io.IOException;
import java.util.Optional;

/// One subscription of a topic.
///
/// @param protocol     `sqs` or `lambda`
/// @param endpoint     ARN of the queue, or of the function or its alias
/// @param filterPolicy a missing node when every message passes
/// @param onBody       the filter looks at the message itself, not at its attributes
/// @param deadLetters  ARN of the queue for what cannot be delivered
record Subscription(
        String arn,
        String topicArn,
        String protocol,
        String endpoint,
        boolean raw,
        JsonNode filterPolicy,
        boolean onBody,
        Optional<String> deadLetters) {

    static Subscription of(Resource resource) {
        String protocol = resource.text("Protocol");
        if (!protocol.equals("sqs") && !protocol.equals("lambda")) {
            throw new UnsupportedTemplateException("The laptop cloud does not deliver to subscriptions of the protocol "
                    + protocol + " (" + resource.logicalId() + ").");
        }
        return new Subscription(
                resource.text("TopicArn") + ":" + resource.name(),
                resource.text("TopicArn"),
                protocol,
                resource.text("Endpoint"),
                resource.flag("RawMessageDelivery"),
                object(resource.at("FilterPolicy")),
                resource.optionalText("FilterPolicyScope").filter("MessageBody"::equals).isPresent(),
                Optional.of(object(resource.at("RedrivePolicy")).path("deadLetterTargetArn"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }

    /// CloudFormation takes an object, or its text.
    private static JsonNode object(JsonNode node) {
        try {
            return node.isTextual() ? Protocol.MAPPER.readTree(node.asText()) : node;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The queue's name, or the function's with its alias.
    String endpointName() {
        return endpoint.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "").replaceFirst("^arn:.*:", "");
    }
}
