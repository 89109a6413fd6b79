package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.DynamoDbException;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says of keys, before it is known which attributes are keys. The service refuses what is wrong in itself
/// before it looks for the table, and what the table's key does not fit afterwards.
///
/// @param terms by the attributes' names
public record KeyTerms(Map<String, Term> terms) {

    /// What is said of one attribute.
    public sealed interface Term {
        /// A condition that a key can be sought by.
        record Sought(RangeCondition condition) implements Term {}

        /// One of the old parameters' conditions that no key can be sought by, such as `CONTAINS`.
        record NotIndexable() implements Term {}
    }

    /// @throws DynamoDbException when there are none or more than a key can have
    public KeyTerms {
        if (terms.isEmpty() || terms.size() > 2) {
            throw DynamoDbException.validation("Conditions can be of length 1 or 2 only");
        }
    }

    /// The error of a Query that says nothing of keys.
    public static DynamoDbException missing() {
        return DynamoDbException.validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    }

    /// @throws DynamoDbException when it does not fit the key
    public KeyCondition against(KeySchema schema) {
        if (schema.range().isEmpty() && terms.size() > 1) {
            throw unsupported();
        }
        if (!terms.containsKey(schema.hash().name())) {
            throw missed(schema.hash());
        }
        AttributeValue hash = hash(condition(schema.hash()));
        if (terms.size() == 1) {
            return new KeyCondition(hash, Optional.empty());
        }
        KeyAttribute range = schema.range().orElseThrow();
        if (!terms.containsKey(range.name())) {
            throw missed(range);
        }
        return new KeyCondition(hash, Optional.of(condition(range)));
    }

    private RangeCondition condition(KeyAttribute key) {
        if (!(terms.get(key.name()) instanceof Term.Sought(RangeCondition condition))) {
            throw DynamoDbException.validation("Attempted conditional constraint is not an indexable operation");
        }
        for (AttributeValue value : values(condition)) {
            if (!value.type().equals(key.type())) {
                throw DynamoDbException.validation("One or more parameter values were invalid: Condition parameter type"
                        + " does not match schema type");
            }
        }
        return condition;
    }

    private static AttributeValue hash(RangeCondition condition) {
        if (condition instanceof RangeCondition.Comparison(Comparator comparator, AttributeValue value)
                && comparator == Comparator.EQ) {
            return value;
        }
        throw unsupported();
    }

    private static List<AttributeValue> values(RangeCondition condition) {
        return switch (condition) {
            case RangeCondition.Comparison(_, AttributeValue value) -> List.of(value);
            case RangeCondition.Between(AttributeValue lower, AttributeValue upper) -> List.of(lower, upper);
            case RangeCondition.BeginsWith(AttributeValue prefix) -> List.of(prefix);
        };
    }

    private static DynamoDbException unsupported() {
        return DynamoDbException.validation("Query key condition not supported");
    }

    private static DynamoDbException missed(KeyAttribute key) {
        return DynamoDbException.validation("Query condition missed key schema element: " + key.name());
    }
}
