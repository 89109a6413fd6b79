package dev.stampede.reservation;

import static dev.stampede.testing.Placed.id;
import static dev.stampede.testing.Placed.inSale;
import static dev.stampede.testing.Placed.limited;
import static dev.stampede.testing.Placed.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.model.ForSale;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.reservation.Reservations.Outcome;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.testing.Placed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every adapter of [Reservations] does. A test of an adapter extends it, and says how to get at what is stored.
public abstract class ReservationsContract {

    protected static final Duration HOLD = Duration.ofMinutes(15);

    protected final String sku = id();

    protected abstract Reservations reservations();

    protected abstract void put(Stock stock);

    protected abstract Stock stock(String sku);

    protected abstract Optional<Order> order(String orderId);

    /// 0 where nothing was counted.
    protected abstract long bought(String counter);

    @Test
    void aFoldRecordsItsOrdersAndTakesTheSumOfTheirUnits() {
        String other = id();
        put(Stock.of(sku, 10));
        put(Stock.of(other, 10));
        PlacedOrder two = Placed.order(line(sku, 2));
        PlacedOrder three = Placed.order(line(sku, 3), line(other, 1));

        assertThat(reserve(two, three)).isEqualTo(new Reserved());

        assertThat(stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
        assertThat(stock(other)).isEqualTo(new Stock(other, 9, 1, 0));
        assertThat(order(two.orderId())).contains(reserved(two));
        assertThat(order(three.orderId())).contains(reserved(three));
    }

    @Test
    void theHoldCountsFromTheReservation() {
        put(Stock.of(sku, 1));
        PlacedOrder placed = Placed.order(line(sku, 1));

        reserve(placed);

        assertThat(order(placed.orderId()).orElseThrow().holdUntil()).isEqualTo(Placed.NOON.plus(HOLD));
    }

    @Test
    void theSameTransactionAgainChangesNothingAndNamesItsOrders() {
        put(Stock.of(sku, 10));
        PlacedOrder[] orders = {Placed.order(line(sku, 2)), Placed.order(line(sku, 3))};
        reserve(orders);

        assertThat(reserve(orders)).isEqualTo(new Refused(ids(orders), Map.of(), Map.of()));
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
    }

    @Test
    void anOrderThatIsRecordedIsNamedSoThatItCanBeLeftOut() {
        put(Stock.of(sku, 10));
        PlacedOrder recorded = Placed.order(line(sku, 2));
        PlacedOrder fresh = Placed.order(line(sku, 3));
        reserve(recorded);

        assertThat(reserve(recorded, fresh)).isEqualTo(new Refused(ids(recorded), Map.of(), Map.of()));
        assertThat(order(fresh.orderId())).isEmpty();
        assertThat(reserve(fresh)).isEqualTo(new Reserved());
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 5, 5, 0));
    }

    @Test
    void stockThatIsShortComesBackAsItIs() {
        String plenty = id();
        String unknown = id();
        put(new Stock(sku, 4, 3, 2));
        put(Stock.of(plenty, 4));
        PlacedOrder order = Placed.order(line(sku, 5), line(plenty, 1), line(unknown, 1));

        assertThat(reserve(order)).isEqualTo(new Refused(
                Set.of(), Map.of(sku, new Stock(sku, 4, 3, 2), unknown, Stock.of(unknown, 0)), Map.of()));
        assertThat(order(order.orderId())).isEmpty();
        assertThat(stock(plenty)).isEqualTo(Stock.of(plenty, 4));
    }

    @Test
    void aSaleIsLeftWithItsUnitsLessThoseReservedInIt() {
        put(Stock.of(sku, 100));
        PlacedOrder[] orders = {
            Placed.order(inSale(sku, 2, "spring", 5)),
            Placed.order(inSale(sku, 1, "spring", 5)),
            Placed.order(line(sku, 4))};

        assertThat(reserve(orders)).isEqualTo(new Reserved());
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 93, 7, 0, Map.of("spring", 2L)));
        assertThat(reserve(Placed.order(inSale(sku, 2, "spring", 5)))).isEqualTo(new Reserved());
        assertThat(stock(sku).saleUnitsLeft()).containsEntry("spring", 0L);
    }

    @Test
    void aSaleThatIsShortRefusesHoweverMuchIsInStock() {
        Stock before = new Stock(sku, 100, 0, 0, Map.of("spring", 1L, "autumn", 50L));
        put(before);
        PlacedOrder order = Placed.order(inSale(sku, 2, "spring", 5));

        assertThat(reserve(order)).isEqualTo(new Refused(Set.of(), Map.of(sku, before), Map.of()));
        assertThat(stock(sku)).isEqualTo(before);
        assertThat(reserve(Placed.order(inSale(sku, 1, "spring", 5)))).isEqualTo(new Reserved());
        assertThat(stock(sku).saleUnitsLeft()).isEqualTo(Map.of("spring", 0L, "autumn", 50L));
    }

    @Test
    void aSaleSellsNoMoreThanIsInStock() {
        put(Stock.of(sku, 1));

        assertThat(reserve(Placed.order(inSale(sku, 2, "spring", 5))))
                .isEqualTo(new Refused(Set.of(), Map.of(sku, Stock.of(sku, 1)), Map.of()));
    }

    @Test
    void whatCarriesALimitIsCountedForItsCustomerHoweverTheAddressIsWritten() {
        put(Stock.of(sku, 100));
        PlacedOrder first = Placed.by("ann", limited(sku, 2, 3));
        PlacedOrder second = Placed.by("ANN+tag", limited(sku, 1, 3));

        assertThat(reserve(first)).isEqualTo(new Reserved());
        assertThat(reserve(second)).isEqualTo(new Reserved());

        assertThat(counter(first)).isEqualTo(counter(second));
        assertThat(bought(counter(first))).isEqualTo(3);
    }

    @Test
    void aCustomerWithTooManyIsRefusedWithTheCount() {
        put(Stock.of(sku, 100));
        PlacedOrder first = Placed.by(id(), limited(sku, 2, 3));
        PlacedOrder second = new PlacedOrder(id(), first.customer(), List.of(limited(sku, 2, 3)), first.paymentToken(),
                first.fingerprint(), first.traceparent(), first.placedAt());
        PlacedOrder other = Placed.order(limited(sku, 2, 3));
        reserve(first);

        assertThat(reserve(other, second)).isEqualTo(new Refused(Set.of(), Map.of(), Map.of(counter(first), 2L)));
        assertThat(order(other.orderId())).isEmpty();
        assertThat(bought(counter(other))).isZero();
        assertThat(reserve(other)).isEqualTo(new Reserved());
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 96, 4, 0));
    }

    /// Whoever writes an address that is somebody's uses up what writing it gets, and not its owner's limit.
    @Test
    void aStrangerWhoWritesAnAddressDoesNotUseUpItsOwnersLimit() {
        put(Stock.of(sku, 100));
        PlacedOrder strangers = Placed.by(id(), limited(sku, 2, 2));
        PlacedOrder owners = by(strangers.customer().asProven(), limited(sku, 2, 2));

        assertThat(reserve(strangers)).isEqualTo(new Reserved());
        assertThat(reserve(owners)).isEqualTo(new Reserved());

        assertThat(bought(counter(strangers))).isEqualTo(2);
        assertThat(bought(counter(owners))).isEqualTo(2);
        assertThat(reserve(by(owners.customer(), limited(sku, 1, 2))))
                .isEqualTo(new Refused(Set.of(), Map.of(), Map.of(counter(owners), 2L)));
    }

    private static PlacedOrder by(Customer customer, OrderLine line) {
        PlacedOrder some = Placed.order(line);
        return new PlacedOrder(some.orderId(), customer, some.lines(), some.paymentToken(), some.fingerprint(),
                some.traceparent(), some.placedAt());
    }

    @Test
    void eachSaleCountsApartFromAnotherAndFromTheShelf() {
        put(Stock.of(sku, 100));
        String customer = id();
        OrderLine shelf = limited(sku, 2, 2);
        OrderLine spring = Placed.line(sku, 2, Optional.of(2), inSale(sku, 2, "spring", 5).sale());
        OrderLine autumn = Placed.line(sku, 2, Optional.of(2), inSale(sku, 2, "autumn", 5).sale());

        assertThat(List.of(reserve(Placed.by(customer, shelf)), reserve(Placed.by(customer, spring)),
                reserve(Placed.by(customer, autumn)))).containsOnly(new Reserved());
        assertThat(reserve(Placed.by(customer, spring))).isInstanceOf(Refused.class);
    }

    @Test
    void allThatIsInTheWayIsNamedAtOnce() {
        put(new Stock(sku, 3, 0, 0, Map.of("spring", 1L)));
        PlacedOrder recorded = Placed.by(id(), Placed.line(sku, 1, Optional.of(1), inSale(sku, 1, "spring", 5).sale()));
        reserve(recorded);
        Stock before = stock(sku);

        assertThat(reserve(recorded, Placed.order(line(sku, 3)))).isEqualTo(
                new Refused(ids(recorded), Map.of(sku, before), Map.of(counter(recorded), 1L)));
        assertThat(stock(sku)).isEqualTo(before);
    }

    /// After its deletion, or of the one that was there before it.
    @Test
    void noUnitsGoToWhoDidNotOrderWhileTheProductWasForSale() {
        String other = id();
        ForSale sinceNoon = ForSale.since(Placed.NOON);
        Stock madeAnew = new Stock(sku, 10, 2, 1, Map.of(), sinceNoon);
        put(madeAnew);
        put(Stock.of(other, 10));
        PlacedOrder before = Placed.at(Placed.NOON.minusMillis(1), line(sku, 1));
        PlacedOrder longAgo = Placed.at(Placed.NOON.minusSeconds(60), line(other, 1));

        assertThat(reserve(Placed.order(line(sku, 1)), before))
                .isEqualTo(new Refused(Set.of(), Map.of(sku, madeAnew), Map.of()));
        assertThat(reserve(Placed.order(line(sku, 1)), longAgo)).isEqualTo(new Reserved());
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 9, 3, 1, Map.of(), sinceNoon));

        Stock deleted = new Stock(sku, 9, 3, 1, Map.of(), new ForSale(Placed.NOON, Placed.NOON.plusMillis(1)));
        put(deleted);
        PlacedOrder after = Placed.at(Placed.NOON.plusMillis(1), line(sku, 1));
        assertThat(reserve(after, Placed.order(line(sku, 1))))
                .isEqualTo(new Refused(Set.of(), Map.of(sku, deleted), Map.of()));
        assertThat(reserve(Placed.order(line(sku, 1)))).isEqualTo(new Reserved());
    }

    @Test
    void aTransactionHoldsAHundredActionsAndNoMore() {
        put(Stock.of(sku, 1000));

        assertThat(reserve(limitedOrders(49))).isEqualTo(new Reserved());
        assertThat(reserve(limitedOrders(50))).isInstanceOf(Impossible.class);
        assertThat(reserve(orders(99))).isEqualTo(new Reserved());
        assertThat(reserve(orders(100))).isInstanceOf(Impossible.class);
        assertThat(stock(sku)).isEqualTo(new Stock(sku, 1000 - 148, 148, 0));
    }

    @Test
    void anOrderThatNoTableTakesIsImpossibleAndNotWorthAnotherTry() {
        put(Stock.of(sku, 10));
        PlacedOrder good = Placed.order(line(sku, 1));
        PlacedOrder nameless = new PlacedOrder("", new Customer(good.customer().email(), good.customer().id()),
                good.lines(), good.paymentToken(), good.fingerprint(), good.traceparent(), good.placedAt());

        assertThat(reserve(nameless)).isInstanceOf(Impossible.class);
    }

    @Test
    void readsTheStockOfMoreSkusThanOneCallTakes() {
        List<String> skus = Stream.generate(Placed::id).limit(120).toList();
        skus.subList(0, 110).forEach(each -> put(new Stock(each, 7, 1, 0, Map.of("spring", 3L))));

        Map<String, Stock> stock = reservations().stock(skus);

        assertThat(stock).containsOnlyKeys(skus.subList(0, 110));
        assertThat(stock)
                .allSatisfy((each, read) -> assertThat(read).isEqualTo(new Stock(each, 7, 1, 0, Map.of("spring", 3L))));
    }

    @Test
    void aRejectionIsRecordedAndTakesNothing() {
        put(Stock.of(sku, 1));
        Order soldOut = rejected(Placed.order(limited(sku, 2, 2)), Reason.SOLD_OUT);
        Order limitReached = rejected(Placed.order(limited(sku, 1, 1)), Reason.LIMIT_REACHED);

        assertThat(reservations().reject(List.of(soldOut, limitReached))).isEmpty();

        assertThat(order(soldOut.orderId())).contains(soldOut);
        assertThat(order(limitReached.orderId())).contains(limitReached);
        assertThat(stock(sku)).isEqualTo(Stock.of(sku, 1));
        assertThat(bought(counter(soldOut.placed()))).isZero();
    }

    @Test
    void aRejectionNeverGoesOverAReservedOrder() {
        put(Stock.of(sku, 10));
        PlacedOrder reserved = Placed.order(line(sku, 1));
        reserve(reserved);
        List<Order> rejections = new ArrayList<>();
        rejections.add(rejected(reserved, Reason.SOLD_OUT));
        Stream.of(orders(30)).map(placed -> rejected(placed, Reason.SOLD_OUT)).forEach(rejections::add);

        assertThat(reservations().reject(rejections)).isEmpty();

        assertThat(order(reserved.orderId())).contains(reserved(reserved));
        assertThat(rejections.subList(1, 31))
                .allSatisfy(rejection -> assertThat(order(rejection.orderId())).contains(rejection));
    }

    @Test
    void aRejectedOrderIsNotReservedAfterwards() {
        put(Stock.of(sku, 10));
        PlacedOrder order = Placed.order(line(sku, 1));
        reservations().reject(List.of(rejected(order, Reason.SOLD_OUT)));

        assertThat(reserve(order)).isEqualTo(new Refused(ids(order), Map.of(), Map.of()));
        assertThat(stock(sku)).isEqualTo(Stock.of(sku, 10));
    }

    protected final Outcome reserve(PlacedOrder... orders) {
        return reservations().reserve(new Fold(List.of(orders)), Placed.NOON, HOLD);
    }

    /// Of an order with one line.
    protected static String counter(PlacedOrder order) {
        return PurchaseCounter.of(order.customer(), order.lines().getFirst());
    }

    private static Order reserved(PlacedOrder placed) {
        return Order.reserved(placed, Placed.NOON, HOLD);
    }

    private static Order rejected(PlacedOrder placed, Reason reason) {
        return Order.rejected(placed, reason, Placed.NOON);
    }

    private PlacedOrder[] orders(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Placed.order(line(sku, 1))).toArray(PlacedOrder[]::new);
    }

    private PlacedOrder[] limitedOrders(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Placed.order(limited(sku, 1, 1))).toArray(PlacedOrder[]::new);
    }

    private static Set<String> ids(PlacedOrder... orders) {
        return Set.copyOf(Stream.of(orders).map(PlacedOrder::orderId).toList());
    }
}
