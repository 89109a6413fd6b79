package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// TagResource, UntagResource and ListTagsOfResource.
final class Tags {

    private static final int MOST = 50;
    /// The service's spelling.
    private static final String NOT_FOUND = ": ResourcArn: %s not found";
    private static final Pattern RESOURCE = Pattern.compile(".+:.+:.+:.+:.+:.+/.+");
    private static final Pattern TABLE = Pattern.compile("arn:aws:dynamodb:.+:\\d+:table/[^/]{3,}");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    private final Database database;
    private final Arns arns;

    Tags(Database database, Arns arns) {
        this.database = database;
        this.arns = arns;
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("TagResource", (request, _) -> tag(request));
        operations.put("UntagResource", (request, _) -> untag(request));
        operations.put("ListTagsOfResource", (request, _) -> list(request));
    }

    private ObjectNode tag(ObjectNode request) {
        String arn = arn(request, "TagResource", "Tags");
        if (request.get("Tags").isEmpty()) {
            throw DynamoDbException.validation("Atleast one Tag needs to be provided as Input.");
        }
        return change(arn, NOT_FOUND.formatted(arn), tags -> with(tags, request.get("Tags")));
    }

    private ObjectNode untag(ObjectNode request) {
        String arn = arn(request, "UntagResource", "TagKeys");
        if (request.get("TagKeys").isEmpty()) {
            throw DynamoDbException.validation("Atleast one Tag Key needs to be provided as Input.");
        }
        return change(arn, "", tags -> {
            Map<String, String> left = new LinkedHashMap<>(tags);
            request.get("TagKeys").forEach(key -> left.remove(key.asText()));
            return left;
        });
    }

    private ObjectNode change(String arn, String whereMissing, UnaryOperator<Map<String, String>> change) {
        database.write(writer -> {
            Table table = table(arn, whereMissing);
            database.keep(writer, table.withTags(change.apply(table.tags())));
            return table;
        });
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode list(ObjectNode request) {
        String arn = arn(request, "ListTagsOfResource", "ResourceArn");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode tags = answer.putArray("Tags");
        table(arn, NOT_FOUND.formatted(arn))
                .tags()
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    /// @param needed what the request has to have beside the ARN
    private String arn(ObjectNode request, String operation, String needed) {
        if (!Requests.has(request.get("ResourceArn"))) {
            throw DynamoDbException.validation("Invalid TableArn");
        }
        String arn = request.get("ResourceArn").asText();
        if (!RESOURCE.matcher(arn).matches()) {
            throw DynamoDbException.refused("AccessDeniedException", "User: arn:aws:iam::" + arns.account()
                    + ":root is not authorized to perform: dynamodb:" + operation + " on resource: "
                    + (arn.isEmpty() ? "*" : arn));
        }
        if (!Requests.has(request.get(needed))) {
            throw DynamoDbException.validation("1 validation error detected: Value null at '"
                    + Character.toLowerCase(needed.charAt(0)) + needed.substring(1)
                    + "' failed to satisfy constraint: Member must not be null");
        }
        if (!TABLE.matcher(arn).matches()) {
            throw DynamoDbException.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        return arn;
    }

    private Table table(String arn, String whereMissing) {
        return arns.tableOf(arn)
                .flatMap(database::find)
                .orElseThrow(() -> DynamoDbException.refused(
                        "ResourceNotFoundException", "Requested resource not found" + whereMissing));
    }

    /// The tags with those of a request, which replace others of the same keys.
    ///
    /// @throws DynamoDbException when one is not allowed, or they are too many
    static Map<String, String> with(Map<String, String> tags, JsonNode more) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        for (JsonNode tag : more) {
            String key = tag.path("Key").asText("");
            if (!KEY.matcher(key).matches()) {
                throw Refusals.invalid("The tag key '" + shown(key) + "' is not one to 128 letters, digits, spaces or"
                        + " _.:/=+-@");
            }
            JsonNode value = tag.path("Value");
            if (!value.isTextual() || !VALUE.matcher(value.asText()).matches()) {
                throw Refusals.invalid("The value of the tag '" + shown(key) + "' is not up to 256 letters, digits,"
                        + " spaces or _.:/=+-@");
            }
            all.put(key, value.asText());
        }
        if (all.size() > MOST) {
            throw Refusals.invalid("Too many tags: a table has " + MOST + " at most");
        }
        return all;
    }

    private static String shown(String text) {
        return text.length() > 140 ? text.substring(0, 140) + "..." : text;
    }
}
