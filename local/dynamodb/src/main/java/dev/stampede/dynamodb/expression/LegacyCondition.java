package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `ComparisonOperator` and `AttributeValueList`: what was said of one attribute before there were expressions.
record LegacyCondition(String operator, List<AttributeValue> values) {

    private static final Set<String> OPERATORS = Set.of(
            "IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE",
            "CONTAINS");

    /// @throws DynamoDbException when it is none
    static LegacyCondition of(JsonNode json) {
        List<AttributeValue> values = new ArrayList<>();
        json.path("AttributeValueList").forEach(value -> values.add(ValueJson.read(value)));
        return of(json.path("ComparisonOperator").asText(), values);
    }

    /// @throws DynamoDbException when the operator and the values do not fit
    static LegacyCondition of(String operator, List<AttributeValue> values) {
        if (!OPERATORS.contains(operator)) {
            throw DynamoDbException.validation("1 validation error detected: Value '" + operator
                    + "' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: "
                    + OPERATORS);
        }
        LegacyCondition condition = new LegacyCondition(operator, values);
        condition.check();
        return condition;
    }

    private void check() {
        boolean fits = switch (operator) {
            case "NULL", "NOT_NULL" -> values.isEmpty();
            case "IN" -> !values.isEmpty();
            case "BETWEEN" -> values.size() == 2;
            default -> values.size() == 1;
        };
        if (!fits) {
            throw LegacyParameters.invalid("Invalid number of argument(s) for the " + operator + " ComparisonOperator");
        }
        if (values.stream().map(AttributeValue::type).distinct().count() > 1) {
            throw LegacyParameters.invalid("AttributeValues inside AttributeValueList must be of same type");
        }
        if (!values.isEmpty() && !allows(values.getFirst().type())) {
            throw LegacyParameters.invalid("ComparisonOperator " + operator + " is not valid for "
                    + values.getFirst().type() + " AttributeValue type");
        }
        if (operator.equals("BETWEEN") && Values.compare(values.getFirst(), values.getLast()) > 0) {
            throw DynamoDbException
                    .validation("The BETWEEN condition was provided a range where the lower bound is greater"
                            + " than the upper bound");
        }
    }

    private boolean allows(String type) {
        return switch (operator) {
            case "EQ", "NE" -> true;
            case "BEGINS_WITH" -> type.equals("S") || type.equals("B");
            default -> type.equals("S") || type.equals("N") || type.equals("B");
        };
    }

    /// The same as a condition of today.
    Condition on(Path path) {
        return switch (operator) {
            case "NULL" -> new Condition.NotExists(path);
            case "NOT_NULL" -> new Condition.Exists(path);
            case "IN" -> new Condition.In(path, values.stream().<Operand>map(Literal::new).toList());
            case "BETWEEN" -> new Condition.Between(path, new Literal(values.getFirst()),
                    new Literal(values.getLast()));
            case "BEGINS_WITH" -> new Condition.BeginsWith(path, value());
            case "CONTAINS" -> new Condition.Contains(path, value());
            // Of what is missing it is not said that it lacks something.
            case "NOT_CONTAINS" -> new Condition.And(List.of(
                    new Condition.Exists(path), new Condition.Not(new Condition.Contains(path, value()))));
            default -> new Condition.Comparison(path, Comparator.valueOf(operator), value());
        };
    }

    private Literal value() {
        return new Literal(values.getFirst());
    }

    /// The same of a key.
    KeyTerms.Term onKey() {
        return switch (operator) {
            case "EQ", "LT", "LE", "GT", "GE" -> new KeyTerms.Term.Sought(
                    new RangeCondition.Comparison(Comparator.valueOf(operator), values.getFirst()));
            case "BETWEEN" -> new KeyTerms.Term.Sought(new RangeCondition.Between(values.getFirst(), values.getLast()));
            case "BEGINS_WITH" -> new KeyTerms.Term.Sought(new RangeCondition.BeginsWith(values.getFirst()));
            default -> new KeyTerms.Term.NotIndexable();
        };
    }
}
