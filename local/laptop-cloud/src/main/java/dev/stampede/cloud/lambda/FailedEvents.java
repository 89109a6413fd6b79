package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.gateway.Denials;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.Access;
import dev.stampede.cloud.iam.IdentityPolicies;
import dev.stampede.cloud.iam.Principal;
import dev.stampede.cloud.sqs.DeadLetters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Hands an event that a function failed on to its failure destination and its dead-letter queue, as the function's
/// role.
public final class FailedEvents {

    private final DeadLetters deadLetters;
    private final IdentityPolicies policies;
    private final Denials denials;

    public FailedEvents(DeadLetters deadLetters, IdentityPolicies policies, Denials denials) {
        this.deadLetters = deadLetters;
        this.policies = policies;
        this.denials = denials;
    }

    void settle(String function, AsyncSettings settings, byte[] payload, byte[] error, int attempts) {
        String event = new String(payload, StandardCharsets.UTF_8);
        String message = json(error).path("errorMessage").asText();
        String name = function.replaceFirst("^arn:.*:function:", "").replaceFirst(":.*", "");
        String reason = name + " failed " + attempts + " times: " + message;
        if (settings.onFailure().isEmpty() && settings.deadLetters().isEmpty()) {
            deadLetters.lost(name, event, reason);
        }
        settings.onFailure()
                .ifPresent(queue -> send(name, settings.role(), queue,
                        invocationRecord(function, event, error, attempts), Map.of(),
                        reason));
        settings.deadLetters().ifPresent(queue -> send(name, settings.role(), queue, event,
                Map.of("RequestID", UUID.randomUUID().toString(), "ErrorCode", "200",
                        "ErrorMessage", nonEmpty(message)),
                reason));
    }

    private void send(String name, String role, String queueArn, String body, Map<String, String> attributes,
            String reason) {
        Optional<String> refusal =
                policies.refusal(new Principal.Role(role, name), new Access("sqs:SendMessage", queueArn));
        Optional<Resource> queue = deadLetters.queue(queueArn);
        if (refusal.isPresent()) {
            denials.denied(refusal.get());
            deadLetters.lost(name, body, reason + ", and " + refusal.get());
        } else if (queue.isEmpty()) {
            deadLetters.lost(name, body, reason + ", and there is no queue " + queueArn);
        } else {
            deadLetters.put(name, queue.get(), body, attributes, reason);
        }
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    private static String invocationRecord(String function, String event, byte[] error, int attempts) {
        ObjectNode note = Protocol.MAPPER.createObjectNode().put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        note.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function)
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        note.set("requestPayload", json(event.getBytes(StandardCharsets.UTF_8)));
        note.putObject("responseContext").put("statusCode", 200).put("executedVersion", "1")
                .put("functionError", "Unhandled");
        note.set("responsePayload", json(error));
        return note.toString();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Protocol.MAPPER.readTree(bytes);
        } catch (IOException e) {
            return Protocol.MAPPER.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// SQS takes no empty attribute, and none that is too long.
    private static String nonEmpty(String text) {
        return text.isEmpty() ? "none" : text.substring(0, Math.min(text.length(), 1000));
    }
}
