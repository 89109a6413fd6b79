package dev.stampede.local.simulation;

import dev.stampede.local.simulation.Table.Write;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// TransactWriteItems. A transaction holds its items for some milliseconds; who comes for one of them meanwhile is
/// refused, with the reasons by item in the order of the actions.
final class Transactions {

    private static final int MAX_ACTIONS = 100;
    private static final CancellationReason NONE = CancellationReason.builder().code("None").build();

    /// Either a put or an update.
    private record Action(Table table, String key, Put put, Update update) {

        boolean isContended() {
            return table.isLocked(key);
        }

        Map<String, AttributeValue> after(Tables tables) {
            return put != null
                    ? put.item()
                    : tables.updated(update.updateExpression(), table.get(key), update.key(),
                            update.expressionAttributeNames(), update.expressionAttributeValues());
        }

        boolean holds(Tables tables) {
            return put != null
                    ? tables.holds(put.conditionExpression(), table.get(key),
                            put.expressionAttributeNames(), put.expressionAttributeValues())
                    : tables.holds(update.conditionExpression(), table.get(key),
                            update.expressionAttributeNames(), update.expressionAttributeValues());
        }

        CancellationReason failed() {
            ReturnValuesOnConditionCheckFailure wanted = put != null
                    ? put.returnValuesOnConditionCheckFailure()
                    : update.returnValuesOnConditionCheckFailure();
            Map<String, AttributeValue> item = table.get(key);
            var reason = CancellationReason.builder().code("ConditionalCheckFailed");
            if (item != null && wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
                reason.item(item);
            }
            return reason.build();
        }
    }

    private final Tables tables;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Dice dice;

    Transactions(Tables tables, Scheduler scheduler, Faults faults, Dice dice) {
        this.tables = tables;
        this.scheduler = scheduler;
        this.faults = faults;
        this.dice = dice;
    }

    void write(List<TransactWriteItem> items) {
        List<Action> actions = items.stream().map(this::action).toList();
        Set<String> distinct = new HashSet<>();
        actions.forEach(action -> distinct.add(action.table().name() + "|" + action.key()));
        if (distinct.size() < actions.size() || actions.size() > MAX_ACTIONS) {
            throw AwsErrors.invalid("a transaction names each of at most " + MAX_ACTIONS + " items once");
        }
        BitSet contended = new BitSet();
        for (int place = 0; place < actions.size(); place++) {
            contended.set(place, actions.get(place).isContended());
        }
        String why = "TransactionConflict";
        if (faults.strikes(Fault.CONFLICT)) {
            contended.set(dice.below(actions.size()));
        } else if (faults.strikes(Fault.THROTTLE)) {
            why = "ThrottlingError";
            contended.set(dice.below(actions.size()));
        }
        if (contended.isEmpty()) {
            hold(actions);
        } else {
            cancel(actions, contended, why);
        }
    }

    private void hold(List<Action> actions) {
        actions.forEach(action -> action.table().lock(action.key(), scheduler.current()));
        try {
            scheduler.pause(dice.between(1L, 12L));
            if (actions.stream().allMatch(action -> action.holds(tables))) {
                commit(actions);
            } else {
                cancel(actions, new BitSet(), "");
            }
        } finally {
            actions.forEach(action -> action.table().unlock(action.key()));
        }
    }

    private void commit(List<Action> actions) {
        List<Map<String, AttributeValue>> after = actions.stream().map(action -> action.after(tables)).toList();
        List<Write> writes = new ArrayList<>();
        for (int place = 0; place < actions.size(); place++) {
            Action action = actions.get(place);
            writes.add(action.table().put(action.key(), after.get(place), scheduler.now()));
        }
        tables.committed(writes);
    }

    private void cancel(List<Action> actions, BitSet contended, String why) {
        if (!contended.isEmpty()) {
            scheduler.current().disturb();
        }
        List<CancellationReason> reasons = new ArrayList<>();
        for (int place = 0; place < actions.size(); place++) {
            Action action = actions.get(place);
            reasons.add(contended.get(place)
                    ? CancellationReason.builder().code(why).build()
                    : action.holds(tables) ? NONE : action.failed());
        }
        throw AwsErrors.cancelled(reasons);
    }

    private Action action(TransactWriteItem item) {
        if (item.put() != null) {
            Table table = tables.named(item.put().tableName());
            return new Action(table, table.key(item.put().item()), item.put(), null);
        }
        if (item.update() != null) {
            Table table = tables.named(item.update().tableName());
            return new Action(table, table.key(item.update().key()), null, item.update());
        }
        throw new IllegalArgumentException("the simulated table does not know the action: " + item);
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
