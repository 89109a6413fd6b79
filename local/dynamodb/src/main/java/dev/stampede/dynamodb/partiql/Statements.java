package dev.stampede.dynamodb.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expression.Action;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.item.ItemOperations;
import dev.stampede.dynamodb.item.ItemWrite;
import dev.stampede.dynamodb.item.Reason;
import dev.stampede.dynamodb.item.SingleWrites.Written;
import dev.stampede.dynamodb.item.Transactions;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.partiql.Statement.Returning;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ExecuteStatement, BatchExecuteStatement and ExecuteTransaction.
public final class Statements {

    private static final int MOST_IN_A_BATCH = 25;
    private static final String DUPLICATE = "DuplicateItemException";

    private final Database database;
    private final ItemOperations items;
    private final Selecting selecting;

    public Statements(Database database, ItemOperations items) {
        this.database = database;
        this.items = items;
        this.selecting = new Selecting(database, items.selects());
    }

    public void addTo(Map<String, Operation> operations) {
        operations.put("ExecuteStatement", this::one);
        operations.put("BatchExecuteStatement", this::batch);
        operations.put("ExecuteTransaction", this::transaction);
    }

    private static Statement parse(JsonNode request) {
        List<AttributeValue> parameters = new ArrayList<>();
        request.path("Parameters").forEach(each -> parameters.add(ValueJson.read(each)));
        return StatementParser.parse(request.get("Statement").asText(), parameters);
    }

    private ObjectNode one(ObjectNode request, Consumption consumption) {
        Statement statement = parse(request);
        ObjectNode answer = statement instanceof Statement.Select select
                ? selecting.page(select, request, consumption)
                : written(statement, request, consumption);
        consumption.sayIn(answer, request, statement.table());
        return answer;
    }

    private ObjectNode written(Statement statement, ObjectNode request, Consumption consumption) {
        if (statement instanceof Statement.Exists) {
            throw Token.refused("EXISTS is a part of transactions only");
        }
        boolean showOld = request.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
        ArrayNode returned = request.arrayNode();
        Map<String, AttributeValue> item = write(statement, showOld, consumption);
        if (!item.isEmpty()) {
            returned.add(ValueJson.write(item));
        }
        ObjectNode answer = request.objectNode();
        answer.set("Items", returned);
        return answer;
    }

    /// @return what the statement wants returned
    private Map<String, AttributeValue> write(Statement statement, boolean showOld, Consumption consumption) {
        ItemWrite write = write(statement);
        Written written;
        try {
            written = items.writes().write(write, showOld, consumption);
        } catch (DynamoDbException e) {
            throw statement instanceof Statement.Insert && e.code().equals("ConditionalCheckFailedException")
                    ? new DynamoDbException(DUPLICATE, 400, "Duplicate primary key exists in table", e.members())
                    : e;
        }
        return switch (statement) {
            case Statement.Change change -> returned(change.returning(), written, change.update());
            case Statement.Delete delete -> delete.returning() == Returning.NOTHING ? Map.of() : orNone(written.before());
            case Statement.Insert _, Statement.Exists _, Statement.Select _ -> Map.of();
        };
    }

    private static Map<String, AttributeValue> returned(Returning returning, Written written, Update update) {
        return switch (returning) {
            case NOTHING -> Map.of();
            case ALL_OLD -> orNone(written.before());
            case ALL_NEW -> orNone(written.after());
            case MODIFIED_OLD -> update.touched(orNone(written.before()));
            case MODIFIED_NEW -> update.touched(orNone(written.after()));
        };
    }

    private static Map<String, AttributeValue> orNone(Map<String, AttributeValue> item) {
        return item == null ? Map.of() : item;
    }

    private ItemWrite write(Statement statement) {
        Table table = database.table(statement.table());
        return switch (statement) {
            case Statement.Insert(_, var item) -> {
                if (Sizes.of(item) > ItemWrite.LARGEST) {
                    throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
                }
                yield ItemWrite.put(table, item, Optional.of(
                        new Condition.NotExists(Path.of(table.key().hash().name()))));
            }
            case Statement.Change(_, Update update, Condition where, _) -> {
                if (!update.actions().stream().allMatch(Statements::isSound)) {
                    throw Token.refused("set_add and set_delete want a set");
                }
                yield ItemWrite.update(table, WhereKey.whole(table, where), Optional.of(update), Optional.of(where));
            }
            case Statement.Delete(_, Condition where, _) ->
                    ItemWrite.delete(table, WhereKey.whole(table, where), WhereKey.rest(table, where));
            case Statement.Exists(_, Condition where) ->
                    ItemWrite.check(table, WhereKey.whole(table, where), where);
            case Statement.Select _ -> throw new IllegalArgumentException("a selection writes nothing");
        };
    }

