package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.List;

/// What `Expected` says of one attribute: either `Value` and `Exists`, or `ComparisonOperator` with values.
final class LegacyExpectation {

    private LegacyExpectation() {}

    /// @throws dev.stampede.dynamodb.operation.DynamoDbException when its members do not fit
    static Condition of(String attribute, JsonNode json) {
        boolean hasValue = json.hasNonNull("Value");
        boolean hasList = json.hasNonNull("AttributeValueList");
        boolean hasExists = json.hasNonNull("Exists");
        if (hasList && hasValue) {
            throw invalid("Value and AttributeValueList cannot be used together", attribute);
        }
        Path path = Path.of(attribute);
        if (json.hasNonNull("ComparisonOperator")) {
            String operator = json.path("ComparisonOperator").asText();
            if (hasExists) {
                throw invalid("Exists and ComparisonOperator cannot be used together", attribute);
            }
            if (!hasList && !hasValue && !operator.equals("NULL") && !operator.equals("NOT_NULL")) {
                throw invalid("Value or AttributeValueList must be used with ComparisonOperator: " + operator,
                        attribute);
            }
            return hasValue
                    ? LegacyCondition.of(operator, List.of(ValueJson.read(json.get("Value")))).on(path)
                    : LegacyCondition.of(json).on(path);
        }
        if (hasList) {
            throw invalid("AttributeValueList can only be used with a ComparisonOperator", attribute);
        }
        boolean exists = !hasExists || json.path("Exists").asBoolean();
        if (exists && !hasValue) {
            throw invalid("Value must be provided when Exists is " + (hasExists ? "true" : "null"), attribute);
        }
        if (!exists && hasValue) {
            throw invalid("Value cannot be used when Exists is false", attribute);
        }
        if (!exists) {
            return new Condition.NotExists(path);
        }
        AttributeValue value = ValueJson.read(json.get("Value"));
        return new Condition.Comparison(path, Comparator.EQ, new Literal(value));
    }

    private static RuntimeException invalid(String message, String attribute) {
        return LegacyParameters.invalid(message + " for Attribute: " + attribute);
    }
}
