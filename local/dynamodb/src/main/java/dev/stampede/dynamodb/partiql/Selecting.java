package dev.stampede.dynamodb.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.item.Selects;
import dev.stampede.dynamodb.item.Selects.Select;
import dev.stampede.dynamodb.item.Transactions;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SELECT.
final class Selecting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Selects selects;

    Selecting(Database database, Selects selects) {
        this.database = database;
        this.selects = selects;
    }

    /// Where a selection goes on: in which of its partitions, and behind which position there.
    private record Next(int partition, Optional<Map<String, AttributeValue>> start) {

        String token() {
            ObjectNode json = JSON.createObjectNode().put("partition", partition);
            start.ifPresent(position -> json.set("start", ValueJson.write(position)));
            return Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
        }

        static Next of(String token) {
            if (token.isEmpty()) {
                return new Next(0, Optional.empty());
            }
            try {
                JsonNode json = JSON.readTree(Base64.getDecoder().decode(token));
                return new Next(json.path("partition").asInt(),
                        Optional.ofNullable(json.get("start")).map(ValueJson::readItem));
            } catch (IOException | IllegalArgumentException | DynamoDbException e) {
                throw invalidToken();
            }
        }
    }

    private static DynamoDbException invalidToken() {
        return DynamoDbException.validation("Invalid NextToken");
    }

    ObjectNode page(Statement.Select statement, ObjectNode request, Consumption consumption) {
        Table table = database.table(statement.table());
        KeySchema schema = statement.index()
                .map(name -> table.index(name).map(Index::key).orElseThrow(() -> DynamoDbException.validation(
                        "The table does not have the specified index: " + name)))
                .orElse(table.key());
        List<KeyCondition> partitions = statement.where()
                .map(where -> WhereKey.partitions(schema, where))
                .orElse(List.of());
        checkOrder(statement, schema, partitions);
        Next next = Next.of(request.path("NextToken").asText(""));
        int last = Math.max(partitions.size(), 1) - 1;
        if (next.partition() < 0 || next.partition() > last) {
            throw invalidToken();
        }
        int limit = request.path("Limit").asInt(Integer.MAX_VALUE);

        ObjectNode answer = request.objectNode();
        ArrayNode items = answer.putArray("Items");
        for (int at = next.partition(); at <= last; at++) {
            ObjectNode part = request.objectNode().put("TableName", table.name()).put("Limit", limit);
            part.put("ConsistentRead", request.path("ConsistentRead").asBoolean());
            statement.index().ifPresent(name -> part.put("IndexName", name));
            Select select = new Select(
                    partitions.isEmpty() ? Optional.empty() : Optional.of(partitions.get(at)),
                    statement.descending(),
                    statement.where(),
                    projection(statement),
                    at == next.partition() ? next.start() : Optional.empty());
            ObjectNode page = selects.page(select, part, consumption);
            items.addAll((ArrayNode) page.get("Items"));
            limit -= page.get("ScannedCount").asInt();
            if (page.has("LastEvaluatedKey")) {
                Map<String, AttributeValue> position = ValueJson.readItem(page.get("LastEvaluatedKey"));
                answer.put("NextToken", new Next(at, Optional.of(position)).token());
                break;
            }
            if (limit <= 0 && at < last) {
                answer.put("NextToken", new Next(at + 1, Optional.empty()).token());
                break;
            }
        }
        return answer;
    }

    private static void checkOrder(Statement.Select statement, KeySchema schema, List<KeyCondition> partitions) {
        if (!statement.order().isEmpty()) {
            if (partitions.isEmpty()) {
                throw DynamoDbException.validation(
                        "Must have WHERE clause in the statement when using ORDER BY clause.");
            }
            for (String name : statement.order()) {
                if (!schema.names().contains(name)) {
                    throw DynamoDbException.validation(
                            "Variable reference " + name + " in ORDER BY clause must be part of the primary key");
                }
            }
        }
    }

    private static Optional<Projection> projection(Statement.Select statement) {
        return statement.paths().isEmpty() ? Optional.empty() : Optional.of(new Projection(statement.paths()));
    }

    /// One item by its whole key, for a batch.
    Optional<Map<String, AttributeValue>> item(
            Statement.Select statement, ObjectNode request, Consumption consumption) {
        Table table = database.table(statement.table());
        WhereKey.whole(table, where(statement));
        JsonNode items = page(statement, request, consumption).get("Items");
        return items.isEmpty() ? Optional.empty() : Optional.of(ValueJson.readItem(items.get(0)));
    }

    private static Condition where(Statement.Select statement) {
        if (statement.index().isPresent()) {
            throw DynamoDbException
                    .validation("Select statements within a batch or a transaction cannot read an index.");
        }
        return statement.where().orElseThrow(() -> DynamoDbException.validation(
                "Select statements within a batch or a transaction must specify the primary key in the where clause."));
    }

    /// Items by their whole keys, as they are at one moment.
    ArrayNode transaction(List<Statement> statements, Transactions transactions, Consumption consumption) {
        List<Table> tables = new ArrayList<>();
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (Statement statement : statements) {
            tables.add(database.table(statement.table()));
            keys.add(WhereKey.whole(tables.getLast(), where((Statement.Select) statement)));
        }
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        List<Map<String, AttributeValue>> items = transactions.read(tables, keys, consumption);
        for (int i = 0; i < items.size(); i++) {
            Statement.Select select = (Statement.Select) statements.get(i);
            Map<String, AttributeValue> item = items.get(i);
            ObjectNode response = responses.addObject();
            if (item != null && where(select).test(item)) {
                response.set("Item", ValueJson.write(projection(select).map(each -> each.of(item)).orElse(item)));
            }
        }
        return responses;
    }
}
