package dev.stampede.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.inventory.StockLedger.Outcome;
import dev.stampede.inventory.StockLedger.Outcome.AlreadyMoved;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbStockLedgerContractTest {

    private final Tables tables;
    private final StockLedger ledger;
    private final String sku = Sample.id();

    DynamoDbStockLedgerContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.ledger = new DynamoDbStockLedger(engine.cloud().dynamoDb(), Cloud.ORDERS, Cloud.STOCK);
    }

    @Test
    void soldUnitsLeaveTheReservedOnesAndTheOrderSaysSo() {
        tables.put(new Stock(sku, 5, 5, 1));
        Order two = reserved(2);
        Order three = reserved(3);

        assertThat(move(StockState.SOLD, two, three)).isEqualTo(new Moved());

        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 5, 0, 6));
        assertThat(List.of(mark(two), mark(three))).containsOnly(StockState.SOLD);
    }

    @Test
    void releasedUnitsAreAvailableAgain() {
        tables.put(new Stock(sku, 0, 2, 0));
        Order order = reserved(2);

        assertThat(move(StockState.RELEASED, order)).isEqualTo(new Moved());
        assertThat(tables.stock(sku)).isEqualTo(Stock.of(sku, 2));
        assertThat(mark(order)).isEqualTo(StockState.RELEASED);
    }

    @Test
    void aRepeatMovesNothing() {
        tables.put(new Stock(sku, 0, 9, 0));
        Order order = reserved(2);
        move(StockState.SOLD, order);

        assertThat(move(StockState.SOLD, order)).isEqualTo(new AlreadyMoved(Set.of(order.orderId())));
        assertThat(move(StockState.RELEASED, order)).isEqualTo(new AlreadyMoved(Set.of(order.orderId())));
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 0, 7, 2));
    }

    @Test
    void aFoldWithOneThatHasMovedMovesNoneAndNamesIt() {
        tables.put(new Stock(sku, 0, 9, 0));
        Order moved = reserved(2);
        Order waiting = reserved(3);
        move(StockState.SOLD, moved);

        assertThat(move(StockState.SOLD, moved, waiting)).isEqualTo(new AlreadyMoved(Set.of(moved.orderId())));
        assertThat(mark(waiting)).isEqualTo(StockState.RESERVED);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 0, 7, 2));
    }

    @Test
    void anOrderThatIsNotRecordedIsImpossibleAndIsNotMade() {
        tables.put(new Stock(sku, 0, 9, 0));
        Order unknown = Sample.reserved(sku, 1);

        assertThat(move(StockState.SOLD, unknown)).isInstanceOf(Impossible.class);
        assertThat(tables.order(unknown.orderId())).isEmpty();
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 0, 9, 0));
    }

    @Test
    void moreUnitsThanAreReservedAreImpossible() {
        tables.put(new Stock(sku, 8, 1, 0));
        Order order = reserved(2);

        assertThat(move(StockState.SOLD, order)).isInstanceOf(Impossible.class);
        assertThat(mark(order)).isEqualTo(StockState.RESERVED);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 8, 1, 0));
    }

    @Test
    void ofRepeatsAndRivalsThatRaceExactlyOneMovesTheUnits() {
        tables.put(new Stock(sku, 0, 8, 0));
        Order order = reserved(2);

        List<Outcome> outcomes = Race.of(IntStream.range(0, 8)
                .<Callable<Outcome>>mapToObj(i -> () ->
                        move(i % 2 == 0 ? StockState.SOLD : StockState.RELEASED, order))
                .toList());

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(mark(order) == StockState.SOLD
                ? new Stock(sku, 0, 6, 2)
                : new Stock(sku, 2, 6, 0));
    }

    private Order reserved(int quantity) {
        Order order = Sample.reserved(sku, quantity);
        tables.put(order);
        return order;
    }

    private Outcome move(StockState to, Order... orders) {
        return ledger.move(
                Stream.of(orders)
                        .map(order -> new Movement(
                                order.orderId(), order.placed().traceparent(), order.placed().lines(), to))
                        .toList(),
                to);
    }

    private StockState mark(Order order) {
        return tables.order(order.orderId()).orElseThrow().stock();
    }
}
