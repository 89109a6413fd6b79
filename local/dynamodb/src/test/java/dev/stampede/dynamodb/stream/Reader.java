package dev.stampede.dynamodb.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import java.util.ArrayList;
import java.util.List;

/// Reads the stream of a table as a consumer does.
record Reader(Calls calls, String arn) {

    static Reader of(Calls calls, String table) {
        String request = "{'TableName': '" + table + "'}";
        return new Reader(
                calls, calls.ok("DescribeTable", request).at("/Table/LatestStreamArn").asText());
    }

    JsonNode description() {
        return calls.ok("DescribeStream", request()).get("StreamDescription");
    }

    private ObjectNode request() {
        return JsonNodeFactory.instance.objectNode().put("StreamArn", arn);
    }

    JsonNode shard() {
        return description().at("/Shards/0");
    }

    ObjectNode iteratorRequest(String type, String number) {
        ObjectNode request =
                request().put("ShardId", shard().get("ShardId").asText()).put("ShardIteratorType", type);
        return number == null ? request : request.put("SequenceNumber", number);
    }

    String iterator(String type, String number) {
        return calls.ok("GetShardIterator", iteratorRequest(type, number)).get("ShardIterator").asText();
    }

    ObjectNode page(String iterator, int limit) {
        return calls.ok(
                "GetRecords",
                JsonNodeFactory.instance.objectNode().put("ShardIterator", iterator).put("Limit", limit));
    }

    /// Everything from the beginning.
    List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        String iterator = iterator("TRIM_HORIZON", null);
        while (iterator != null) {
            ObjectNode page = page(iterator, 1000);
            page.get("Records").forEach(all::add);
            iterator = page.get("Records").isEmpty() ? null : page.path("NextShardIterator").asText(null);
        }
        return all;
    }

    static String number(JsonNode record) {
        return record.at("/dynamodb/SequenceNumber").asText();
    }
}
