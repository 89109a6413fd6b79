package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.iam.Access;
import dev.stampede.dynamodb.partiql.StatementTarget;
import dev.stampede.dynamodb.stream.ShardIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a call of DynamoDB must be allowed: a transaction or batch is as many accesses as it has parts
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html).
final class DynamoDbAccesses {

    private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";
    private static final Map<String, String> TRANSACTION_PARTS = Map.of(
            "Put", "PutItem", "Update", "UpdateItem", "Delete", "DeleteItem", "ConditionCheck", "ConditionCheckItem",
            "Get", "GetItem");

    private final Map<String, TableSchema> tables;
    private final UnaryOperator<String> templateStream;

    /// @param templateStream the ARN by which the template names a stream of the engine's
    DynamoDbAccesses(Map<String, TableSchema> tables, UnaryOperator<String> templateStream) {
        this.tables = tables;
        this.templateStream = templateStream;
    }

    List<Access> of(String operation, JsonNode json) {
        return switch (operation) {
            case "TransactWriteItems", "TransactGetItems" -> transaction(operation, json.path("TransactItems"));
            case "BatchGetItem", "BatchWriteItem" -> batch(operation, json.path("RequestItems"));
            case "ExecuteStatement" -> statements(List.of(json));
            case "BatchExecuteStatement" -> statements(stream(json.path("Statements")).toList());
            case "ExecuteTransaction" -> statements(stream(json.path("TransactStatements")).toList());
            case "DescribeStream",
                    "GetShardIterator" -> List.of(new Access("dynamodb:" + operation, json.path("StreamArn").asText()));
            case "GetRecords" -> {
                String stream =
                        ShardIterator.streamOf(json.path("ShardIterator").asText()).map(templateStream).orElse("*");
                yield List.of(new Access("dynamodb:GetRecords", stream));
            }
            case "ListTables", "ListStreams", "DescribeLimits",
                    "DescribeEndpoints" -> List.of(new Access("dynamodb:" + operation, "*"));
            default -> List.of(one(operation, json));
        };
    }

    private Access one(String operation, JsonNode json) {
        String table = json.path("TableName").asText();
        String arn = arn(table) + (json.hasNonNull("IndexName") ? "/index/" + json.get("IndexName").asText() : "");
        Access access = new Access("dynamodb:" + operation, arn)
                .with("dynamodb:LeadingKeys", leadingKeys(tables.get(table), json))
                .with("dynamodb:Attributes", Expressions.attributes(json));
        if (json.hasNonNull("Select")) {
            access = access.with("dynamodb:Select", List.of(json.get("Select").asText()));
        }
        return json.hasNonNull("ReturnValues")
                ? access.with("dynamodb:ReturnValues", List.of(json.get("ReturnValues").asText()))
                : access;
    }

    private List<Access> transaction(String operation, JsonNode parts) {
        Set<Access> accesses = new LinkedHashSet<>();
        parts.forEach(part -> part.properties().forEach(entry -> accesses.add(
                one(TRANSACTION_PARTS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue())
                        .with("dynamodb:EnclosingOperation", List.of(operation)))));
        return List.copyOf(accesses);
    }

    private List<Access> batch(String operation, JsonNode byTable) {
        List<Access> accesses = new ArrayList<>();
        byTable.properties().forEach(entry -> {
            TableSchema table = tables.get(entry.getKey());
            Stream<JsonNode> items = operation.equals("BatchGetItem")
                    ? stream(entry.getValue().path("Keys"))
                    : stream(entry.getValue()).map(write -> write.has("PutRequest")
                            ? write.at("/PutRequest/Item")
                            : write.at("/DeleteRequest/Key"));
            List<JsonNode> all = items.toList();
            accesses.add(new Access("dynamodb:" + operation, arn(entry.getKey()))
                    .with("dynamodb:LeadingKeys", all.stream().flatMap(item -> hashKey(table, item).stream()).distinct()
                            .toList())
                    .with("dynamodb:Attributes", all.stream().flatMap(item -> stream(item.fieldNames())).distinct()
                            .toList()));
        });
        return accesses;
    }

    private static List<Access> statements(List<JsonNode> statements) {
        return statements.stream()
                .map(each -> StatementTarget.of(each.path("Statement").asText())
                        .map(parsed -> new Access("dynamodb:PartiQL" + parsed.verb(), arn(parsed.table())
                                + parsed.index().map(index -> "/index/" + index).orElse("")))
                        // The engine will say what is wrong with it.
                        .orElse(new Access("dynamodb:PartiQLSelect", "*")))
                .distinct()
                .toList();
    }

    private static List<String> leadingKeys(@Nullable TableSchema table, JsonNode json) {
        Optional<String> key = hashKey(table, json.has("Item") ? json.get("Item") : json.path("Key"));
        return key.or(() -> Expressions.equal(json, hashKeyName(table, json))).stream().toList();
    }

    private static String hashKeyName(@Nullable TableSchema table, JsonNode json) {
        return table == null
                ? ""
                : table.indexes().stream()
                        .filter(index -> index.name().equals(json.path("IndexName").asText()))
                        .map(index -> index.key().getFirst())
                        .findFirst()
                        .orElse(table.hashKey());
    }

    private static Optional<String> hashKey(@Nullable TableSchema table, JsonNode item) {
        return table == null || !item.has(table.hashKey())
                ? Optional.empty()
                : Optional.of(item.get(table.hashKey()).elements().next().asText());
    }

    private static String arn(String table) {
        return table.startsWith("arn:") ? table : TABLE_ARN + table;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> stream(java.util.Iterator<String> names) {
        Iterable<String> iterable = () -> names;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
