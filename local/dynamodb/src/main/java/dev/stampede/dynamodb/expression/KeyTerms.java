package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.table.KeySchema;
import java.util.Map;

/// What a request says of keys, before it is known which attributes are keys. The service refuses what is wrong in itself
/// before it looks for the table, and what the table's key does not fit afterwards.
public record KeyTerms(Map<String, Term> terms) {

    /// What is said of one attribute.
    public sealed interface Term {
        /// A condition that a key can be sought by.
        record Sought(KeyCondition.RangeCondition condition) implements Term {}

        /// One of the old parameters' conditions that no key can be sought by, such as `CONTAINS`.
        record NotIndexable() implements Term {}
    }

    /// @throws dev.stampede.dynamodb.DynamoDbException when it does not fit the key
    public KeyCondition against(KeySchema schema) {
        throw new UnsupportedOperationException(schema + " " + terms);
    }
}
