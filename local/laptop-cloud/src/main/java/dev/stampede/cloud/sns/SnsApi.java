package dev.stampede.cloud.sns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Form;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.gateway.Xml;
import dev.stampede.cloud.iam.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// SNS in the query protocol: publishing, and looking at what the template made.
public final class SnsApi implements Api {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_BATCH = 10;

    private final SnsEdge edge;

    public SnsApi(SnsEdge edge) {
        this.edge = edge;
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        String topic = topicArn(request);
        String action = "sns:" + request.operation().replaceFirst("Batch$", "");
        return List.of(new Access(action, topic.isEmpty() ? "*" : topic));
    }

    @Override
    public Answer denied(AwsRequest request, String sentence) {
        return request.refuse(403, "AuthorizationError", sentence);
    }

    @Override
    public Answer throttled(AwsRequest request) {
        return request.refuse(429, "Throttled", "Rate exceeded");
    }

    @Override
    public Answer handle(AwsRequest request) {
        String topic = topicArn(request);
        if (!topic.isEmpty() && edge.topic(topic).isEmpty()) {
            return request.refuse(404, "NotFound", "Topic does not exist");
        }
        return switch (request.operation()) {
            case "Publish" -> publish(request, topic);
            case "PublishBatch" -> publishBatch(request, topic);
            case "ListTopics" -> answer(request, "<Topics>" + edge.topics().stream()
                    .map(each -> "<member>" + Xml.element("TopicArn", each.arn()) + "</member>")
                    .collect(Collectors.joining()) + "</Topics>");
            case "ListSubscriptions" -> answer(request, list(edge.subscriptions()));
            case "ListSubscriptionsByTopic" -> answer(request, list(edge.subscriptionsOf(topic)));
            case "GetTopicAttributes" -> answer(request, attributes(Map.of(
                    "TopicArn", topic,
                    "SubscriptionsConfirmed", Integer.toString(edge.subscriptionsOf(topic).size()))));
            case "GetSubscriptionAttributes" -> edge.subscriptions().stream()
                    .filter(each -> each.arn().equals(request.text("SubscriptionArn")))
                    .findFirst()
                    .map(each -> answer(request, attributes(described(each))))
                    .orElseGet(() -> request.refuse(404, "NotFound", "Subscription does not exist"));
            default -> request.refuse(
                    400, "InvalidAction", "The laptop cloud does not serve sns:" + request.operation());
        };
    }

    private Answer publish(AwsRequest request, String topic) {
        if (topic.isEmpty()) {
            return request.refuse(400, "InvalidParameter", "Invalid parameter: TopicArn");
        }
        return switch (read(topic, request.form())) {
            case Parsed.Refused(String message) -> request.refuse(400, "InvalidParameter", message);
            case Parsed.Message(SnsMessage message) -> {
                edge.publish(topic, List.of(message));
                yield answer(request, Xml.element("MessageId", message.id()));
            }
        };
    }

    private Answer publishBatch(AwsRequest request, String topic) {
        List<Form> entries = request.form().elements("PublishBatchRequestEntries.member");
        Optional<Answer> refused = refuseBatch(request, entries);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<SnsMessage> accepted = new ArrayList<>();
        StringBuilder successful = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        for (Form entry : entries) {
            String id = Xml.element("Id", entry.text("Id"));
            switch (read(topic, entry)) {
                case Parsed.Refused(String message) -> failed.append("<member>").append(id)
                        .append(Xml.element("Code", "InvalidParameter")).append(Xml.element("Message", message))
                        .append(Xml.element("SenderFault", "true")).append("</member>");
                case Parsed.Message(SnsMessage message) -> {
                    accepted.add(message);
                    successful.append("<member>").append(id).append(Xml.element("MessageId", message.id()))
                            .append("</member>");
                }
            }
        }
        if (accepted.stream().mapToInt(SnsMessage::bytes).sum() > MAX_BYTES) {
            return request.refuse(
                    400, "BatchRequestTooLong", "The length of all the messages in the batch exceeds 262144 bytes");
        }
        edge.publish(topic, accepted);
        return answer(request, "<Successful>" + successful + "</Successful><Failed>" + failed + "</Failed>");
    }

