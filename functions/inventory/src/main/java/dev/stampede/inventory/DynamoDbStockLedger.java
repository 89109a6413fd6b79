package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.AlreadyMoved;
import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.model.StockState;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

public final class DynamoDbStockLedger implements StockLedger {

    private static final Set<String> WORTH_ANOTHER_TRY =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final String stockTable;

    public DynamoDbStockLedger(DynamoDbClient dynamoDb, String ordersTable, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Outcome move(List<Movement> movements, StockState to) {
        List<TransactWriteItem> actions = new ArrayList<>();
        movements.forEach(movement -> actions.add(
                OrdersTable.stockMoved(movement.orderId(), StockState.RESERVED, to).action(ordersTable)));
        Fold.units(movements).forEach((sku, units) -> actions.add(stockUpdate(sku, units, to).action(stockTable)));
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions));
            return new Moved();
        } catch (TransactionCanceledException e) {
            return outcome(movements, e.cancellationReasons());
        } catch (DynamoDbException e) {
            // The whole transaction is refused for one part of it; a throttle or an outage goes on to the caller.
            if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
                return new Impossible("ValidationException");
            }
            throw e;
        }
    }

    private static ConditionalUpdate stockUpdate(String sku, long units, StockState to) {
        return switch (to) {
            case SOLD -> StockTable.sell(sku, units);
            case RELEASED -> StockTable.release(sku, units);
            case NONE, RESERVED -> throw new IllegalArgumentException("no movement to " + to);
        };
    }

    /// The reasons stand in the order of the actions. A failed stock condition counts only where no order failed: the
    /// sum of units was then that of orders which are all still reserved.
    private static Outcome outcome(List<Movement> movements, List<CancellationReason> reasons) {
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < movements.size(); i++) {
            CancellationReason reason = reasons.get(i);
            // Without an item there is no such order, which is not the same as one that has moved.
            if (isFailedCondition(reason) && reason.hasItem()) {
                moved.add(movements.get(i).orderId());
            }
        }
        if (!moved.isEmpty()) {
            return new AlreadyMoved(moved);
        }
        if (reasons.stream().noneMatch(DynamoDbStockLedger::isFailedCondition)
                && reasons.stream().anyMatch(reason -> WORTH_ANOTHER_TRY.contains(reason.code()))) {
            return new Busy();
        }
        return new Impossible(reasons.stream()
                .map(CancellationReason::code)
                .distinct()
                .collect(Collectors.joining(",")));
    }

    private static boolean isFailedCondition(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
