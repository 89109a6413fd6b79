package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads from DynamoDB's expressions what the condition keys of IAM are about.
final class Expressions {

    private static final List<String> EXPRESSIONS = List.of("ProjectionExpression", "UpdateExpression",
            "ConditionExpression", "KeyConditionExpression", "FilterExpression");
    private static final Set<String> KEYWORDS =
            Set.of("set", "remove", "add", "delete", "and", "or", "not", "between", "in",
            "if_not_exists", "list_append", "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with",
            "contains", "size");
    /// A name at the top level: not after a dot, not a value.
    private static final Pattern NAME = Pattern.compile("(?<![\\w.:#])(#?[A-Za-z_]\\w*)");

    private Expressions() {}

    /// The top-level attributes that a request names.
    static List<String> attributes(JsonNode request) {
        Set<String> names = new TreeSet<>();
        request.path("Item").fieldNames().forEachRemaining(names::add);
        request.path("Key").fieldNames().forEachRemaining(names::add);
        request.path("AttributesToGet").forEach(name -> names.add(name.asText()));
        for (String expression : EXPRESSIONS) {
            Matcher matcher = NAME.matcher(request.path(expression).asText());
            while (matcher.find()) {
                String name = matcher.group(1);
                if (name.startsWith("#")) {
                    names.add(request.path("ExpressionAttributeNames").path(name).asText(name));
                } else if (!KEYWORDS.contains(name.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /// The value that a key condition asks for.
    static Optional<String> equal(JsonNode request, String attribute) {
        Matcher matcher = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)")
                .matcher(request.path("KeyConditionExpression").asText());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (request.path("ExpressionAttributeNames").path(name).asText(name).equals(attribute)) {
                JsonNode value = request.path("ExpressionAttributeValues").path(matcher.group(2));
                return value.isObject() ? Optional.of(value.elements().next().asText()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
