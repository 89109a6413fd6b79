package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The older protocol of SQS, turned into the shapes of the JSON protocol and back: its lists and maps are flat, as in
/// `Attribute.1.Name` and `SendMessageBatchRequestEntry.2.MessageAttribute.1.Value.DataType`
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html).
public final class QueryProtocol {

    /// Of a member's path; SQS has none that is deeper.
    private static final int DEEPEST = 8;
    private static final Set<String> WITHOUT_RESULT = Set.of("DeleteMessage", "DeleteQueue", "PurgeQueue",
            "SetQueueAttributes", "ChangeMessageVisibility", "TagQueue", "UntagQueue");
    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

    /// How a member is flattened.
    ///
    /// @param json  its name in JSON
    /// @param key   of its entries, where it is a map
    /// @param value of its entries
    private record Flat(String json, Optional<String> key, String value) {
        private static Flat list(String json) {
            return new Flat(json, Optional.empty(), "");
        }

        private static Flat map(String json, String key) {
            return new Flat(json, Optional.of(key), "Value");
        }
    }

    /// By the name of a member in a request, without its numbers.
    private static final Map<String, Flat> REQUEST = Map.ofEntries(
            Map.entry("Attribute", Flat.map("Attributes", "Name")),
            Map.entry("Tag", Flat.map("Tags", "Key")),
            Map.entry("MessageAttribute", Flat.map("MessageAttributes", "Name")),
            Map.entry("MessageSystemAttribute", Flat.map("MessageSystemAttributes", "Name")),
            Map.entry("AttributeName", Flat.list("AttributeNames")),
            Map.entry("MessageAttributeName", Flat.list("MessageAttributeNames")),
            Map.entry("MessageSystemAttributeName", Flat.list("MessageSystemAttributeNames")),
            Map.entry("TagKey", Flat.list("TagKeys")),
            Map.entry("SendMessageBatchRequestEntry", Flat.list("Entries")),
            Map.entry("DeleteMessageBatchRequestEntry", Flat.list("Entries")),
            Map.entry("ChangeMessageVisibilityBatchRequestEntry", Flat.list("Entries")));

    /// By the name of a member in the JSON answer: the element's name, or a map's element and key.
    private static final Map<String, Flat> ANSWER = Map.of(
            "Attributes", Flat.map("Attribute", "Name"),
            "MessageAttributes", Flat.map("MessageAttribute", "Name"),
            "Tags", Flat.map("Tag", "Key"),
            "Messages", Flat.list("Message"),
            "QueueUrls", Flat.list("QueueUrl"),
            "queueUrls", Flat.list("QueueUrl"),
            "Failed", Flat.list("BatchResultErrorEntry"),
            "Results", Flat.list("ListMessageMoveTasksResultEntry"));

    private QueryProtocol() {}

    /// @param parameters of the form, in the order of their lists or not
    public static ObjectNode json(String operation, Map<String, String> parameters) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        parameters.forEach((path, value) -> {
            ObjectNode parent = tree;
            String[] names = path.split("\\.", -1);
            if (names.length > DEEPEST) {
                return;
            }
            for (int i = 0; i < names.length - 1; i++) {
                parent = parent.get(names[i]) instanceof ObjectNode child ? child : parent.putObject(names[i]);
            }
            parent.put(names[names.length - 1], value);
        });
        ObjectNode json = (ObjectNode) unflattened(tree);
        if (operation.equals("CreateQueue") && json.has("Tags")) {
            json.set("tags", json.remove("Tags"));
        }
        return json;
    }

    private static JsonNode unflattened(JsonNode tree) {
        if (!tree.isObject()) {
            return tree;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        tree.properties().forEach(member -> {
            Flat flat = REQUEST.get(member.getKey());
            if (flat == null || !member.getValue().isObject()) {
                json.set(member.getKey(), unflattened(member.getValue()));
            } else if (flat.key().isEmpty()) {
                ArrayNode list = json.putArray(flat.json());
                numbered(member.getValue()).forEach(each -> list.add(unflattened(each)));
            } else {
                ObjectNode map = json.putObject(flat.json());
                numbered(member.getValue()).forEach(each -> map.set(
                        each.path(flat.key().get()).asText(), unflattened(each.path(flat.value()))));
            }
        });
        return json;
    }

    private static List<JsonNode> numbered(JsonNode list) {
        return list.propertyStream()
                .filter(each -> each.getKey().matches("[1-9]\\d{0,3}"))
                .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    public static String answer(String operation, JsonNode json) {
        StringBuilder xml = new StringBuilder();
        xml.append("<").append(operation).append("Response xmlns=\"").append(NAMESPACE).append("\">");
        if (!WITHOUT_RESULT.contains(operation)) {
            xml.append("<").append(operation).append("Result>");
            members(xml, operation, json);
            xml.append("</").append(operation).append("Result>");
        }
        xml.append("<ResponseMetadata>");
        element(xml, "RequestId", UUID.randomUUID().toString());
        return xml.append("</ResponseMetadata></").append(operation).append("Response>").toString();
    }

    public static String error(SqsException refused) {
        StringBuilder xml = new StringBuilder();
        xml.append("<ErrorResponse xmlns=\"").append(NAMESPACE).append("\"><Error>");
        element(xml, "Type", refused.code().isSendersFault() ? "Sender" : "Receiver");
        element(xml, "Code", refused.code().queryCode());
        element(xml, "Message", String.valueOf(refused.getMessage()));
        xml.append("<Detail/></Error>");
        element(xml, "RequestId", UUID.randomUUID().toString());
        return xml.append("</ErrorResponse>").toString();
    }

    private static void members(StringBuilder xml, String operation, JsonNode object) {
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            Flat flat = name.equals("Successful") ? Flat.list(operation + "ResultEntry") : ANSWER.get(name);
            if (flat == null || value.isValueNode()) {
                element(xml, operation, name, value);
            } else if (flat.key().isEmpty()) {
                value.forEach(each -> element(xml, operation, flat.json(), each));
            } else {
                value.properties().forEach(entry -> {
                    xml.append("<").append(flat.json()).append(">");
                    element(xml, flat.key().get(), entry.getKey());
                    element(xml, operation, flat.value(), entry.getValue());
                    xml.append("</").append(flat.json()).append(">");
                });
            }
        });
    }

    private static void element(StringBuilder xml, String operation, String name, JsonNode value) {
        if (value.isValueNode()) {
            element(xml, name, value.asText());
        } else {
            xml.append("<").append(name).append(">");
            members(xml, operation, value);
            xml.append("</").append(name).append(">");
        }
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("<").append(name).append(">");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // A parser of XML would make a line feed of it, and the message's digest would not hold.
                case '\r' -> xml.append("&#xD;");
                default -> xml.append(character < ' ' && character != '\t' && character != '\n' ? '\uFFFD' : character);
            }
        }
        xml.append("</").append(name).append(">");
    }
}
