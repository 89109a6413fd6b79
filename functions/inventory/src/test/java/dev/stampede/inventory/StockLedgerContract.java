package dev.stampede.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.inventory.StockLedger.Outcome;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every stock ledger promises. A ledger's test extends it and gets the tests; each makes orders and SKUs of its
/// own, so that ledgers may keep theirs.
public abstract class StockLedgerContract {

    private final String sku = UUID.randomUUID().toString();

    protected abstract StockLedger ledger();

    protected abstract void put(Order order);

    protected abstract void put(Stock stock);

    protected abstract void putBought(String counter, long units);

    protected abstract Optional<Order> order(String orderId);

    protected abstract Stock stock(String sku);

    protected abstract long bought(String counter);

    @Test
    void soldUnitsLeaveTheReservedOnesAndTheOrdersSaySo() {
        put(new Stock(sku, 5, 5, 1));
        Order two = recorded(Sample.confirmed(order(line(2))));
        Order three = recorded(Sample.confirmed(order(line(3))));

        assertThat(move(two, three)).isEqualTo(new Moved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 5, 0, 6));
        assertThat(Stream.of(two, three).map(this::mark)).containsOnly(StockState.SOLD);
    }

    @Test
    void releasedUnitsAreAvailableAgainInTheirSaleAndUnderTheLimit() {
        put(new Stock(sku, 0, 5, 0, Map.of("drop", 45L)));
        Order order = order(inSale(2));
        putBought(counter(order), 3);

        assertThat(move(recorded(Sample.cancelled(order)))).isEqualTo(new Moved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 2, 3, 0, Map.of("drop", 47L)));
        assertThat(bought(counter(order))).isEqualTo(1);
        assertThat(mark(order)).isEqualTo(StockState.RELEASED);
    }

    @Test
    void soldUnitsKeepCountingInSaleAndLimit() {
        put(new Stock(sku, 0, 2, 0, Map.of("drop", 48L)));
        Order order = order(inSale(2));
        putBought(counter(order), 2);

        assertThat(move(recorded(Sample.confirmed(order)))).isEqualTo(new Moved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 0, 2, Map.of("drop", 48L)));
        assertThat(bought(counter(order))).isEqualTo(2);
    }

    @Test
    void unitsWrittenOffStaySoldAndCountNoLonger() {
        put(new Stock(sku, 0, 0, 2, Map.of("drop", 48L)));
        Order order = order(inSale(2));
        putBought(counter(order), 2);
        Order shipped = Sample.shipped(Sample.paid(order));

        assertThat(move(recorded(Sample.marked(Sample.refunded(shipped), StockState.SOLD)))).isEqualTo(new Moved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 0, 2, Map.of("drop", 48L)));
        assertThat(bought(counter(order))).isZero();
        assertThat(mark(order)).isEqualTo(StockState.WRITTEN_OFF);
    }

    @Test
    void restockedUnitsAreForSaleAgain() {
        put(new Stock(sku, 1, 0, 2, Map.of("drop", 48L)));
        Order order = order(inSale(2));
        putBought(counter(order), 2);
        Order delivered = Sample.delivered(Sample.shipped(Sample.paid(order)));
        Order returned = Sample.restocked(Sample.returnRequested(delivered));

        assertThat(move(recorded(Sample.marked(returned, StockState.SOLD)))).isEqualTo(new Moved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 3, 0, 0, Map.of("drop", 50L)));
        assertThat(bought(counter(order))).isZero();
    }

    @Test
    void twoOrdersOfOneCustomerComeOffTheirCounterTogether() {
        put(new Stock(sku, 0, 5, 0, Map.of("drop", 45L)));
        Order two = order(inSale(2));
        Order three = order(inSale(3));
        putBought(counter(two), 6);

        assertThat(move(recorded(Sample.cancelled(two)), recorded(Sample.expired(three)))).isEqualTo(new Moved());

        assertThat(bought(counter(two))).isEqualTo(1);
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 5, 0, 0, Map.of("drop", 50L)));
    }

    @Test
    void aRepeatMovesNothingAndGetsTheOrderAsItStands() {
        put(new Stock(sku, 0, 9, 0));
        Order order = recorded(Sample.confirmed(order(line(2))));
        move(order);

        assertThat(move(order)).isEqualTo(stale(Sample.marked(order, StockState.SOLD)));
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 7, 2));
    }

    @Test
    void aStatusThatIsOutOfDateMovesNothing() {
        put(new Stock(sku, 0, 9, 0));
        Order confirmed = Sample.confirmed(order(line(2)));
        Order cancelled = recorded(Sample.cancelled(confirmed));

        assertThat(move(confirmed)).isEqualTo(stale(cancelled));
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 9, 0));
    }

    @Test
    void aFoldWithOneThatHasMovedOnMovesNoneAndNamesIt() {
        put(new Stock(sku, 0, 9, 0));
        Order moved = recorded(Sample.confirmed(order(line(2))));
        Order waiting = recorded(Sample.confirmed(order(line(3))));
        move(moved);

        assertThat(move(moved, waiting)).isEqualTo(stale(Sample.marked(moved, StockState.SOLD)));
        assertThat(mark(waiting)).isEqualTo(StockState.RESERVED);
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 7, 2));
    }

    @Test
    void anOrderThatIsNotRecordedIsImpossibleAndIsNotMade() {
        put(new Stock(sku, 0, 9, 0));
        Order unknown = Sample.confirmed(order(line(1)));

        assertThat(move(unknown)).isInstanceOf(Impossible.class);
        assertThat(order(unknown.orderId())).isEmpty();
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 9, 0));
    }

    @Test
    void moreUnitsThanThereAreIsImpossible() {
        put(new Stock(sku, 8, 1, 0));
        Order order = recorded(Sample.confirmed(order(line(2))));

        assertThat(move(order)).isInstanceOf(Impossible.class);
        assertThat(mark(order)).isEqualTo(StockState.RESERVED);
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 8, 1, 0));
    }

    @Test
    void moreThanWasCountedIsImpossible() {
        put(new Stock(sku, 0, 2, 0));
        Order order = recorded(Sample.cancelled(order(inSale(2))));
        putBought(counter(order), 1);

        assertThat(move(order)).isInstanceOf(Impossible.class);
        assertThat(bought(counter(order))).isEqualTo(1);
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 0, 2, 0));
    }

    protected final Order order(OrderLine... lines) {
        return Sample.reserved(UUID.randomUUID().toString(), lines);
    }

    protected final Order recorded(Order order) {
        put(order);
        return order;
    }

    protected final OrderLine line(int quantity) {
        return Sample.line(sku, quantity);
    }

    protected final String sku() {
        return sku;
    }

    protected final Outcome move(Order... seen) {
        return ledger().move(Stream.of(seen).map(order -> Movement.of(order).orElseThrow()).toList());
    }

    protected final StockState mark(Order order) {
        return order(order.orderId()).orElseThrow().stock();
    }

    private OrderLine inSale(int quantity) {
        return Sample.inSale(sku, quantity);
    }

    private static String counter(Order order) {
        return PurchaseCounter.of(order.placed().customer(), order.placed().lines().getFirst());
    }

    private static Stale stale(Order current) {
        return new Stale(Map.of(current.orderId(), current));
    }
}
