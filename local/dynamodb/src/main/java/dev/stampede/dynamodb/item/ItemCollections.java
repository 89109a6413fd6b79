package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Map;

/// What a write says of the collection that it went into: the items of one partition key of a table with local indexes.
/// The size is said as AWS says that of a small one, between 0 and 1 gigabyte.
final class ItemCollections {

    private ItemCollections() {}

    static void sayIn(ObjectNode answer, JsonNode request, ItemWrite write) {
        if (asks(request) && hasCollections(write.table())) {
            answer.set("ItemCollectionMetrics", metrics(answer.objectNode(), write.table(), write.key()));
        }
    }

    static boolean asks(JsonNode request) {
        return request.path("ReturnItemCollectionMetrics").asText().equals("SIZE");
    }

    static boolean hasCollections(Table table) {
        return table.indexes().stream().anyMatch(index -> !index.global());
    }

    static ObjectNode metrics(ObjectNode metrics, Table table, Map<String, AttributeValue> key) {
        String hash = table.key().hash().name();
        metrics.putObject("ItemCollectionKey").set(hash, ValueJson.write(table.key().hash().of(key)));
        metrics.putArray("SizeEstimateRangeGB").add(0).add(1);
        return metrics;
    }
}
