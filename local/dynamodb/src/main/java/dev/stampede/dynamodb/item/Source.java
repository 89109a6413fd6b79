package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a query or a scan reads: a table, or one of its indexes.
record Source(Database database, Table table, Optional<Index> index) {

    /// @throws DynamoDbException when there is no such table or index, or a global index is to be read consistently
    static Source of(Database database, JsonNode request) {
        Table table = database.table(request.get("TableName").asText());
        if (!request.hasNonNull("IndexName")) {
            return new Source(database, table, Optional.empty());
        }
        String name = request.get("IndexName").asText();
        Index index = table.index(name)
                .filter(each -> each.status() != Index.Status.DELETING)
                .orElseThrow(
                        () -> DynamoDbException.validation("The table does not have the specified index: " + name));
        if (index.status() == Index.Status.CREATING) {
            throw DynamoDbException.validation(
                    "Cannot read from backfilling global secondary index: " + name);
        }
        if (index.global() && request.path("ConsistentRead").asBoolean()) {
            throw DynamoDbException.validation("Consistent reads are not supported on global secondary indexes");
        }
        return new Source(database, table, Optional.of(index));
    }

    KeySchema key() {
        return index.map(Index::key).orElse(table.key());
    }

    Iterator<Map<String, AttributeValue>> items(KeyRange range) {
        return index.map(each -> database.items(table, each, range)).orElseGet(() -> database.items(table, range));
    }

    /// The attributes that say where to go on: the index's key and the table's.
    Set<String> positionNames() {
        Set<String> names = new LinkedHashSet<>(key().names());
        names.addAll(table.key().names());
        return names;
    }

    Map<String, AttributeValue> position(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> position = new LinkedHashMap<>();
        positionNames().forEach(name -> position.put(name, item.get(name)));
        return position;
    }

    /// Where an item stands in the order in which this is read.
    byte[] bytes(Map<String, AttributeValue> position) {
        return index.isPresent()
                ? key().bytes(position).then(table.key().bytes(position).bytes()).bytes()
                : key().bytes(position).bytes();
    }

    /// Whether an entry lacks attributes of its item.
    boolean isPartial() {
        return index.isPresent() && index.get().projection() != Index.ProjectionType.ALL;
    }

    void consume(Consumption consumption, double units) {
        index.ifPresentOrElse(
                each -> consumption.read(table.name(), each.name(), each.global(), units),
                () -> consumption.read(table.name(), units));
    }
}
