package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table of the engine as its stream tells it: items by key, as they are and as they were a moment ago.
final class Table {

    /// One item's change. An item that was not there before, or is not after, is null.
    ///
    /// @param record as the stream gives it
    record Write(
            Table table, String key, @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after, JsonNode record) {}

    private record Row(
            @Nullable Map<String, AttributeValue> item, @Nullable Map<String, AttributeValue> before, long changedAt) {}

    /// Longer than a replica of a table or an index lags behind.
    private static final long LAG = 1000;

    private final String name;
    private final List<String> keyNames;
    private final DynamoDb engine;
    private final String stream;
    private final String shard;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private String iterator;
    private String lastNumber = "";

    /// Makes the table.
    Table(DynamoDb engine, Wiring.Table wiring) {
        this.name = wiring.name();
        this.keyNames = wiring.key();
        this.engine = engine;
        JsonNode made = engine.call("CreateTable", TableRequests.create(wiring)).body();
        stream = made.at("/TableDescription/LatestStreamArn").textValue();
        shard = engine.call("DescribeStream", json("StreamArn", stream)).body()
                .at("/StreamDescription/Shards/0/ShardId").textValue();
        iterator = iterator();
    }

    String name() {
        return name;
    }

    String key(Map<String, AttributeValue> keyOrItem) {
        return keyNames.size() == 1
                ? required(keyOrItem, keyNames.getFirst()).s()
                : keyNames.stream().map(part -> required(keyOrItem, part).s()).collect(Collectors.joining("|"));
    }

    Map<String, AttributeValue> keyItem(Map<String, AttributeValue> item) {
        return keyNames.stream().collect(Collectors.toMap(part -> part, item::get));
    }

    /// Null where there is none.
    @Nullable
    Map<String, AttributeValue> get(String key) {
        Row row = rows.get(key);
        return row == null ? null : row.item();
    }

    /// As a replica that lags has it.
    @Nullable
    Map<String, AttributeValue> stale(String key, long now) {
        Row row = rows.get(key);
        return row == null ? null : row.changedAt() + LAG > now ? row.before() : row.item();
    }

    /// Of all items that there are or were, in the order in which they first came.
    Collection<String> keys() {
        return rows.keySet();
    }

    /// All items that are there.
    List<Map<String, AttributeValue>> items() {
        return rows.values().stream().map(Row::item).filter(item -> item != null).toList();
    }

    /// What was written since this was asked last. It is asked after every write, none of which fills a page.
    List<Write> news(long now) {
        List<Write> news = new ArrayList<>();
        JsonNode answer = records();
        iterator = answer.get("NextShardIterator").textValue();
        for (JsonNode record : answer.get("Records")) {
            JsonNode change = record.get("dynamodb");
            lastNumber = change.get("SequenceNumber").textValue();
            Map<String, AttributeValue> after = change.has("NewImage") ? ItemJson.item(change.get("NewImage")) : null;
            String key = key(after == null ? ItemJson.item(change.get("Keys")) : after);
            Map<String, AttributeValue> before = get(key);
            rows.put(key, new Row(after, before, now));
            news.add(new Write(this, key, before, after, change));
        }
        return news;
    }

    private JsonNode records() {
        try {
            return engine.call("GetRecords", json("ShardIterator", iterator)).body();
        } catch (DynamoDbException e) {
            // After a quarter of an hour in which nobody wrote.
            if (!e.code().equals("ExpiredIteratorException")) {
                throw e;
            }
            return engine.call("GetRecords", json("ShardIterator", iterator())).body();
        }
    }

    private String iterator() {
        ObjectNode request = json("StreamArn", stream).put("ShardId", shard);
        if (lastNumber.isEmpty()) {
            request.put("ShardIteratorType", "TRIM_HORIZON");
        } else {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", lastNumber);
        }
        return engine.call("GetShardIterator", request).body().get("ShardIterator").textValue();
    }

    private static ObjectNode json(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
