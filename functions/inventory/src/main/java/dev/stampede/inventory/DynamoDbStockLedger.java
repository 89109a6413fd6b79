package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.inventory.StockLedger.Outcome.Unanswered;
import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Refused;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
        return switch (Transaction.write(dynamoDb, actions(movements))) {
            case Transaction.Outcome.Committed _ -> new Moved();
            case Refused refused -> outcome(movements, refused);
            case Transaction.Outcome.Busy _ -> new Busy();
            case Transaction.Outcome.Unanswered _ -> new Unanswered();
            case Transaction.Outcome.Impossible(String why, _) -> new Impossible(why);
        };
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
    private static Outcome outcome(List<Movement> movements, Refused refused) {
        Map<String, Order> current = new HashMap<>();
        for (int i = 0; i < movements.size(); i++) {
            String orderId = movements.get(i).orderId();
            // Without an item there is no such order, which is not the same as one that has moved on.
            refused.found(i).ifPresent(item -> current.put(orderId, OrdersTable.fromItem(item)));
        }
        if (!current.isEmpty()) {
            return new Stale(current);
        }
        return refused.isContended() ? new Busy() : new Impossible("ConditionalCheckFailed");
    }
}
