package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.stream.Streams;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.Table.ViewType;
import dev.stampede.dynamodb.table.Writer;
import java.util.Arrays;
import java.util.Optional;

/// What a request wants of a table's stream.
///
/// @param view none to have no stream
record StreamSpecification(Optional<ViewType> view) {

    private static final String VIEW = "StreamViewType";

    /// @return none where the request says nothing of it
    static Optional<StreamSpecification> of(ObjectNode request) {
        JsonNode json = request.get("StreamSpecification");
        if (!Requests.has(json)) {
            return Optional.empty();
        }
        if (!json.path("StreamEnabled").asBoolean()) {
            return Optional.of(new StreamSpecification(Optional.empty()));
        }
        if (!Requests.has(json.get(VIEW))) {
            throw Refusals.invalid("StreamViewType must be specified when StreamEnabled is true");
        }
        String view = json.get(VIEW).asText();
        return Optional.of(new StreamSpecification(Optional.of(Arrays.stream(ViewType.values())
                .filter(each -> each.name().equals(view))
                .findFirst()
                .orElseThrow(() -> Refusals.invalid("Unknown StreamViewType: " + view)))));
    }

    /// The table with the stream, which is enabled in the course of the write, or without.
    Table applied(Writer writer, Streams streams, Table table) {
        if (view.isPresent() && table.stream().isPresent()) {
            throw DynamoDbException.validation("Table already has an enabled stream: TableName: " + table.name());
        }
        if (view.isEmpty()) {
            streams.end(writer, table);
            return table.withStream(Optional.empty());
        }
        return table.withStream(
                Optional.of(streams.open(writer, table, view.get(), TableDescription.keySchema(table.key()))));
    }
}