    /// `set_add` and `set_delete` want sets, which parameters may be as well.
    private static boolean isSound(Action action) {
        return switch (action) {
            case Action.Add(_, AttributeValue added, _) -> isSet(added);
            case Action.Delete(_, AttributeValue deleted, _) -> isSet(deleted);
            case Action.Set _, Action.Remove _ -> true;
        };
    }

    private static boolean isSet(AttributeValue value) {
        return value instanceof SS || value instanceof NS || value instanceof BS;
    }

    /// Each statement by itself; one that fails does not touch the others.
    private ObjectNode batch(ObjectNode request, Consumption consumption) {
        JsonNode statements = request.get("Statements");
        if (statements.size() > MOST_IN_A_BATCH) {
            throw DynamoDbException.validation("Member must have length less than or equal to 25");
        }
        ObjectNode answer = request.objectNode();
        ArrayNode responses = answer.putArray("Responses");
        List<Parsed> all = statements.valueStream().map(Statements::parsed).toList();
        if (all.stream().filter(Parsed::isWhole).map(each -> each.statement().reads()).distinct().count() > 1) {
            throw DynamoDbException.validation("Batch statements must be either all reads or all writes");
        }
        for (int i = 0; i < all.size(); i++) {
            ObjectNode response = responses.addObject();
            Statement statement = all.get(i).statement();
            if (!all.get(i).isWhole()) {
                error(response, all.get(i).refusal());
                continue;
            }
            response.put("TableName", statement.table());
            try {
                run(statement, (ObjectNode) statements.get(i), response, consumption);
            } catch (DynamoDbException e) {
                error(response, e);
            }
        }
        consumption.sayAllIn(answer, request, false);
        return answer;
    }

    /// @param statement null when it was refused
    private record Parsed(Statement statement, DynamoDbException refusal) {
        boolean isWhole() {
            return statement != null;
        }
    }

    private static Parsed parsed(JsonNode request) {
        try {
            return new Parsed(parse(request), null);
        } catch (DynamoDbException e) {
            return new Parsed(null, e);
        }
    }

    private void run(Statement statement, ObjectNode request, ObjectNode response, Consumption consumption) {
        Optional<Map<String, AttributeValue>> item = switch (statement) {
            case Statement.Select select -> selecting.item(select, request, consumption);
            case Statement.Insert _, Statement.Change _, Statement.Delete _ -> {
                boolean showOld = request.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
                yield Optional.of(write(statement, showOld, consumption)).filter(each -> !each.isEmpty());
            }
            case Statement.Exists _ -> throw Token.refused("EXISTS is a part of transactions only");
        };
        item.ifPresent(each -> response.set("Item", ValueJson.write(each)));
    }

    private static void error(ObjectNode response, DynamoDbException e) {
        ObjectNode error = response.putObject("Error")
                .put("Code", switch (e.code()) {
                    case "ValidationException" -> "ValidationError";
                    case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
                    case DUPLICATE -> "DuplicateItem";
                    case "ResourceNotFoundException" -> "ResourceNotFound";
                    case "TransactionConflictException" -> "TransactionConflict";
                    case "ProvisionedThroughputExceededException" -> "ProvisionedThroughputExceeded";
                    default -> e.code().replaceFirst("Exception$", "");
                })
                .put("Message", e.getMessage());
        Optional.ofNullable(e.members().get("Item")).ifPresent(item -> error.set("Item", item));
    }

    private ObjectNode transaction(ObjectNode request, Consumption consumption) {
        List<Statement> statements = new ArrayList<>();
        request.get("TransactStatements").forEach(each -> statements.add(parse(each)));
        long reads = statements.stream().filter(Statement::reads).count();
        if (reads != 0 && reads != statements.size()) {
            throw DynamoDbException.validation("Transact statements must be either all reads or all writes");
        }
        ObjectNode answer = request.objectNode();
        if (reads > 0) {
            answer.set("Responses", selecting.transaction(statements, items.transactions(), consumption));
        } else {
            List<Transactions.Action> actions = actions(statements, request.get("TransactStatements"));
            items.tokens().once(request, "TransactStatements", consumption,
                    also -> items.transactions().write(actions, consumption, also));
            answer.putArray("Responses");
        }
        consumption.sayAllIn(answer, request, true);
        return answer;
    }

    private List<Transactions.Action> actions(List<Statement> statements, JsonNode requests) {
        List<Transactions.Action> actions = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            try {
                boolean showOld = requests.get(i)
                        .path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
                Statement statement = statements.get(i);
                actions.add(new Transactions.Action(write(statement), showOld, statement instanceof Statement.Insert));
            } catch (DynamoDbException e) {
                if (!e.code().equals("ValidationException")) {
                    throw e;
                }
                throw Reason.cancelledAt(i, statements.size(), e.getMessage());
            }
        }
        return actions;
    }
}
