package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.StockTable;
import dev.stampede.ordering.Reservations.Outcome.Busy;
import dev.stampede.ordering.Reservations.Outcome.Impossible;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// Reservations as transactions over the Orders and the Stock table. The SDK gives each call its own request token, so
/// that its own repetition of a call whose answer was lost is the same transaction; past that, `attribute_not_exists`
/// tells an order that is recorded already.
public final class DynamoDbReservations implements Reservations {

    private static final Set<String> WORTH_ANOTHER_TRY =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;
    private final DynamoDbBatchRead batchRead;
    private final DynamoDbRejectedOrders rejectedOrders;
    private final String ordersTable;
    private final String stockTable;

    public DynamoDbReservations(DynamoDbClient dynamoDb, String ordersTable, String stockTable) {
        this.dynamoDb = dynamoDb;
        this.batchRead = new DynamoDbBatchRead(dynamoDb, Backoff.fullJitter(), true);
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.rejectedOrders = new DynamoDbRejectedOrders(dynamoDb, ordersTable);
    }

    @Override
    public Map<String, Long> available(Collection<String> skus) {
        Map<String, Long> available = new HashMap<>();
        batchRead.read(
                skus.stream().map(sku -> new DynamoDbBatchRead.Key(stockTable, StockTable.key(sku))).toList(),
                Map.of(stockTable, item -> {
                    var stock = StockTable.fromItem(item);
                    available.put(stock.sku(), stock.available());
                }));
        return available;
    }

    @Override
    public Outcome reserve(Fold fold, Instant at) {
        List<TransactWriteItem> actions = new ArrayList<>();
        fold.orders().forEach(order -> actions.add(put(order, at)));
        fold.units().forEach((sku, units) -> actions.add(StockTable.reserve(sku, units).action(stockTable)));
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions));
            return new Reserved();
        } catch (TransactionCanceledException e) {
            return outcome(fold, e.cancellationReasons());
        } catch (TransactionInProgressException e) {
            return new Busy();
        } catch (DynamoDbException e) {
            if (e.isThrottlingException() || e.statusCode() >= 500) {
                return new Busy();
            }
            // The whole transaction is refused for one part of it.
            if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
                return new Impossible("ValidationException");
            }
            throw e;
        }
    }

    @Override
    public Set<String> reject(List<Order> rejected) {
        return rejectedOrders.insert(rejected);
    }

    private TransactWriteItem put(PlacedOrder order, Instant at) {
        return TransactWriteItem.builder()
                .put(put -> put
                        .tableName(ordersTable)
                        .item(OrdersTable.toItem(Order.reserved(order, at)))
                        .conditionExpression("attribute_not_exists(" + OrdersTable.KEY + ")"))
                .build();
    }

    /// The reasons stand in the order of the actions: first the orders, then the SKUs.
    private static Outcome outcome(Fold fold, List<CancellationReason> reasons) {
        List<PlacedOrder> orders = fold.orders();
        List<String> skus = List.copyOf(fold.units().keySet());
        Set<String> recorded = new HashSet<>();
        Map<String, Long> available = new HashMap<>();
        for (int i = 0; i < reasons.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if (!"ConditionalCheckFailed".equals(reason.code())) {
                continue;
            }
            if (i < orders.size()) {
                recorded.add(orders.get(i).orderId());
            } else {
                long units = reason.hasItem() ? StockTable.fromItem(reason.item()).available() : 0;
                available.put(skus.get(i - orders.size()), units);
            }
        }
        if (!recorded.isEmpty() || !available.isEmpty()) {
            return new Refused(recorded, available);
        }
        Set<String> codes = reasons.stream().map(CancellationReason::code).collect(Collectors.toSet());
        return codes.stream().anyMatch(WORTH_ANOTHER_TRY::contains)
                ? new Busy()
                : new Impossible(String.join(",", codes));
    }
}
