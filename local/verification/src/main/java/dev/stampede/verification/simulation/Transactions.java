package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// What transactions go through: the engine's own hold their items for some milliseconds, in which others come for
/// them, and now and then one meets somebody who is not a part of the shop.
final class Transactions {

    private static final String TRANSACT = "TransactWriteItems";
    private static final String CONFLICT = "TransactionConflict";

    private final Tables tables;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;

    Transactions(Tables tables, Scheduler scheduler, Faults faults, Dice dice) {
        this.tables = tables;
        this.scheduler = scheduler;
        this.faults = faults;
        this.dice = dice;
        tables.whileHeld(() -> scheduler.pause(dice.between(1L, 12L)));
    }

    void write(TransactWriteItemsRequest request) {
        List<TransactWriteItem> actions = request.transactItems();
        try {
            if (faults.strikes(Fault.CONFLICT)) {
                besideStranger(actions.get(dice.below(actions.size())), ItemJson.request(request), CONFLICT);
            } else if (faults.strikes(Fault.THROTTLE)) {
                besideStranger(actions.get(dice.below(actions.size())), ItemJson.request(request), "ThrottlingError");
            } else {
                send(ItemJson.request(request), CONFLICT);
            }
        } catch (DynamoDbException e) {
            throw AwsErrors.of(e);
        }
    }

    /// The transaction comes while a stranger's is at one of its items, so that the engine itself cancels it.
    private void besideStranger(TransactWriteItem action, ObjectNode request, String why) {
        boolean[] sent = {false};
        Runnable usual = tables.whileHeld(() -> {});
        tables.whileHeld(() -> {
            tables.whileHeld(usual);
            sent[0] = true;
            send(request, why);
        });
        try {
            tables.read(TRANSACT, look(action));
        } catch (DynamoDbException e) {
            if (sent[0]) {
                throw e;
            }
        } finally {
            tables.whileHeld(usual);
        }
        if (!sent[0]) {
            // Another transaction of the shop was at the item already.
            send(request, why);
        }
    }

    /// A transaction that changes nothing.
    private ObjectNode look(TransactWriteItem action) {
        Table table = table(action);
        Map<String, AttributeValue> key =
                table.keyItem(action.put() == null ? action.update().key() : action.put().item());
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putArray("TransactItems").addObject().putObject("ConditionCheck")
                .put("TableName", table.name())
                .put("ConditionExpression", "attribute_not_exists(strangers)")
                .set("Key", ItemJson.json(key));
        return request;
    }

    private Table table(TransactWriteItem action) {
        return tables.named(action.put() == null ? action.update().tableName() : action.put().tableName());
    }

    /// @param why what a conflict is called
    private void send(ObjectNode request, String why) {
        try {
            tables.write(TRANSACT, request);
        } catch (DynamoDbException e) {
            List<CancellationReason> reasons = AwsErrors.reasons(e);
            if (reasons.stream().noneMatch(reason -> reason.code().equals(CONFLICT))) {
                throw e;
            }
            scheduler.current().disturb();
            throw AwsErrors.cancelled(reasons.stream()
                    .map(reason -> reason.code().equals(CONFLICT) ? reason.toBuilder().code(why).build() : reason)
                    .toList());
        }
    }

    static String name(TransactWriteItemsRequest request) {
        return request.transactItems().stream()
                .map(item -> item.put() != null ? "+" + item.put().tableName() : item.update().tableName())
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()))
                .entrySet().stream()
                .map(each -> each.getKey() + "x" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
