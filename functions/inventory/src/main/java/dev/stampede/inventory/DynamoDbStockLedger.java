package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.inventory.StockLedger.Outcome.Unanswered;
import dev.stampede.lambda.Cancellation;
import dev.stampede.lambda.PassingFailure;
import dev.stampede.model.Order;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.table.OrderWrites;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

public final class DynamoDbStockLedger implements StockLedger {

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final String stockTable;
    private final String purchaseLimitsTable;

    public DynamoDbStockLedger(
            DynamoDbClient dynamoDb, String ordersTable, String stockTable, String purchaseLimitsTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.purchaseLimitsTable = Objects.requireNonNull(purchaseLimitsTable, "purchaseLimitsTable");
    }

    @Override
    public Outcome move(List<Movement> movements) {
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions(movements)));
            return new Moved();
        } catch (TransactionCanceledException e) {
            return outcome(movements, e.cancellationReasons());
        } catch (SdkException e) {
            if (PassingFailure.isBusy(e)) {
                return new Busy();
            }
            if (PassingFailure.isUnanswered(e)) {
                return new Unanswered();
            }
            // The whole transaction is refused for one part of it.
            if (e instanceof DynamoDbException refused
                    && "ValidationException".equals(refused.awsErrorDetails().errorCode())) {
                return new Impossible("ValidationException");
            }
            throw e;
        }
    }

    /// The marks come first, so that the reasons of a cancelled transaction begin with theirs.
    private List<TransactWriteItem> actions(List<Movement> movements) {
        List<TransactWriteItem> actions = new ArrayList<>();
        movements.forEach(movement -> actions.add(mark(movement).action(ordersTable)));
        Movement any = movements.getFirst();
        Fold.units(movements).values().forEach(units -> StockTable.move(units, any.from(), any.to())
                .ifPresent(update -> actions.add(update.action(stockTable))));
        Fold.limits(movements).forEach((counter, units) -> actions.add(PurchaseLimitsTable.release(counter, units)
                .action(purchaseLimitsTable)));
        return actions;
    }

    private static ConditionalUpdate mark(Movement movement) {
        Order seen = movement.seen();
        return movement.acknowledges()
                ? OrderWrites.stockMovedAcknowledging(seen, movement.to())
                : OrderWrites.stockMoved(seen.orderId(), seen.status(), movement.from(), movement.to());
    }

    /// A failed condition of stock or limits counts only where every order was as it was seen and nobody was writing:
    /// else another worker may have moved the same units.
    private static Outcome outcome(List<Movement> movements, List<CancellationReason> reasons) {
        Map<String, Order> current = new HashMap<>();
        for (int i = 0; i < movements.size(); i++) {
            CancellationReason reason = reasons.get(i);
            // Without an item there is no such order, which is not the same as one that has moved on.
            if (Cancellation.isFailedCondition(reason) && reason.hasItem()) {
                current.put(movements.get(i).orderId(), OrdersTable.fromItem(reason.item()));
            }
        }
        if (!current.isEmpty()) {
            return new Stale(current);
        }
        if (reasons.stream().anyMatch(Cancellation::isPassing)) {
            return new Busy();
        }
        return new Impossible(reasons.stream()
                .map(CancellationReason::code)
                .distinct()
                .collect(Collectors.joining(",")));
    }
}
