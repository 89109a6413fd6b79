package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The expressions of one request with the names and values that they refer to. It keeps account of those used.
/// Ask in the order in which the service looks at them: update, condition, key condition, filter, projection.
public final class Expressions {

    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";
    private static final String CONDITION = "ConditionExpression";
    private static final String FILTER = "FilterExpression";
    private static final String KEY_CONDITION = "KeyConditionExpression";
    private static final String PROJECTION = "ProjectionExpression";
    private static final String UPDATE = "UpdateExpression";
    private static final List<String> ALL = List.of(UPDATE, CONDITION, KEY_CONDITION, FILTER, PROJECTION);
    private static final int LONGEST_NAME = 65_535;

    /// Of all kinds of conditions: the kind is only told where one is refused.
    private static final Parsed<Syntax.Clause> CONDITIONS = new Parsed<>();
    private static final Parsed<List<Syntax.Change>> UPDATES = new Parsed<>();
    private static final Parsed<List<Syntax.Term.Place>> PROJECTIONS = new Parsed<>();

    private final JsonNode request;
    private final Placeholders placeholders;
    /// Read once, so that it may be asked for twice; null before that, and where there is none.
    private @Nullable Condition onKeys;

    private Expressions(JsonNode request, Placeholders placeholders) {
        this.request = request;
        this.placeholders = placeholders;
    }

    /// @param withValues the request's members in which values may occur, as the operation has them and in the order in
    ///                   which its messages name them, such as `UpdateExpression`, `ConditionExpression`
    /// @throws DynamoDbException when names and values come without an expression, or are none
    public static Expressions of(JsonNode request, String... withValues) {
        requireUse(request, withValues);
        return new Expressions(request, new Placeholders(names(request), values(request)));
    }

    /// That names and values come with an expression. The service asks this before it looks at keys and items, and
    /// [#of] asks it again.
    ///
    /// @throws DynamoDbException when they do not
    public static void requireUse(JsonNode request, String... withValues) {
        if (request.hasNonNull(NAMES) && ALL.stream().noneMatch(request::hasNonNull)) {
            throw DynamoDbException.validation(NAMES + " can only be specified when using expressions");
        }
        List<String> members = withValues.length == 0 ? ALL : List.of(withValues);
        if (request.hasNonNull(VALUES) && members.stream().noneMatch(request::hasNonNull)) {
            throw DynamoDbException.validation(VALUES + " can only be specified when using expressions: "
                    + String.join(" and ", members) + (members.size() > 1 ? " are null" : " is null"));
        }
    }

    private static Map<String, String> names(JsonNode request) {
        Map<String, String> names = new LinkedHashMap<>();
        for (var entry : entries(request, NAMES, '#')) {
            String name = entry.getValue().asText();
            nameFault(name).ifPresent(fault -> {
                throw DynamoDbException.validation(
                        NAMES + " contains invalid value: " + fault + " for key " + entry.getKey());
            });
            names.put(entry.getKey(), name);
        }
        return names;
    }

    /// What is wrong with the name of an attribute.
    static Optional<String> nameFault(String name) {
        if (name.isEmpty()) {
            return Optional.of("Empty attribute name");
        }
        return Sizes.utf8(name) > LONGEST_NAME
                ? Optional.of("Attribute name is too large, must be at most " + LONGEST_NAME + " bytes")
                : Optional.empty();
    }

    private static Map<String, AttributeValue> values(JsonNode request) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (var entry : entries(request, VALUES, ':')) {
            try {
                values.put(entry.getKey(), ValueJson.read(entry.getValue()));
            } catch (DynamoDbException e) {
                if (!e.code().equals("ValidationException")) {
                    throw e;
                }
                throw DynamoDbException.validation(VALUES + " contains invalid value: " + e.getMessage() + " for key "
                        + entry.getKey());
            }
        }
        return values;
    }

    private static List<Map.Entry<String, JsonNode>> entries(JsonNode request, String member, char first) {
        JsonNode json = request.path(member);
        if (json.isMissingNode() || json.isNull()) {
            return List.of();
        }
        if (!json.isObject()) {
            throw DynamoDbException.refused("SerializationException", "Unexpected field type");
        }
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(json.properties());
        if (entries.isEmpty()) {
            throw DynamoDbException.validation(member + " must not be empty");
        }
        for (var entry : entries) {
            String key = entry.getKey();
            if (key.length() < 2 || key.charAt(0) != first || !Token.isPartOfName(key, 1)) {
                throw DynamoDbException.validation(
                        member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
        return entries;
    }

    /// @param member of the request, such as `ConditionExpression`; `KeyConditionExpression` may be asked for here
    ///               first, because the service looks at the form of all expressions before it looks for keys in that
    ///               one
    /// @throws DynamoDbException when it is wrong
    public Optional<Condition> condition(String member) {
        if (member.equals(KEY_CONDITION)) {
            if (onKeys == null) {
                onKeys = read(member, text -> condition(text, "a key condition expression")).orElse(null);
            }
            return Optional.ofNullable(onKeys);
        }
        String kind = member.equals(FILTER) ? "a filter expression" : "a condition expression";
        return read(member, text -> condition(text, kind));
    }

    private Condition condition(String text, String kindOfExpression) {
        Syntax.Clause clause = CONDITIONS.of(text, each -> ConditionParser.parse(each, kindOfExpression));
        return new ConditionBinder(placeholders).bind(clause);
    }

    /// What `KeyConditionExpression` says of keys, when it is there.
    ///
    /// @throws DynamoDbException when it is wrong, or could be said of no key
    public Optional<KeyTerms> keyTerms() {
        return condition(KEY_CONDITION).map(KeyTermsOfCondition::of);
    }

    /// `KeyConditionExpression`, which must be there, held against a key.
    ///
    /// @throws DynamoDbException when it is wrong, or does not fit the key
    public KeyCondition keyCondition(KeySchema schema) {
        return keyTerms().orElseThrow(KeyTerms::missing).against(schema);
    }

    /// @throws DynamoDbException when it is wrong
    public Optional<Projection> projection() {
        return read(PROJECTION, text -> {
            List<Path> paths = new ArrayList<>();
            PROJECTIONS.of(text, ProjectionParser::parse).forEach(place -> {
                place.placeholders(placeholders::use);
                paths.add(placeholders.path(place));
            });
            return new Projection(paths);
        });
    }

    /// @throws DynamoDbException when it is wrong
    public Optional<Update> update() {
        return read(UPDATE, text -> new UpdateBinder(placeholders).bind(UPDATES.of(text, UpdateParser::parse)));
    }

    private <T> Optional<T> read(String member, Function<String, T> read) {
        JsonNode text = request.path(member);
        if (!text.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(text.textValue()));
        } catch (DynamoDbException e) {
            throw DynamoDbException.validation("Invalid " + member + ": " + e.getMessage());
        }
    }

    /// Asked last: that each name and value of the request occurs in one of its expressions.
    ///
    /// @throws DynamoDbException when one does not
    public void requireAllUsed() {
        placeholders.requireAllUsed();
    }
}
