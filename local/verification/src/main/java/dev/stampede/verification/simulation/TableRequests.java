package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tables as the engine is asked to make them. All keys are texts.
final class TableRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TableRequests() {}

    /// Every table has a stream, because whoever watches reads it.
    static ObjectNode create(Wiring.Table table) {
        ObjectNode request = JSON.objectNode().put("TableName", table.name()).put("BillingMode", "PAY_PER_REQUEST");
        request.set("KeySchema", key(table.key()));
        Set<String> names = new LinkedHashSet<>(table.key());
        if (!table.indexes().isEmpty()) {
            ArrayNode indexes = request.putArray("GlobalSecondaryIndexes");
            for (Wiring.Index index : table.indexes()) {
                ObjectNode each = indexes.addObject().put("IndexName", index.name());
                each.set("KeySchema", key(index.key()));
                each.putObject("Projection").put("ProjectionType", index.projection());
                names.addAll(index.key());
            }
        }
        ArrayNode types = request.putArray("AttributeDefinitions");
        names.forEach(name -> types.addObject().put("AttributeName", name).put("AttributeType", "S"));
        request.putObject("StreamSpecification").put("StreamEnabled", true).put("StreamViewType", "NEW_AND_OLD_IMAGES");
        return request;
    }

    private static ArrayNode key(List<String> names) {
        ArrayNode schema = JSON.arrayNode();
        for (String name : names) {
            String type = schema.isEmpty() ? "HASH" : "RANGE";
            schema.addObject().put("AttributeName", name).put("KeyType", type);
        }
        return schema;
    }
}