    private static Optional<Answer> refuseBatch(AwsRequest request, List<Form> entries) {
        if (entries.isEmpty()) {
            return Optional.of(request.refuse(
                    400, "EmptyBatchRequest", "The batch request doesn't contain any entries"));
        }
        if (entries.size() > MAX_BATCH) {
            return Optional.of(request.refuse(
                    400, "TooManyEntriesInBatchRequest", "The batch has more than 10 entries"));
        }
        Set<String> ids = new HashSet<>();
        return entries.stream().allMatch(entry -> ids.add(entry.text("Id")))
                ? Optional.empty()
                : Optional.of(request.refuse(
                        400, "BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id"));
    }

    private sealed interface Parsed {
        record Message(SnsMessage message) implements Parsed {}

        record Refused(String message) implements Parsed {}
    }

    private static Parsed read(String topic, Form form) {
        String text = form.text("Message");
        Map<String, String> byProtocol = new LinkedHashMap<>();
        if (form.text("MessageStructure").equals("json")) {
            try {
                JsonNode structure = Protocol.MAPPER.readTree(text);
                structure.properties().forEach(entry -> byProtocol.put(entry.getKey(), entry.getValue().asText()));
            } catch (IOException e) {
                return new Parsed.Refused("Invalid parameter: Message Structure - JSON message body failed to parse");
            }
            if (!byProtocol.containsKey("default")) {
                return new Parsed.Refused(
                        "Invalid parameter: Message Structure - No default entry in JSON message body");
            }
            text = byProtocol.get("default");
        }
        if (text.isEmpty()) {
            return new Parsed.Refused("Invalid parameter: Empty message");
        }
        SnsMessage message = SnsMessage.of(UUID.randomUUID().toString(), topic, form, text, byProtocol);
        return message.bytes() > MAX_BYTES
                ? new Parsed.Refused("Invalid parameter: Message too long")
                : new Parsed.Message(message);
    }

    private static String list(List<Subscription> subscriptions) {
        return "<Subscriptions>" + subscriptions.stream()
                .map(each -> "<member>" + Xml.element("TopicArn", each.topicArn())
                        + Xml.element("Protocol", each.protocol())
                        + Xml.element("SubscriptionArn", each.arn()) + Xml.element("Owner", "000000000000")
                        + Xml.element("Endpoint", each.endpoint()) + "</member>")
                .collect(Collectors.joining()) + "</Subscriptions>";
    }

    private static Map<String, String> described(Subscription subscription) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("SubscriptionArn", subscription.arn());
        attributes.put("TopicArn", subscription.topicArn());
        attributes.put("Protocol", subscription.protocol());
        attributes.put("Endpoint", subscription.endpoint());
        attributes.put("RawMessageDelivery", Boolean.toString(subscription.raw()));
        if (!subscription.filterPolicy().isEmpty()) {
            attributes.put("FilterPolicy", subscription.filterPolicy().toString());
        }
        return attributes;
    }

    private static String attributes(Map<String, String> attributes) {
        return "<Attributes>" + attributes.entrySet().stream()
                .map(each -> "<entry>" + Xml.element("key", each.getKey()) + Xml.element("value", each.getValue())
                        + "</entry>")
                .collect(Collectors.joining()) + "</Attributes>";
    }

    private static Answer answer(AwsRequest request, String result) {
        return Answer.xml(Xml.response(NAMESPACE, request.operation(), result));
    }

    private static String topicArn(AwsRequest request) {
        return request.form().find("TopicArn").orElseGet(() -> request.form().text("TargetArn"));
    }
}
