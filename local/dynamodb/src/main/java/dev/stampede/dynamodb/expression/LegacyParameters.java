package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeySchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// The parameters from before there were expressions, as the same trees
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html). Names are taken
/// as they are: a dot in one leads nowhere.
public final class LegacyParameters {

    private static final String KEY_CONDITIONS = "KeyConditions";
    private static final String OPERATOR = "ConditionalOperator";

    private LegacyParameters() {}

    /// That a request has no old parameters beside expressions.
    ///
    /// @param legacy      the operation's old members in the order of the message, such as `AttributeUpdates`,
    ///                    `Expected`
    /// @param expressions its members for expressions, likewise
    /// @throws DynamoDbException when it has both
    public static void requireUnmixed(JsonNode request, List<String> legacy, List<String> expressions) {
        if (!hasAny(request, legacy)) {
            return;
        }
        List<String> modern = expressions.stream().filter(request::hasNonNull).toList();
        // Keys may be sought in the old way beside a filter or a projection in the new one.
        boolean oldKeysAllowed = !modern.contains("KeyConditionExpression");
        List<String> old = legacy.stream()
                .filter(request::hasNonNull)
                .filter(member -> !(oldKeysAllowed && member.equals(KEY_CONDITIONS)))
                .toList();
        if (!modern.isEmpty() && !old.isEmpty()) {
            throw DynamoDbException.validation("Can not use both expression and non-expression parameters in the same"
                    + " request: Non-expression parameters: {" + String.join(", ", old) + "} Expression parameters: {"
                    + String.join(", ", modern) + "}");
        }
    }

    private static boolean hasAny(JsonNode request, List<String> members) {
        for (String member : members) {
            if (request.hasNonNull(member)) {
                return true;
            }
        }
        return false;
    }

    /// `Expected`, with `ConditionalOperator`
    ///
    /// @throws DynamoDbException when it is wrong
    public static Optional<Condition> expected(JsonNode request) {
        return combined(request, each(request, "Expected", LegacyExpectation::of));
    }

    /// `QueryFilter` or `ScanFilter`, with `ConditionalOperator`
    ///
    /// @throws DynamoDbException when it is wrong
    public static Optional<Condition> filter(JsonNode request, String member) {
        return combined(
                request,
                each(request, member, (name, json) -> LegacyCondition.of(json).on(Path.of(name))));
    }

    private static Optional<Condition> combined(JsonNode request, Map<String, Condition> conditions) {
        if (conditions.isEmpty()) {
            if (request.hasNonNull(OPERATOR)) {
                throw DynamoDbException.validation(OPERATOR + " cannot be used without Filter or Expected");
            }
            return Optional.empty();
        }
        List<Condition> all = List.copyOf(conditions.values());
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        boolean any = request.path(OPERATOR).asText().equals("OR");
        return Optional.of(any ? new Condition.Or(all) : new Condition.And(all));
    }

    /// `AttributeUpdates`
    ///
    /// @throws DynamoDbException when it is wrong
    public static Optional<Update> updates(JsonNode request) {
        Map<String, Action> actions = each(request, "AttributeUpdates", LegacyUpdate::of);
        return actions.isEmpty() ? Optional.empty() : Optional.of(new Update(List.copyOf(actions.values())));
    }

    /// What `KeyConditions` says of keys, when it is there.
    ///
    /// @throws DynamoDbException when it is wrong
    public static Optional<KeyTerms> keyTerms(JsonNode request) {
        if (!request.hasNonNull(KEY_CONDITIONS)) {
            return Optional.empty();
        }
        return Optional.of(new KeyTerms(each(
                request, KEY_CONDITIONS, (_, json) -> LegacyCondition.of(json).onKey())));
    }

    /// `KeyConditions`, which must be there, held against a key.
    ///
    /// @throws DynamoDbException when it is wrong, or does not fit the key
    public static KeyCondition keyCondition(JsonNode request, KeySchema schema) {
        return keyTerms(request).orElseThrow(KeyTerms::missing).against(schema);
    }

    /// `AttributesToGet`
    ///
    /// @throws DynamoDbException when a name is twice in it
    public static Optional<Projection> projection(JsonNode request) {
        JsonNode names = request.path("AttributesToGet");
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        List<Path> paths = new ArrayList<>(names.size());
        for (JsonNode name : names) {
            checkName(name.asText());
            if (!seen.add(name.asText())) {
                throw invalid("Duplicate value in attribute name: " + name.asText());
            }
            paths.add(Path.of(name.asText()));
        }
        return Optional.of(new Projection(paths));
    }

    /// What a member says of each attribute.
    private static <T> Map<String, T> each(JsonNode request, String member, BiFunction<String, JsonNode, T> read) {
        Map<String, T> found = new LinkedHashMap<>();
        for (var entry : request.path(member).properties()) {
            checkName(entry.getKey());
            found.put(entry.getKey(), read.apply(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private static void checkName(String name) {
        Expressions.nameFault(name).ifPresent(fault -> {
            throw invalid(fault);
        });
    }

    static DynamoDbException invalid(String message) {
        return DynamoDbException.validation("One or more parameter values were invalid: " + message);
    }
}
