package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// TransactGetItems.
final class TransactGetItems implements Operation {

    private static final long LARGEST = 4 << 20;

    private final Database database;
    private final Transactions transactions;

    TransactGetItems(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    private record Get(String table, Map<String, AttributeValue> key, Optional<Projection> projection) {}

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        List<Get> gets = new ArrayList<>();
        for (JsonNode item : request.get("TransactItems")) {
            if (!item.hasNonNull("Get")) {
                throw DynamoDbException.validation("TransactItems can only contain Get");
            }
            ObjectNode get = (ObjectNode) item.get("Get");
            Expressions.requireUse(get);
            gets.add(new Get(
                    get.get("TableName").asText(), ValueJson.readItem(get.get("Key")), GetItem.projection(get)));
        }
        List<Table> tables = gets.stream().map(get -> database.table(get.table())).toList();
        List<Map<String, AttributeValue>> keys = keys(gets, tables);
        List<Map<String, AttributeValue>> items = transactions.read(tables, keys, consumption);

        ObjectNode answer = request.objectNode();
        ArrayNode responses = answer.putArray("Responses");
        long bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            Map<String, AttributeValue> item = items.get(i);
            ObjectNode response = responses.addObject();
            if (item != null) {
                bytes += Sizes.of(item);
                Optional<Projection> projection = gets.get(i).projection();
                response.set("Item", ValueJson.write(projection.isPresent() ? projection.get().of(item) : item));
            }
        }
        if (bytes > LARGEST) {
            throw DynamoDbException.validation("Collection of items in a transaction size cannot exceed 4MB");
        }
        consumption.sayAllIn(answer, request, true);
        return answer;
    }

    private static List<Map<String, AttributeValue>> keys(List<Get> gets, List<Table> tables) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (int i = 0; i < gets.size(); i++) {
            try {
                Table table = tables.get(i);
                keys.add(Keys.checked(table, gets.get(i).key()));
                gets.get(i).projection().ifPresent(each -> Keys.refuseNested(table, each.nested()));
            } catch (DynamoDbException e) {
                throw Reason.cancelledAt(i, gets.size(), e.getMessage());
            }
        }
        return keys;
    }
}
