package dev.stampede.reservation;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.lambda.Cancellation;
import dev.stampede.lambda.PassingFailure;
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
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions));
            return new Reserved();
        } catch (TransactionCanceledException e) {
            return outcome(fold, e.cancellationReasons());
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

    /// The reasons stand in the order of the actions: first the orders, then the SKUs, then the counters.
    private static Outcome outcome(Fold fold, List<CancellationReason> reasons) {
        List<String> orderIds = fold.orders().stream().map(PlacedOrder::orderId).toList();
        List<String> skus = List.copyOf(fold.moves().keySet());
        List<String> counters = List.copyOf(fold.counts().keySet());
        Set<String> recorded = new HashSet<>();
        Map<String, Stock> stock = new HashMap<>();
        Map<String, Long> bought = new HashMap<>();
        for (int i = 0; i < reasons.size(); i++) {
            CancellationReason reason = reasons.get(i);
            int sku = i - orderIds.size();
            int counter = sku - skus.size();
            if (!Cancellation.isFailedCondition(reason)) {
                continue;
            }
            if (sku < 0) {
                recorded.add(orderIds.get(i));
            } else if (counter < 0) {
                Stock none = Stock.of(skus.get(sku), 0);
                stock.put(none.sku(), reason.hasItem() ? StockTable.fromItem(reason.item()) : none);
            } else {
                // Units within the limit are refused only where there is a count.
                bought.put(counters.get(counter), PurchaseLimitsTable.bought(reason.item()));
            }
        }
        if (!recorded.isEmpty() || !stock.isEmpty() || !bought.isEmpty()) {
            return new Refused(recorded, stock, bought);
        }
        return reasons.stream().anyMatch(Cancellation::isPassing)
                ? new Busy()
                : new Impossible(
                        reasons.stream().map(CancellationReason::code).distinct().collect(Collectors.joining(",")));
    }
}
