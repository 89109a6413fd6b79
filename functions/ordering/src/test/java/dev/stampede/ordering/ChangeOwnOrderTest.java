package dev.stampede.ordering;

import static dev.stampede.testing.Recorded.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.Receipt;
import dev.stampede.ordering.ChangeOwnOrder.Result;
import dev.stampede.ordering.ChangeOwnOrder.Result.Changed;
import dev.stampede.ordering.ChangeOwnOrder.Result.NotFound;
import dev.stampede.ordering.ChangeOwnOrder.Result.Pending;
import dev.stampede.ordering.ChangeOwnOrder.Result.Refused;
import dev.stampede.ordering.ChangeOwnOrder.Result.Superseded;
import dev.stampede.testing.InMemoryOrders;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeOwnOrderTest {

    private static final Instant NOW = Recorded.NOON.plusSeconds(60);

    private enum Operation {
        CANCEL(OrderStatus.CANCELLED, EnumSet.of(
                Recorded.RESERVED, Recorded.IN_REVIEW, Recorded.CONFIRMED, Recorded.PAID)) {
            @Override
            Result on(ChangeOwnOrder orders, String orderId, Optional<String> receiptToken) {
                return orders.cancel(orderId, receiptToken, Optional.of("too slow"));
            }
        },
        REQUEST_RETURN(OrderStatus.RETURN_REQUESTED, EnumSet.of(Recorded.DELIVERED)) {
            @Override
            Result on(ChangeOwnOrder orders, String orderId, Optional<String> receiptToken) {
                return orders.requestReturn(orderId, receiptToken, Optional.of("too slow"));
            }
        };

        final OrderStatus to;
        final Set<Recorded> from;

        Operation(OrderStatus to, Set<Recorded> from) {
            this.to = to;
            this.from = from;
        }

        abstract Result on(ChangeOwnOrder orders, String orderId, Optional<String> receiptToken);
    }

    private final InMemoryOrders orders = new InMemoryOrders();

    static Stream<Arguments> everyPair() {
        return Stream.of(Recorded.values())
                .flatMap(state -> Stream.of(Operation.values()).map(operation -> Arguments.of(state, operation)));
    }

    /// Requirement 21.
    @ParameterizedTest
    @MethodSource("everyPair")
    void everyChangeIsMadeWhereTheStateAllowsItAndNowhereElse(Recorded state, Operation operation) {
        orders.record(state.order);

        Result result = change(operation, ID, Recorded.receipt());

        if (operation.from.contains(state)) {
            assertThat(orders.stored(ID).status()).isEqualTo(operation.to);
            assertThat(result).isEqualTo(new Changed(orders.stored(ID)));
        } else {
            assertThat(result).isEqualTo(new Refused(state.order));
            assertThat(orders.stored(ID)).isSameAs(state.order);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHistorySaysThatTheCustomerDidItAndWhy(Operation operation) {
        orders.record(operation.from.iterator().next().order);

        change(operation, ID, Recorded.receipt());

        HistoryEntry entry = orders.stored(ID).history().getLast();
        assertThat(entry.by()).isEqualTo("customer");
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.note()).contains("too slow");
    }

    @Test
    void aCancelledOrderSaysWhoCancelledIt() {
        orders.record(Recorded.PAID.order);

        change(Operation.CANCEL, ID, Recorded.receipt());

        assertThat(orders.stored(ID).reason()).contains(Reason.CANCELLED_BY_CUSTOMER);
    }

    /// Requirement 20.
    @ParameterizedTest
    @EnumSource
    void withoutItsReceiptAnOrderDoesNotExist(Operation operation) {
        Order order = operation.from.iterator().next().order;
        orders.record(order);
        String receipt = Recorded.receipt();
        String ofAnother =
                Receipt.of(Placed.order("00000000-5c4e-5f60-8a9b-0c1d2e3f4a5b", Map.of("cable", 3)))
                        .token(Shop.KEY.secret());

        for (String wrong : List.of("", "x", ofAnother, receipt + "x", "A" + receipt.substring(1))) {
            assertThat(change(operation, ID, wrong)).as(wrong).isEqualTo(new NotFound());
        }
        assertThat(operation.on(orders(), ID, Optional.empty())).isEqualTo(new NotFound());
        assertThat(change(operation, "not-an-id", receipt)).isEqualTo(new NotFound());
        assertThat(orders.stored(ID)).isSameAs(order);
        assertThat(orders.reads).isZero();
    }

    /// Requirement 20.
    @ParameterizedTest
    @EnumSource
    void anOrderThatIsNotRecordedYetIsPending(Operation operation) {
        assertThat(change(operation, ID, Recorded.receipt())).isEqualTo(new Pending());
    }

    /// Requirement 12.
    @ParameterizedTest
    @EnumSource
    void theLoserOfARaceChangesNothingOfTheWinners(Operation operation) {
        Order order = operation.from.iterator().next().order;
        orders.record(order);
        String loser = new Receipt(ID, "another-body-than-that").token(Shop.KEY.secret());

        assertThat(change(operation, ID, loser)).isEqualTo(new Superseded());
        assertThat(orders.stored(ID)).isSameAs(order);
    }

    /// Requirement 21.
    @Test
    void anOrderThatIsShippedMeanwhileIsNotCancelled() {
        orders.record(Recorded.PAID.order);
        orders.meanwhile(() -> orders.move(
                Recorded.PAID.order, order -> order.shipped(Actor.staff("staff", NOW, Optional.empty()))));

        assertThat(change(Operation.CANCEL, ID, Recorded.receipt())).isEqualTo(new Refused(orders.stored(ID)));
        assertThat(orders.stored(ID).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    /// Requirement 21.
    @Test
    void aPaymentThatIsTakenMeanwhileIsNotInTheWay() {
        orders.record(Recorded.CONFIRMED.order);
        orders.meanwhile(() -> orders.move(Recorded.CONFIRMED.order, order -> order.paymentCaptured(NOW)));

        assertThat(change(Operation.CANCEL, ID, Recorded.receipt())).isInstanceOf(Changed.class);
        assertThat(orders.stored(ID).paymentRefunded()).isPresent();
    }

    /// Requirement 21.
    @Test
    void whoCancelsTwiceIsToldThatItIsCancelled() {
        orders.record(Recorded.PAID.order);
        orders.meanwhile(() -> change(Operation.CANCEL, ID, Recorded.receipt()));

        assertThat(change(Operation.CANCEL, ID, Recorded.receipt())).isEqualTo(new Refused(orders.stored(ID)));
        assertThat(orders.stored(ID).version()).isEqualTo(Recorded.PAID.order.version() + 1);
    }

    private Result change(Operation operation, String orderId, String receiptToken) {
        return operation.on(orders(), orderId, Optional.of(receiptToken));
    }

    private ChangeOwnOrder orders() {
        return new ChangeOwnOrder(new GetOrder(orders, Shop.KEY), orders, InstantSource.fixed(NOW));
    }
}
