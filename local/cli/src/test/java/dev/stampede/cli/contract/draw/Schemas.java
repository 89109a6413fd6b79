package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cli.contract.ApiContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the contract's schemas as those who draw from them want them: without references, and in one piece.
final class Schemas {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final ApiContract contract;

    Schemas(ApiContract contract) {
        this.contract = contract;
    }

    /// What a schema, what it refers to and all that it has in `allOf` say together.
    ObjectNode whole(JsonNode schema) {
        ObjectNode whole = NODES.objectNode();
        if (schema.has("$ref")) {
            add(whole, whole(contract.resolved(schema)));
        }
        schema.path("allOf").forEach(part -> add(whole, whole(part)));
        if (schema instanceof ObjectNode own) {
            add(whole, own.deepCopy().without(List.of("$ref", "allOf")));
        }
        return whole;
    }

    private static void add(ObjectNode whole, ObjectNode part) {
        part.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "properties" -> whole.withObjectProperty("properties").setAll((ObjectNode) entry.getValue());
                case "required" -> whole.withArrayProperty("required").addAll((ArrayNode) entry.getValue());
                default -> whole.set(entry.getKey(), entry.getValue());
            }
        });
    }

    static Set<String> required(JsonNode whole) {
        Set<String> names = new LinkedHashSet<>();
        whole.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    static Set<String> types(JsonNode whole) {
        Set<String> types = new LinkedHashSet<>();
        if (whole.path("type").isArray()) {
            whole.get("type").forEach(type -> types.add(type.asText()));
        } else if (whole.has("type")) {
            types.add(whole.get("type").asText());
        }
        return types;
    }

    /// What a text in a path, a query or a header says where a value of this schema is expected.
    static JsonNode typed(JsonNode whole, String text) {
        Set<String> types = types(whole);
        if (types.contains("integer") && WHOLE.matcher(text).matches()
                || types.contains("number") && NUMBER.matcher(text).matches()) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return types.contains("boolean") && Set.of("true", "false").contains(text)
                ? NODES.booleanNode(text.equals("true"))
                : NODES.textNode(text);
    }
}
