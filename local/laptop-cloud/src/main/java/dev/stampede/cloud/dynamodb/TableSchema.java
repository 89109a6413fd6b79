package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the endpoint must know of a table: its key, and what its indexes hold.
public record TableSchema(String name, String hashKey, List<String> key, List<Index> indexes) {

    /// @param all the index holds whole items
    record Index(String name, List<String> key, boolean all) {}

    public static Map<String, TableSchema> byName(Template template) {
        return template.ofType("AWS::DynamoDB::Table").stream()
                .collect(Collectors.toMap(Resource::name, TableSchema::of));
    }

    private static TableSchema of(Resource table) {
        List<String> key = key(table.at("KeySchema"));
        return new TableSchema(table.name(), key.getFirst(), key, table.list("GlobalSecondaryIndexes").stream()
                .map(index -> new Index(
                        index.get("IndexName").asText(),
                        key(index.get("KeySchema")),
                        index.at("/Projection/ProjectionType").asText().equals("ALL")))
                .toList());
    }

    /// The hash key comes first.
    private static List<String> key(JsonNode schema) {
        return StreamSupport.stream(schema.spliterator(), false)
                .sorted(java.util.Comparator.comparing(each -> each.get("KeyType").asText()))
                .map(each -> each.get("AttributeName").asText())
                .toList();
    }
}
