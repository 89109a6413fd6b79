package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.table.KeySchema;
import java.util.List;
import java.util.Optional;

/// The parameters from before there were expressions, as the same trees
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html).
public final class LegacyParameters {

    private LegacyParameters() {}

    /// That a request has no old parameters beside expressions.
    ///
    /// @param legacy      the operation's old members in the order of the message, such as `AttributeUpdates`, `Expected`
    /// @param expressions its members for expressions, likewise
    public static void requireUnmixed(JsonNode request, List<String> legacy, List<String> expressions) {
        throw new UnsupportedOperationException(request + "" + legacy + expressions);
    }

    /// `Expected`, with `ConditionalOperator`
    public static Optional<Condition> expected(JsonNode request) {
        throw new UnsupportedOperationException("" + request);
    }

    /// `AttributeUpdates`
    public static Optional<Update> updates(JsonNode request) {
        throw new UnsupportedOperationException("" + request);
    }

    /// `QueryFilter` or `ScanFilter`, with `ConditionalOperator`
    public static Optional<Condition> filter(JsonNode request, String member) {
        throw new UnsupportedOperationException(member + request);
    }

    /// What `KeyConditions` says of keys, when it is there.
    public static Optional<KeyTerms> keyTerms(JsonNode request) {
        throw new UnsupportedOperationException("" + request);
    }

    /// `KeyConditions`, which must be there, held against a key.
    public static KeyCondition keyCondition(JsonNode request, KeySchema schema) {
        return keyTerms(request).orElseThrow().against(schema);
    }

    /// `AttributesToGet`
    public static Optional<Projection> projection(JsonNode request) {
        throw new UnsupportedOperationException("" + request);
    }
}
