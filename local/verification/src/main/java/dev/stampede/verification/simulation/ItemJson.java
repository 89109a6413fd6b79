package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The SDK's requests and items as the JSON that the engine reads, and items back again. The SDK's own marshalling
/// would do the same by way of text and HTTP.
final class ItemJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ItemJson() {}

    /// Of any operation, with every member that it has.
    static ObjectNode request(SdkPojo request) {
        ObjectNode json = JSON.objectNode();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = value(request, field);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.set(field.locationName(), node(value));
            }
        }
        return json;
    }

    /// Without the token that the SDK makes up for a transaction: it would cost the engine a digest, and nothing is
    /// sent a second time under it.
    private static @Nullable Object value(SdkPojo structure, SdkField<?> field) {
        return field.containsTrait(DefaultValueTrait.class) && structure instanceof SdkRequest request
                ? request.getValueForField(field.memberName(), Object.class).orElse(null)
                : field.getValueOrDefault(structure);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case AttributeValue attribute -> json(attribute);
            case SdkPojo structure -> request(structure);
            case Map<?, ?> map -> {
                ObjectNode json = JSON.objectNode();
                map.forEach((key, each) -> json.set((String) key, node(each)));
                yield json;
            }
            case Collection<?> list -> JSON.arrayNode().addAll(list.stream().map(ItemJson::node).toList());
            case String text -> JSON.textNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            default -> throw new IllegalArgumentException("no member of a request is a " + value.getClass());
        };
    }

    static ObjectNode json(Map<String, AttributeValue> item) {
        ObjectNode json = new ObjectNode(JSON, LinkedHashMap.newLinkedHashMap(item.size()));
        item.forEach((name, value) -> json.set(name, json(value)));
        return json;
    }

    private static ObjectNode json(AttributeValue value) {
        ObjectNode json = new ObjectNode(JSON, LinkedHashMap.newLinkedHashMap(1));
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", value.nul());
            case M -> json.set("M", json(value.m()));
            case L -> json.putArray("L").addAll(value.l().stream().map(ItemJson::json).toList());
            case SS -> value.ss().forEach(json.putArray("SS")::add);
            case NS -> value.ns().forEach(json.putArray("NS")::add);
            case B -> json.put("B", base64(value.b()));
            case BS -> value.bs().forEach(each -> json.withArray("BS").add(base64(each)));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an attribute has no type: " + value);
        }
        return json;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }

    static Map<String, AttributeValue> item(JsonNode json) {
        Map<String, AttributeValue> item = HashMap.newHashMap(json.size());
        json.properties().forEach(each -> item.put(each.getKey(), value(each.getValue())));
        return item;
    }

    private static AttributeValue value(JsonNode json) {
        Map.Entry<String, JsonNode> typed = json.properties().iterator().next();
        JsonNode value = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> AttributeValue.fromS(value.textValue());
            case "N" -> AttributeValue.fromN(value.textValue());
            case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(item(value));
            case "L" -> AttributeValue.fromL(each(value, ItemJson::value).toList());
            case "SS" -> AttributeValue.fromSs(each(value, JsonNode::textValue).toList());
            case "NS" -> AttributeValue.fromNs(each(value, JsonNode::textValue).toList());
            case "B" -> AttributeValue.fromB(bytes(value));
            case "BS" -> AttributeValue.fromBs(each(value, ItemJson::bytes).toList());
            default -> throw new IllegalArgumentException("there is no type " + typed.getKey());
        };
    }

    private static SdkBytes bytes(JsonNode json) {
        return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(json.textValue()));
    }

    private static <T> Stream<T> each(JsonNode array, Function<JsonNode, T> read) {
        return array.valueStream().map(read);
    }
}
