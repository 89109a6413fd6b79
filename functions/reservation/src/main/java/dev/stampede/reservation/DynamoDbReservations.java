package dev.stampede.reservation;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.lambda.Transaction;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Stock;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.PurchaseLimitsTable;
import dev.stampede.model.table.StockTable;
import dev.stampede.reservation.Fold.PlacedAt;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.reservation.Reservations.Outcome.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Reservations as transactions over the Orders, Stock and PurchaseLimits tables. The SDK gives each call its own
/// request token, so that its own repetition of a call whose answer was lost is the same transaction; past that,
/// `attribute_not_exists` tells an order that is recorded already.
public final class DynamoDbReservations implements Reservations {

    private final DynamoDbClient dynamoDb;
    private final BatchRead batchRead;
    private final DynamoDbRejectedOrders rejectedOrders;
    private final String ordersTable;
    private final String stockTable;
    private final String limitsTable;

    public DynamoDbReservations(DynamoDbClient dynamoDb, String ordersTable, String stockTable, String limitsTable) {
        this.dynamoDb = dynamoDb;
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), true);
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.limitsTable = Objects.requireNonNull(limitsTable, "limitsTable");
        this.rejectedOrders = new DynamoDbRejectedOrders(dynamoDb, ordersTable);
    }

    @Override
    public Map<String, Stock> stock(Collection<String> skus) {
        Map<String, Stock> stock = new HashMap<>();
        batchRead.read(
                skus.stream().map(sku -> new BatchRead.Key(stockTable, StockTable.key(sku))).toList(),
                Map.of(stockTable, item -> {
                    Stock read = StockTable.fromItem(item);
                    stock.put(read.sku(), read);
                }));
        return stock;
    }

    @Override
    public Outcome reserve(Fold fold, Instant at, Duration hold) {
        List<TransactWriteItem> actions = new ArrayList<>();
        fold.orders().forEach(order -> actions.add(put(Order.reserved(order, at, hold))));
        Map<String, PlacedAt> placedAt = fold.placedAt();
        fold.moves().forEach((sku, move) -> {
            PlacedAt placed = Objects.requireNonNull(placedAt.get(sku), sku);
            actions.add(StockTable.reserve(move, placed.first(), placed.last()).action(stockTable));
        });
        fold.counts().forEach((counter, count) -> actions
                .add(PurchaseLimitsTable.take(counter, count.units(), count.limit()).action(limitsTable)));
        return switch (Transaction.write(dynamoDb, actions)) {
            case Transaction.Outcome.Committed _ -> new Reserved();
            case Transaction.Outcome.Refused refused -> refusal(fold, refused);
            case Transaction.Outcome.Busy _ -> new Busy();
            case Transaction.Outcome.Unanswered _ -> new Unanswered();
            case Transaction.Outcome.Impossible(String why, _) -> new Impossible(why);
        };
    }

    @Override
    public Set<String> reject(List<Order> rejected) {
        return rejectedOrders.insert(rejected);
    }

    private TransactWriteItem put(Order order) {
        return TransactWriteItem.builder()
                .put(put -> put
                        .tableName(ordersTable)
                        .item(OrdersTable.toItem(order))
                        .conditionExpression("attribute_not_exists(" + OrdersTable.KEY + ")"))
                .build();
    }

    /// The actions come in this order: first the orders, then the SKUs, then the counters.
    private static Refused refusal(Fold fold, Transaction.Outcome.Refused refused) {
        Set<String> recorded = new HashSet<>();
        Map<String, Stock> stock = new HashMap<>();
        Map<String, Long> bought = new HashMap<>();
        int action = 0;
        for (PlacedOrder order : fold.orders()) {
            if (refused.isFailed(action++)) {
                recorded.add(order.orderId());
            }
        }
        for (String sku : fold.moves().keySet()) {
            if (refused.isFailed(action)) {
                stock.put(sku, refused.found(action).map(StockTable::fromItem).orElseGet(() -> Stock.of(sku, 0)));
            }
            action++;
        }
        for (String counter : fold.counts().keySet()) {
            // Units within the limit are refused only where there is a count.
            refused.found(action++).map(PurchaseLimitsTable::bought).ifPresent(count -> bought.put(counter, count));
        }
        return new Refused(recorded, stock, bought);
    }
}
