package dev.stampede.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.inventory.StockLedger.Outcome;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.lambda.Backoff;
import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@EveryEngine
class DynamoDbStockLedgerContractTest extends StockLedgerContract {

    private static final Actor LATER =
            Actor.staff("staff@example.com", Instant.parse("2026-02-01T12:00:00Z"), Optional.empty());

    private final Tables tables;
    private final OrderTransitions orders;
    private final StockLedger ledger;

    DynamoDbStockLedgerContractTest(Engine engine) {
        Cloud cloud = engine.cloud();
        this.tables = cloud.tables();
        this.orders = new DynamoDbOrderTransitions(cloud.dynamoDb(), Cloud.ORDERS);
        this.ledger = new DynamoDbStockLedger(cloud.dynamoDb(), Cloud.ORDERS, Cloud.STOCK, Cloud.PURCHASE_LIMITS);
    }

    @Test
    void anOrderWhoseUnitsMovedIsDueNoLonger() {
        put(new Stock(sku(), 0, 2, 0));
        Order order = recorded(order(line(2)));
        Order confirmed = Sample.confirmed(order);
        orders.replace(order, confirmed);
        assertThat(item(order)).containsKeys(OrdersTable.DUE_SHARD, OrdersTable.DUE_AT);

        move(confirmed);

        assertThat(item(order)).doesNotContainKeys(OrdersTable.DUE_SHARD, OrdersTable.DUE_AT);
    }

    @Test
    void anOrderThatWasMetFurtherOnStaysDueForNobodyMayHaveHeardOfIt() {
        put(new Stock(sku(), 0, 2, 0));
        Order order = recorded(order(line(2)));
        Order confirmed = Sample.confirmed(order);
        orders.replace(order, confirmed);

        assertThat(ledger.move(List.of(Movement.ofMet(confirmed).orElseThrow()))).isEqualTo(new Moved());

        assertThat(mark(order)).isEqualTo(StockState.SOLD);
        assertThat(item(order)).containsKeys(OrdersTable.DUE_SHARD, OrdersTable.DUE_AT);
    }

    @Test
    void anOrderThatBecameDueAgainSinceItsEventIsHandedBackAsItStands() {
        put(new Stock(sku(), 0, 2, 0));
        Order order = recorded(order(line(2)));
        Order paid = Sample.paid(order);
        orders.replace(order, paid);
        Order refunded = paid.refunded(new Refund(Money.ofMinor(1), "part"), LATER).orElseThrow();
        orders.replace(paid, refunded);

        assertThat(move(paid)).isEqualTo(new Stale(Map.of(order.orderId(), refunded)));

        assertThat(mark(order)).isEqualTo(StockState.RESERVED);
        assertThat(item(order)).containsKeys(OrdersTable.DUE_SHARD, OrdersTable.DUE_AT);
    }

    @Test
    void ofRepeatsThatRaceExactlyOneMovesTheUnits() {
        put(new Stock(sku(), 0, 8, 0));
        Order order = recorded(Sample.confirmed(order(line(2))));

        List<Outcome> outcomes = Race.of(8, () -> move(order));

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(1);
        assertThat(stock(sku())).isEqualTo(new Stock(sku(), 0, 6, 2));
    }

    @Test
    void whereConfirmationAndCancellationRaceTheUnitsAreGivenBackOnce() {
        put(new Stock(sku(), 0, 8, 0));
        Order reserved = recorded(order(line(2)));
        Order confirmed = Sample.confirmed(reserved);
        orders.replace(reserved, confirmed);
        Order cancelled = Sample.cancelled(confirmed);
        MoveStock moveStock = new MoveStock(ledger, Backoff.fullJitter());

        Race.of(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    if (i == 0) {
                        patiently(() -> orders.replace(confirmed, cancelled));
                    }
                    // What is handed back is delivered again.
                    while (!moveStock.settle(List.of(i % 2 == 0 ? cancelled : confirmed)).isEmpty()) {
                        Thread.onSpinWait();
                    }
                    return true;
                })
                .toList());

        assertThat(mark(reserved)).isEqualTo(StockState.RELEASED);
        assertThat(stock(sku())).isEqualTo(new Stock(sku(), 2, 6, 0));
    }

    /// The functions' own clients try again where a write meets a transaction.
    private static void patiently(Runnable write) {
        while (true) {
            try {
                write.run();
                return;
            } catch (TransactionConflictException _) {
                Thread.onSpinWait();
            }
        }
    }

    private Map<String, AttributeValue> item(Order order) {
        return tables.item(Cloud.ORDERS, OrdersTable.key(order.orderId()));
    }

    @Override
    protected StockLedger ledger() {
        return ledger;
    }

    @Override
    protected void put(Order order) {
        tables.put(order);
    }

    @Override
    protected void put(Stock stock) {
        tables.put(stock);
    }

    @Override
    protected void putBought(String counter, long units) {
        tables.putBought(counter, units);
    }

    @Override
    protected Optional<Order> order(String orderId) {
        return tables.order(orderId);
    }

    @Override
    protected Stock stock(String sku) {
        return tables.stock(sku);
    }

    @Override
    protected long bought(String counter) {
        return tables.bought(counter);
    }
}
