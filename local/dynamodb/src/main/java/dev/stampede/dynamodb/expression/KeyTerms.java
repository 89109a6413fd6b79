package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a request says of keys, before it is known which attributes are keys. The service refuses what is wrong in
/// itself before it looks for the table, and what the table's key does not fit afterwards.
///
/// @param terms by the attributes' names
public record KeyTerms(Map<String, Term> terms) {

    /// Attributes of a key, four of each kind.
    private static final int MOST = 8;
    private static final String HASH_RULE =
            ": every HASH key attribute of an index with several wants an equality condition";
    private static final String RANGE_RULE =
            ": RANGE key attributes of an index with several want conditions from the left"
                    + " without a gap, and all but the last one an equality condition";

    /// What is said of one attribute.
    public sealed interface Term {
        /// A condition that a key can be sought by.
        record Sought(RangeCondition condition) implements Term {}

        /// One of the old parameters' conditions that no key can be sought by, such as `CONTAINS`.
        record NotIndexable() implements Term {}
    }

    /// @throws DynamoDbException when there are none or more than a key can have
    public KeyTerms {
        if (terms.isEmpty() || terms.size() > MOST) {
            throw wrongLength();
        }
    }

    /// The error of a Query that says nothing of keys.
    public static DynamoDbException missing() {
        return DynamoDbException.validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    }

    /// The error of a condition whose values are of another type than the key.
    public static DynamoDbException wrongType() {
        return DynamoDbException.validation(
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
    }

    /// @throws DynamoDbException when it does not fit the key
    public KeyCondition against(KeySchema schema) {
        if (terms.size() > schema.attributes().size()) {
            throw terms.size() > 2 ? wrongLength() : unsupported("");
        }
        List<AttributeValue> hashes = new ArrayList<>();
        String hashRule = schema.hashes().size() > 1 ? HASH_RULE : "";
        for (KeyAttribute hash : schema.hashes()) {
            if (!terms.containsKey(hash.name())) {
                throw missed(hash, hashRule);
            }
            hashes.add(condition(hash).equality().orElseThrow(() -> unsupported(hashRule)));
        }
        return new KeyCondition(hashes, ranges(schema));
    }

    private List<RangeCondition> ranges(KeySchema schema) {
        List<RangeCondition> ranges = new ArrayList<>();
        int wanted = terms.size() - schema.hashes().size();
        for (KeyAttribute range : schema.ranges().subList(0, Math.min(wanted, schema.ranges().size()))) {
            String rule = schema.ranges().size() > 1 ? RANGE_RULE : "";
            if (!terms.containsKey(range.name())) {
                throw missed(range, rule);
            }
            if (!ranges.isEmpty() && ranges.getLast().equality().isEmpty()) {
                throw unsupported(rule);
            }
            ranges.add(condition(range));
        }
        return ranges;
    }

    private RangeCondition condition(KeyAttribute key) {
        if (!(terms.get(key.name()) instanceof Term.Sought(RangeCondition condition))) {
            throw DynamoDbException.validation("Attempted conditional constraint is not an indexable operation");
        }
        if (!condition.values().stream().allMatch(value -> value.type().equals(key.type()))) {
            throw wrongType();
        }
        return condition;
    }

    private static DynamoDbException wrongLength() {
        return DynamoDbException.validation("Conditions can be of length 1 or 2 only");
    }

    private static DynamoDbException unsupported(String rule) {
        return DynamoDbException.validation("Query key condition not supported" + rule);
    }

    private static DynamoDbException missed(KeyAttribute key, String rule) {
        return DynamoDbException.validation("Query condition missed key schema element: " + key.name() + rule);
    }
}
