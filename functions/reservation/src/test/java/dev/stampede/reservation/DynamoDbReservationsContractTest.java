package dev.stampede.reservation;

import static dev.stampede.testing.Placed.inSale;
import static dev.stampede.testing.Placed.limited;
import static dev.stampede.testing.Placed.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Stock;
import dev.stampede.reservation.Reservations.Outcome;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Race;
import dev.stampede.testing.Tables;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The contract on every engine, and what is left of it where transactions race.
@EveryEngine
class DynamoDbReservationsContractTest extends ReservationsContract {

    private final Tables tables;
    private final Reservations reservations;

    DynamoDbReservationsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.reservations = new DynamoDbReservations(
                engine.cloud().dynamoDb(), Cloud.ORDERS, Cloud.STOCK, Cloud.PURCHASE_LIMITS);
    }

    @Override
    protected Reservations reservations() {
        return reservations;
    }

    @Override
    protected void put(Stock stock) {
        tables.put(stock);
    }

    @Override
    protected Stock stock(String sku) {
        return tables.stock(sku);
    }

    @Override
    protected Optional<Order> order(String orderId) {
        return tables.order(orderId);
    }

    @Override
    protected long bought(String counter) {
        return tables.bought(counter);
    }

    @Test
    void ofBuyersThatRaceForTheLastUnitExactlyOneGetsIt() {
        tables.put(Stock.of(sku, 1));

        List<PlacedOrder> winners = race(IntStream.range(0, 8).mapToObj(_ -> Placed.order(line(sku, 1))).toList());

        assertThat(winners).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 0, 1, 0));
    }

    @Test
    void oneOrderInRacingTransactionsIsReservedOnce() {
        tables.put(Stock.of(sku, 100));
        PlacedOrder order = Placed.order(limited(sku, 2, 9));

        List<Outcome> outcomes = Race.of(8, () -> reserve(order));

        assertThat(outcomes).filteredOn(Reserved.class::isInstance).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 98, 2, 0));
        assertThat(tables.bought(counter(order))).isEqualTo(2);
    }

    @Test
    void ofFoldsThatRaceForTheLastUnitOfASaleExactlyOneGetsIt() {
        tables.put(new Stock(sku, 100, 0, 0, Map.of("spring", 1L)));

        List<PlacedOrder> winners =
                race(IntStream.range(0, 8).mapToObj(_ -> Placed.order(inSale(sku, 1, "spring", 50))).toList());

        assertThat(winners).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 99, 1, 0, Map.of("spring", 0L)));
    }

    /// The first units of a sale make its number; whoever comes at the same time must not make it anew.
    @Test
    void foldsThatRaceToOpenASaleSellItsUnitsOnce() {
        tables.put(Stock.of(sku, 100));

        List<PlacedOrder> winners =
                race(IntStream.range(0, 8).mapToObj(_ -> Placed.order(inSale(sku, 1, "spring", 3))).toList());

        assertThat(winners.size()).isBetween(1, 3);
        assertThat(tables.stock(sku).saleUnitsLeft()).isEqualTo(Map.of("spring", 3L - winners.size()));
        assertThat(tables.stock(sku).reserved()).isEqualTo(winners.size());
    }

    @Test
    void ofFoldsThatRaceForTheLastOfALimitExactlyOneGetsIt() {
        tables.put(Stock.of(sku, 100));
        String customer = Placed.id();
        reserve(Placed.by(customer, limited(sku, 1, 2)));

        List<PlacedOrder> winners =
                race(IntStream.range(0, 8).mapToObj(_ -> Placed.by(customer, limited(sku, 1, 2))).toList());

        assertThat(winners).hasSize(1);
        assertThat(tables.bought(counter(winners.getFirst()))).isEqualTo(2);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 98, 2, 0));
    }

    /// Sixteen orders of each of ten customers, in eight batches at once, for twelve units of a sale.
    @Test
    void batchesThatRaceSellTheSaleOutAndKeepEveryLimit() {
        tables.put(Stock.of(sku, 100));
        List<String> customers = Stream.generate(Placed::id).limit(10).toList();
        OrderLine line = Placed.line(sku, 1, Optional.of(2), inSale(sku, 1, "spring", 12).sale());
        List<List<PlacedOrder>> batches = Stream.generate(() -> IntStream.range(0, 20)
                .mapToObj(i -> Placed.by(customers.get(i % 10), line))
                .toList())
                .limit(8)
                .toList();

        List<Undone> handedBack = Race.of(batches.stream()
                .<Callable<Undone>>map(batch -> () -> new ProcessOrder(
                        reservations, HOLD, Backoff.fullJitter(), InstantSource.fixed(Placed.NOON)).process(batch))
                .toList());

        List<PlacedOrder> all = batches.stream().flatMap(List::stream).toList();
        assertThat(all).allMatch(order -> tables.order(order.orderId()).isPresent()
                || handedBack.stream().anyMatch(undone -> undone.failed().contains(order.orderId())
                        || undone.notNow().contains(order.orderId())));
        long had = all.stream().filter(order -> tables.order(order.orderId())
                .filter(it -> it.status() == OrderStatus.RESERVED).isPresent()).count();
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 100 - had, had, 0, Map.of("spring", 12 - had)));
        List<Long> bought = all.subList(0, 10).stream().map(order -> tables.bought(counter(order))).toList();
        assertThat(bought).allMatch(units -> units <= 2);
        assertThat(bought.stream().mapToLong(Long::longValue).sum()).isEqualTo(had);
        if (handedBack.stream().allMatch(Undone::isEmpty)) {
            assertThat(had).isEqualTo(12);
        }
    }

    /// @return those that were reserved, and it is they that are recorded
    private List<PlacedOrder> race(List<PlacedOrder> orders) {
        List<Boolean> reserved = Race.of(orders.stream()
                .<Callable<Boolean>>map(order -> () -> reserve(order) instanceof Reserved)
                .toList());
        List<PlacedOrder> recorded =
                orders.stream().filter(order -> tables.order(order.orderId()).isPresent()).toList();
        assertThat(reserved).filteredOn(it -> it).hasSameSizeAs(recorded);
        return recorded;
    }
}
