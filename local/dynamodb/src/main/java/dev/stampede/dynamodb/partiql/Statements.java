package dev.stampede.dynamodb.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.item.ItemOperations;
import dev.stampede.dynamodb.item.Reason;
import dev.stampede.dynamodb.item.Transactions.Action;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// ExecuteStatement, BatchExecuteStatement and ExecuteTransaction.
public final class Statements {

    private static final int MOST_IN_A_BATCH = 25;

    private final ItemOperations items;
    private final Selecting selecting;
    private final Writing writing;

    public Statements(Database database, ItemOperations items) {
        this.items = items;
        this.selecting = new Selecting(database, items.selects());
        this.writing = new Writing(database, items.writes());
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
        Map<String, AttributeValue> item = writing.run(statement, showOld, consumption);
        if (!item.isEmpty()) {
            returned.add(ValueJson.write(item));
        }
        ObjectNode answer = request.objectNode();
        answer.set("Items", returned);
        return answer;
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
        Stream<Statement> whole =
                all.stream().flatMap(each -> each instanceof Whole(var it) ? Stream.of(it) : Stream.of());
        if (whole.map(Statement::reads).distinct().count() > 1) {
            throw DynamoDbException.validation("Batch statements must be either all reads or all writes");
        }
        for (int i = 0; i < all.size(); i++) {
            ObjectNode response = responses.addObject();
            switch (all.get(i)) {
                case Refused(var refusal) -> error(response, refusal);
                case Whole(var statement) -> {
                    response.put("TableName", statement.table());
                    try {
                        run(statement, (ObjectNode) statements.get(i), response, consumption);
                    } catch (DynamoDbException e) {
                        error(response, e);
                    }
                }
            }
        }
        consumption.sayAllIn(answer, request, false);
        return answer;
    }

    private sealed interface Parsed {}

    private record Whole(Statement statement) implements Parsed {}

    private record Refused(DynamoDbException refusal) implements Parsed {}

    private static Parsed parsed(JsonNode request) {
        try {
            return new Whole(parse(request));
        } catch (DynamoDbException e) {
            return new Refused(e);
        }
    }

    private void run(Statement statement, ObjectNode request, ObjectNode response, Consumption consumption) {
        Optional<Map<String, AttributeValue>> item = switch (statement) {
            case Statement.Select select -> selecting.item(select, request, consumption);
            case Statement.Insert _,Statement.Change _,Statement.Delete _ -> {
                boolean showOld = request.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
                yield Optional.of(writing.run(statement, showOld, consumption)).filter(each -> !each.isEmpty());
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
                    case Writing.DUPLICATE -> "DuplicateItem";
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
            List<Action> actions = actions(statements, request.get("TransactStatements"));
            items.tokens().once(request, "TransactStatements", consumption,
                    also -> items.transactions().write(actions, consumption, also));
            answer.putArray("Responses");
        }
        consumption.sayAllIn(answer, request, true);
        return answer;
    }

    private List<Action> actions(List<Statement> statements, JsonNode requests) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            try {
                boolean showOld = requests.get(i)
                        .path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
                Statement statement = statements.get(i);
                actions.add(new Action(writing.of(statement), showOld, statement instanceof Statement.Insert));
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
