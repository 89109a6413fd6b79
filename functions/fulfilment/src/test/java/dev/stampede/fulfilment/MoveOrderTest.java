package dev.stampede.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.fulfilment.MoveOrder.Result;
import dev.stampede.fulfilment.MoveOrder.Result.Moved;
import dev.stampede.fulfilment.MoveOrder.Result.NotFound;
import dev.stampede.fulfilment.MoveOrder.Result.Refused;
import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveOrderTest {

    private static final Staff MEMBER = new Staff("staff@example.com", Optional.of("Parcel 4711"));

    /// What the staff can do, from where, and where it leads.
    private enum Operation {
        SHIP(Order::shipped, OrderStatus.SHIPPED, State.PAID), DELIVER(Order::delivered, OrderStatus.DELIVERED,
                State.SHIPPED), APPROVE((order, by) -> order.fraudReviewed(true, by), OrderStatus.CONFIRMED,
                        State.IN_REVIEW), REJECT((order, by) -> order.fraudReviewed(false, by), OrderStatus.CANCELLED,
                                State.IN_REVIEW), RESTOCK((order, by) -> order.returned(Reason.RESTOCKED, by),
                                        OrderStatus.RETURNED, State.RETURN_REQUESTED), WRITE_OFF(
                                                (order, by) -> order.returned(Reason.WRITTEN_OFF, by),
                                                OrderStatus.RETURNED, State.RETURN_REQUESTED), REFUND_ALL(
                                                        (order, by) -> order.refunded(new Refund(Sample.TOTAL, "k"),
                                                                by),
                                                        OrderStatus.REFUNDED,
                                                        State.PAID, State.SHIPPED, State.DELIVERED,
                                                        State.RETURN_REQUESTED, State.RETURNED);

        final BiFunction<Order, Actor, Optional<Order>> transition;
        final OrderStatus to;
        final Set<State> from;

        Operation(BiFunction<Order, Actor, Optional<Order>> transition, OrderStatus to, State... from) {
            this.transition = transition;
            this.to = to;
            this.from = EnumSet.copyOf(Arrays.asList(from));
        }
    }

    static Stream<Arguments> everyPair() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Operation.values()).map(operation -> Arguments.of(state, operation)));
    }

    /// Requirement 3.
    @ParameterizedTest
    @MethodSource("everyPair")
    void everyOperationIsMadeWhereTheStateAllowsItAndNowhereElse(State state, Operation operation) {
        InMemoryOrders orders = new InMemoryOrders(state.order);

        Result result = move(orders, Sample.ID, operation.transition);

        if (operation.from.contains(state)) {
            assertThat(orders.stored().status()).isEqualTo(operation.to);
            assertThat(result).isEqualTo(new Moved(orders.stored()));
        } else {
            assertThat(result).isEqualTo(new Refused(state.order));
            assertThat(orders.stored()).isSameAs(state.order);
        }
    }

    /// Requirement 7.
    @Test
    void theHistorySaysWhoDidItWhenAndWhatTheyWrote() {
        InMemoryOrders orders = new InMemoryOrders(Sample.paid());

        move(orders, Sample.ID, Order::shipped);

        HistoryEntry entry = orders.stored().history().getLast();
        assertThat(entry.by()).isEqualTo("staff:staff@example.com");
        assertThat(entry.note()).contains("Parcel 4711");
        assertThat(entry.at()).isEqualTo(Sample.NOW.plusSeconds(60));
    }

    /// Requirement 4.
    @Test
    void whoeverShipsSecondIsToldThatItIsShipped() {
        InMemoryOrders orders = new InMemoryOrders(Sample.paid());
        orders.meanwhile(() -> move(orders, Sample.ID, Order::shipped));

        Result second = move(orders, Sample.ID, Order::shipped);

        assertThat(second).isEqualTo(new Refused(orders.stored()));
        assertThat(orders.stored().version()).isEqualTo(Sample.shipped().version());
    }

    /// Requirement 4.
    @Test
    void anOrderThatItsShopperCancelsMeanwhileIsNotShipped() {
        InMemoryOrders orders = new InMemoryOrders(Sample.paid());
        orders.meanwhile(() -> orders.move(
                Sample.paid(), order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Sample.CUSTOMER)));

        Result result = move(orders, Sample.ID, Order::shipped);

        assertThat(result).isEqualTo(new Refused(orders.stored()));
        assertThat(orders.stored().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    /// Requirement 4.
    @Test
    void aChangeThatIsNotInTheWayKeepsNobodyFromMoving() {
        InMemoryOrders orders = new InMemoryOrders(Sample.paid());
        orders.meanwhile(() -> orders.move(
                Sample.paid(), order -> order.refunded(new Refund(Money.ofMinor(100), "k"), Sample.STAFF)));

        assertThat(move(orders, Sample.ID, Order::shipped)).isInstanceOf(Moved.class);
        assertThat(orders.stored().refunded()).isEqualTo(Money.ofMinor(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../orders", "7D3F2B1A-5C4E-5F60-8A9B-0C1D2E3F4A5B"})
    void whatIsNoOrderIdIsNotEvenLookedFor(String orderId) {
        InMemoryOrders orders = new InMemoryOrders(Sample.paid());

        assertThat(move(orders, orderId, Order::shipped)).isEqualTo(new NotFound());
        assertThat(orders.reads).isZero();
    }

    @Test
    void anOrderThatIsNotRecordedIsNotFound() {
        assertThat(move(new InMemoryOrders(), Sample.ID, Order::shipped)).isEqualTo(new NotFound());
    }

    private static Result move(
            InMemoryOrders orders, String orderId, BiFunction<Order, Actor, Optional<Order>> transition) {
        return new MoveOrder(orders, orders, InstantSource.fixed(Sample.NOW.plusSeconds(60)))
                .move(orderId, MEMBER, transition);
    }
}
