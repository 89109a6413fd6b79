package dev.stampede.ordering;

import static dev.stampede.contracts.Sample.id;
import static dev.stampede.contracts.Sample.line;
import static dev.stampede.contracts.Sample.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.model.Customer;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import dev.stampede.ordering.Reservations.Outcome;
import dev.stampede.ordering.Reservations.Outcome.Impossible;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbReservationsContractTest {

    private final Tables tables;
    private final Reservations reservations;
    private final String sku = id();

    DynamoDbReservationsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.reservations = new DynamoDbReservations(engine.cloud().dynamoDb(), Cloud.ORDERS, Cloud.STOCK);
    }

    @Test
    void aFoldRecordsItsOrdersAndTakesTheSumOfTheirUnits() {
        String other = id();
        tables.put(Stock.of(sku, 10));
        tables.put(Stock.of(other, 10));
        PlacedOrder two = placed(sku, 2);
        PlacedOrder three = placed(id() + "@example.com", Sample.NOON, List.of(line(sku, 3), line(other, 1)));

        assertThat(reserve(two, three)).isEqualTo(new Reserved());

        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
        assertThat(tables.stock(other)).isEqualTo(new Stock(other, 9, 1, 0));
        assertThat(tables.order(two.orderId())).contains(Order.reserved(two, Sample.NOON));
        assertThat(tables.order(three.orderId())).contains(Order.reserved(three, Sample.NOON));
    }

    @Test
    void theSameTransactionAgainChangesNothingAndNamesItsOrders() {
        tables.put(Stock.of(sku, 10));
        PlacedOrder[] orders = {placed(sku, 2), placed(sku, 3)};
        reserve(orders);

        assertThat(reserve(orders)).isEqualTo(new Refused(ids(orders), Map.of()));
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
    }

    @Test
    void anOrderThatIsRecordedIsNamedSoThatItCanBeLeftOut() {
        tables.put(Stock.of(sku, 10));
        PlacedOrder recorded = placed(sku, 2);
        PlacedOrder fresh = placed(sku, 3);
        reserve(recorded);

        assertThat(reserve(recorded, fresh)).isEqualTo(new Refused(ids(recorded), Map.of()));
        assertThat(tables.order(fresh.orderId())).isEmpty();
        assertThat(reserve(fresh)).isEqualTo(new Reserved());
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
    }

    @Test
    void stockThatIsShortComesBackWithWhatThereIs() {
        String plenty = id();
        String unknown = id();
        tables.put(Stock.of(sku, 4));
        tables.put(Stock.of(plenty, 4));
        PlacedOrder order = placed(id() + "@example.com", Sample.NOON,
                List.of(line(sku, 5), line(plenty, 1), line(unknown, 1)));

        assertThat(reserve(order)).isEqualTo(new Refused(Set.of(), Map.of(sku, 4L, unknown, 0L)));
        assertThat(tables.order(order.orderId())).isEmpty();
        assertThat(tables.stock(plenty)).isEqualTo(Stock.of(plenty, 4));
    }

    @Test
    void ofBuyersThatRaceForTheLastUnitExactlyOneGetsIt() {
        tables.put(Stock.of(sku, 1));
        List<PlacedOrder> orders = IntStream.range(0, 8).mapToObj(_ -> placed(sku, 1)).toList();

        List<Outcome> outcomes = Race.of(orders.stream()
                .<Callable<Outcome>>map(order -> () -> reserve(order))
                .toList());

        assertThat(outcomes).filteredOn(Reserved.class::isInstance).hasSize(1);
        assertThat(orders).filteredOn(order -> tables.order(order.orderId()).isPresent()).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 0, 1, 0));
    }

    @Test
    void oneOrderInRacingTransactionsIsReservedOnce() {
        tables.put(Stock.of(sku, 100));
        PlacedOrder order = placed(sku, 2);

        List<Outcome> outcomes = Race.of(8, () -> reserve(order));

        assertThat(outcomes).filteredOn(Reserved.class::isInstance).hasSize(1);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 98, 2, 0));
    }

    @Test
    void aTransactionHoldsAHundredActionsAndNoMore() {
        tables.put(Stock.of(sku, 1000));
        PlacedOrder[] ninetyNine = Stream.generate(() -> placed(sku, 1)).limit(99).toArray(PlacedOrder[]::new);
        PlacedOrder[] hundred = Stream.generate(() -> placed(sku, 1)).limit(100).toArray(PlacedOrder[]::new);

        assertThat(reserve(ninetyNine)).isEqualTo(new Reserved());
        assertThat(reserve(hundred)).isInstanceOf(Impossible.class);
        assertThat(tables.stock(sku)).isEqualTo(new Stock(sku, 901, 99, 0));
    }

    @Test
    void anOrderThatNoTableTakesIsImpossibleAndNotWorthAnotherTry() {
        tables.put(Stock.of(sku, 10));
        PlacedOrder good = placed(sku, 1);
        PlacedOrder nameless = new PlacedOrder("", new Customer(good.customer().email(), good.customer().id()),
                good.lines(), good.paymentToken(), good.fingerprint(), good.traceparent(), good.placedAt());

        assertThat(reserve(nameless)).isInstanceOf(Impossible.class);
    }

    @Test
    void readsTheUnitsOfMoreSkusThanOneCallTakes() {
        List<String> skus = Stream.generate(Sample::id).limit(120).toList();
        skus.subList(0, 110).forEach(each -> tables.put(Stock.of(each, 7)));

        Map<String, Long> available = reservations.available(skus);

        assertThat(available).containsOnlyKeys(skus.subList(0, 110)).containsValue(7L);
    }

    @Test
    void aRejectionIsRecordedAndTakesNoStock() {
        tables.put(Stock.of(sku, 1));
        Order rejected = Sample.rejected(placed(sku, 2));

        assertThat(reservations.reject(List.of(rejected))).isEmpty();

        assertThat(tables.order(rejected.orderId())).contains(rejected);
        assertThat(rejected.stock()).isEqualTo(StockState.NONE);
        assertThat(tables.stock(sku)).isEqualTo(Stock.of(sku, 1));
    }

    @Test
    void aRejectionNeverGoesOverAReservedOrder() {
        tables.put(Stock.of(sku, 10));
        PlacedOrder reserved = placed(sku, 1);
        reserve(reserved);
        List<Order> rejections = new ArrayList<>();
        rejections.add(Sample.rejected(reserved));
        Stream.generate(() -> Sample.rejected(placed(sku, 1))).limit(30).forEach(rejections::add);

        assertThat(reservations.reject(rejections)).isEmpty();

        assertThat(tables.order(reserved.orderId())).contains(Order.reserved(reserved, Sample.NOON));
        assertThat(rejections.subList(1, 31)).allSatisfy(rejection ->
                assertThat(tables.order(rejection.orderId())).contains(rejection));
    }

    @Test
    void aRejectedOrderIsNotReservedAfterwards() {
        tables.put(Stock.of(sku, 10));
        PlacedOrder order = placed(sku, 1);
        reservations.reject(List.of(Sample.rejected(order)));

        assertThat(reserve(order)).isEqualTo(new Refused(ids(order), Map.of()));
        assertThat(tables.stock(sku)).isEqualTo(Stock.of(sku, 10));
    }

    private Outcome reserve(PlacedOrder... orders) {
        return reservations.reserve(new Fold(List.of(orders)), Sample.NOON);
    }

    private static Set<String> ids(PlacedOrder... orders) {
        return Set.copyOf(Stream.of(orders).map(PlacedOrder::orderId).toList());
    }
}
