package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Set;

/// What `AttributeUpdates` says of one attribute.
final class LegacyUpdate {

    private static final String MISMATCH = "Type mismatch for attribute to update";
    private static final Set<String> SETS = Set.of("SS", "NS", "BS");
    private static final Set<String> ADDABLE = Set.of("N", "SS", "NS", "BS", "L");

    private LegacyUpdate() {}

    /// @throws DynamoDbException when the action and the value do not fit
    static Action of(String attribute, JsonNode json) {
        Path path = Path.of(attribute);
        String action = json.path("Action").asText("PUT");
        if (!json.hasNonNull("Value")) {
            if (!action.equals("DELETE")) {
                throw LegacyParameters.invalid(
                        "Only DELETE action is allowed when no attribute value is specified");
            }
            return new Action.Remove(path);
        }
        AttributeValue value = ValueJson.read(json.get("Value"));
        return switch (action) {
            case "PUT" -> new Action.Set(path, new Literal(value));
            case "ADD" -> {
                if (!ADDABLE.contains(value.type())) {
                    throw LegacyParameters.invalid("ADD action is not supported for the type " + value.type());
                }
                yield new Action.Add(path, value, MISMATCH);
            }
            case "DELETE" -> {
                if (!SETS.contains(value.type())) {
                    throw LegacyParameters.invalid(
                            "DELETE action with value is not supported for the type " + value.type());
                }
                yield new Action.Delete(path, value, MISMATCH);
            }
            default -> throw DynamoDbException.validation("1 validation error detected: Value '" + action
                    + "' at 'attributeUpdates." + attribute + ".member.action' failed to satisfy constraint: Member"
                    + " must satisfy enum value set: [ADD, DELETE, PUT]");
        };
    }
}
