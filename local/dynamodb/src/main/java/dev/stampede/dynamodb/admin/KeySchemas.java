package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The key schemas of one request, checked in the service's order.
final class KeySchemas {

    /// Attributes of each kind in the key of a global index
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html).
    private static final int LONGEST = 4;
    private static final String HASH = "HASH";
    private static final String RANGE = "RANGE";

    private final Map<String, String> types;
    private final Set<String> used = new LinkedHashSet<>();

    /// @param definitions the request's AttributeDefinitions
    KeySchemas(JsonNode definitions) {
        types = new LinkedHashMap<>();
        for (JsonNode definition : definitions) {
            String name = definition.path("AttributeName").asText();
            if (types.put(name, definition.path("AttributeType").asText()) != null) {
                throw invalid("Duplicate AttributeName in AttributeDefinitions: " + name);
            }
        }
    }

    KeySchema ofTable(JsonNode schema) {
        if (schema.size() > types.size()) {
            throw DynamoDbException.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        return simple(schema);
    }

    /// One attribute each.
    KeySchema simple(JsonNode schema) {
        List<KeyAttribute> attributes = attributes(schema);
        if (schema.size() > 2) {
            throw DynamoDbException.validation("Invalid KeySchema: a key has 2 elements at most");
        }
        checkFirst(schema);
        if (schema.size() == 2 && !kind(schema, 1).equals(RANGE)) {
            throw DynamoDbException.validation(
                    "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        return new KeySchema(List.of(attributes.getFirst()), attributes.subList(1, attributes.size()));
    }

    KeySchema ofGlobalIndex(JsonNode schema) {
        List<KeyAttribute> attributes = attributes(schema);
        checkFirst(schema);
        List<KeyAttribute> hashes = new ArrayList<>();
        List<KeyAttribute> ranges = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            boolean hash = kind(schema, i).equals(HASH);
            if (hash && !ranges.isEmpty()) {
                throw DynamoDbException.validation(
                        "Invalid KeySchema: All HASH key elements must precede all RANGE key elements");
            }
            (hash ? hashes : ranges).add(attributes.get(i));
        }
        checkLength(hashes, HASH);
        checkLength(ranges, RANGE);
        return new KeySchema(List.copyOf(hashes), List.copyOf(ranges));
    }

    private static void checkLength(List<KeyAttribute> attributes, String kind) {
        if (attributes.size() > LONGEST) {
            throw DynamoDbException.validation(
                    "Invalid KeySchema: The number of " + kind + " key elements exceeds the limit of " + LONGEST);
        }
    }

    private List<KeyAttribute> attributes(JsonNode schema) {
        List<String> names =
                schema.valueStream().map(element -> element.path("AttributeName").asText()).toList();
        if (!types.keySet().containsAll(names)) {
            throw invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " + names
                    + ", AttributeDefinitions: " + types.keySet());
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw DynamoDbException.validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        used.addAll(names);
        return names.stream().map(name -> new KeyAttribute(name, requireNonNull(types.get(name)))).toList();
    }

    private static void checkFirst(JsonNode schema) {
        if (schema.isEmpty() || !kind(schema, 0).equals(HASH)) {
            throw DynamoDbException.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
    }

    private static String kind(JsonNode schema, int element) {
        return schema.get(element).path("KeyType").asText();
    }

    /// @throws DynamoDbException where the table has no index and yet more definitions than its key needs
    void checkExact() {
        if (used.size() != types.size()) {
            throw invalid("Number of attributes in KeySchema does not exactly match number of attributes defined in"
                    + " AttributeDefinitions");
        }
    }

    /// @throws DynamoDbException where a definition is of no key
    void checkAllUsed() {
        if (!used.containsAll(types.keySet())) {
            throw invalid("Some AttributeDefinitions are not used. AttributeDefinitions: " + types.keySet()
                    + ", keys used: " + used);
        }
    }

    /// The definitions by name.
    Map<String, String> types() {
        return types;
    }
}
