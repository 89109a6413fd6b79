package dev.stampede.dynamodb.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A stream of a table, open or ended.
///
/// @param tableId of the table that had this name when the stream was enabled
/// @param label   the end of the ARN
/// @param key     the table's KeySchema, as JSON
/// @param start   a sequence number lower than those of all its records
/// @param end     when it was disabled; none while it takes changes
record ChangeStream(
        String arn,
        String table,
        String tableId,
        String label,
        Table.ViewType view,
        JsonNode key,
        int shards,
        Instant created,
        long start,
        Optional<End> end) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHARD = "shardId-%020d-%08d";

    /// @param number a sequence number higher than those of all records
    record End(long number, Instant at) {}

    /// The name of the space with its records.
    String space() {
        return "stream/" + tableId + "/" + label;
    }

    /// In the order of their names, which is that of their numbers.
    List<String> shardIds() {
        return IntStream.range(0, shards).mapToObj(this::shardId).toList();
    }

    private String shardId(int shard) {
        return SHARD.formatted(start, shard);
    }

    ChangeStream endedAt(long number, Instant at) {
        return new ChangeStream(
                arn, table, tableId, label, view, key, shards, created, start, Optional.of(new End(number, at)));
    }

    byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("arn", arn)
                .put("table", table)
                .put("tableId", tableId)
                .put("label", label)
                .put("view", view.name())
                .put("shards", shards)
                .put("created", created.toEpochMilli())
                .put("start", start);
        json.set("key", key);
        end.ifPresent(it -> json.put("end", it.number()).put("endedAt", it.at().toEpochMilli()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ChangeStream read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new ChangeStream(
                    json.get("arn").asText(),
                    json.get("table").asText(),
                    json.get("tableId").asText(),
                    json.get("label").asText(),
                    Table.ViewType.valueOf(json.get("view").asText()),
                    json.get("key"),
                    json.get("shards").asInt(),
                    Instant.ofEpochMilli(json.get("created").asLong()),
                    json.get("start").asLong(),
                    Optional.ofNullable(json.get("end"))
                            .map(end -> new End(
                                    end.asLong(),
                                    Instant.ofEpochMilli(json.get("endedAt").asLong()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
