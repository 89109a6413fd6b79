package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.table.KeySchema;
import java.util.Optional;

/// The expressions of one request with the names and values that they refer to. It keeps account of those used.
/// Ask in the order in which the service looks at them: update, condition, key condition, filter, projection.
public final class Expressions {

    private Expressions() {}

    /// @param withValues the request's members in which values may occur, as the operation has them and in the order in
    ///                   which its messages name them, such as `UpdateExpression`, `ConditionExpression`
    public static Expressions of(JsonNode request, String... withValues) {
        requireUse(request, withValues);
        return new Expressions();
    }

    /// That names and values come with an expression. The service asks this before it looks at keys and items, and [#of]
    /// asks it again.
    public static void requireUse(JsonNode request, String... withValues) {
        throw new UnsupportedOperationException(request + String.join(",", withValues));
    }

    /// @param member of the request, such as `ConditionExpression`
    public Optional<Condition> condition(String member) {
        throw new UnsupportedOperationException(member);
    }

    /// What `KeyConditionExpression` says of keys, when it is there.
    public Optional<KeyTerms> keyTerms() {
        throw new UnsupportedOperationException();
    }

    /// `KeyConditionExpression`, which must be there, held against a key.
    public KeyCondition keyCondition(KeySchema schema) {
        return keyTerms().orElseThrow().against(schema);
    }

    public Optional<Projection> projection() {
        throw new UnsupportedOperationException();
    }

    public Optional<Update> update() {
        throw new UnsupportedOperationException();
    }

    /// Asked last: that each name and value of the request occurs in one of its expressions.
    public void requireAllUsed() {
        throw new UnsupportedOperationException();
    }
}
