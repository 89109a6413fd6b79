package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.item.Transactions.Action;
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
import java.util.function.Supplier;

/// TransactWriteItems.
final class TransactWriteItems implements Operation {

    private final Database database;
    private final Transactions transactions;
    private final ClientTokens tokens;

    TransactWriteItems(Database database, Transactions transactions, ClientTokens tokens) {
        this.database = database;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        List<Supplier<Action>> read = new ArrayList<>();
        for (JsonNode item : request.get("TransactItems")) {
            read.add(read(item));
        }
        List<Action> actions = checked(read);
        ObjectNode answer = request.objectNode();
        tokens.once(request, "TransactItems", consumption, also -> transactions.write(actions, consumption, also));
        sayCollections(answer, request, actions);
        consumption.sayAllIn(answer, request, true);
        return answer;
    }

    /// What is wrong with an action by itself refuses the request; what is wrong with it for its table cancels the
    /// transaction.
    private static List<Action> checked(List<Supplier<Action>> read) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            try {
                actions.add(read.get(i).get());
            } catch (DynamoDbException e) {
                if (!e.code().equals("ValidationException")) {
                    throw e;
                }
                throw Reason.cancelledAt(i, read.size(), e.getMessage());
            }
        }
        return actions;
    }

    /// Reads an action; what is handed back checks it against its table.
    private Supplier<Action> read(JsonNode item) {
        List<String> kinds = item.properties().stream()
                .filter(each -> !each.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        if (kinds.size() != 1) {
            throw DynamoDbException.validation(
                    "TransactItems can only contain one of Check, Put, Update or Delete");
        }
        ObjectNode action = (ObjectNode) item.get(kinds.getFirst());
        boolean showOld = action.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
        Supplier<ItemWrite> write = switch (kinds.getFirst()) {
            case "Put" -> put(action);
            case "Update" -> update(action);
            case "Delete" -> delete(action);
            case "ConditionCheck" -> check(action);
            default -> throw DynamoDbException.validation(
                    "TransactItems can only contain one of Check, Put, Update or Delete");
        };
        return () -> new Action(write.get(), showOld, false);
    }

    private Supplier<ItemWrite> put(ObjectNode action) {
        Expressions.requireUse(action, "ConditionExpression");
        Map<String, AttributeValue> item = ValueJson.readItem(action.get("Item"));
        if (Sizes.of(item) > ItemWrite.LARGEST) {
            throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
        }
        Optional<Condition> condition = condition(action);
        return () -> ItemWrite.put(table(action), item, condition);
    }

    private Supplier<ItemWrite> update(ObjectNode action) {
        Expressions.requireUse(action, "UpdateExpression", "ConditionExpression");
        Map<String, AttributeValue> key = ValueJson.readItem(action.get("Key"));
        Expressions expressions = Expressions.of(action, "UpdateExpression", "ConditionExpression");
        Optional<Update> update = expressions.update();
        Optional<Condition> condition = expressions.condition("ConditionExpression");
        expressions.requireAllUsed();
        return () -> {
            Table table = table(action);
            return ItemWrite.update(table, Keys.checked(table, key), update, condition);
        };
    }

    private Supplier<ItemWrite> delete(ObjectNode action) {
        Expressions.requireUse(action, "ConditionExpression");
        Map<String, AttributeValue> key = ValueJson.readItem(action.get("Key"));
        Optional<Condition> condition = condition(action);
        return () -> {
            Table table = table(action);
            return ItemWrite.delete(table, Keys.checked(table, key), condition);
        };
    }

    private Supplier<ItemWrite> check(ObjectNode action) {
        Expressions.requireUse(action, "ConditionExpression");
        Map<String, AttributeValue> key = ValueJson.readItem(action.get("Key"));
        Condition condition = condition(action).orElseThrow(() -> DynamoDbException.validation(
                "The ConditionExpression parameter is required in a ConditionCheck"));
        return () -> {
            Table table = table(action);
            return ItemWrite.check(table, Keys.checked(table, key), condition);
        };
    }

    private Table table(JsonNode action) {
        return database.table(action.get("TableName").asText());
    }

    private static Optional<Condition> condition(JsonNode action) {
        Expressions expressions = Expressions.of(action, "ConditionExpression");
        Optional<Condition> condition = expressions.condition("ConditionExpression");
        expressions.requireAllUsed();
        return condition;
    }

    private static void sayCollections(ObjectNode answer, ObjectNode request, List<Action> actions) {
        if (!ItemCollections.asks(request)) {
            return;
        }
        ObjectNode metrics = request.objectNode();
        for (Action action : actions) {
            Table table = action.write().table();
            if (ItemCollections.hasCollections(table)) {
                metrics.withArray(table.name())
                        .add(ItemCollections.metrics(request.objectNode(), table, action.write().key()));
            }
        }
        if (!metrics.isEmpty()) {
            answer.set("ItemCollectionMetrics", metrics);
        }
    }
}
