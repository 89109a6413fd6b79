package dev.stampede.cloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.sqs.engine.SqsEngine;
import java.util.List;
import java.util.Map;

/// Makes every queue what the template says; those that are there keep their messages.
public final class TemplateQueues {

    /// With what they are where the template does not say.
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "VisibilityTimeout", "30",
            "DelaySeconds", "0",
            "MaximumMessageSize", "1048576",
            "MessageRetentionPeriod", "345600",
            "ReceiveMessageWaitTimeSeconds", "0");
    private static final List<String> POLICIES = List.of("RedriveAllowPolicy", "RedrivePolicy");

    private TemplateQueues() {}

    public static void ensure(SqsEngine engine, Template template) {
        List<Resource> queues = template.ofType("AWS::SQS::Queue");
        queues.forEach(queue -> {
            if (queue.flag("FifoQueue")) {
                throw new UnsupportedTemplateException(
                        "The laptop cloud does not know FIFO queues (" + queue.logicalId() + ").");
            }
            engine.call("CreateQueue", Protocol.MAPPER.createObjectNode().put("QueueName", queue.name()));
        });
        // Policies come second: they name queues that must be there, and an older one may be in a newer one's way.
        queues.forEach(queue -> set(engine, queue, attributes(queue)));
        POLICIES.forEach(policy -> queues.forEach(queue -> {
            JsonNode value = queue.at(policy);
            if (value.isObject()) {
                set(engine, queue, Protocol.MAPPER.createObjectNode().put(policy, value.toString()));
            }
        }));
    }

    private static ObjectNode attributes(Resource queue) {
        ObjectNode attributes = Protocol.MAPPER.createObjectNode();
        POLICIES.forEach(policy -> attributes.put(policy, ""));
        ATTRIBUTES.forEach((name, usual) -> attributes.put(name, queue.optionalText(name).orElse(usual)));
        return attributes;
    }

    private static void set(SqsEngine engine, Resource queue, ObjectNode attributes) {
        ObjectNode call = Protocol.MAPPER.createObjectNode().put("QueueUrl", queue.ref());
        call.set("Attributes", attributes);
        engine.call("SetQueueAttributes", call);
    }
}
