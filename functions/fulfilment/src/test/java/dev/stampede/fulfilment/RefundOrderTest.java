package dev.stampede.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.fulfilment.RefundOrder.Result;
import dev.stampede.fulfilment.RefundOrder.Result.ExceedsPayment;
import dev.stampede.fulfilment.RefundOrder.Result.KeyReused;
import dev.stampede.fulfilment.RefundOrder.Result.NotFound;
import dev.stampede.fulfilment.RefundOrder.Result.Refunded;
import dev.stampede.fulfilment.RefundOrder.Result.Refused;
import dev.stampede.fulfilment.RefundOrder.Result.Replayed;
import dev.stampede.fulfilment.RefundOrder.Result.TooManyParts;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundOrderTest {

    private static final Staff MEMBER = new Staff("staff@example.com", Optional.empty());
    private static final Money FIVE = Money.ofMinor(5_00);

    private final InMemoryOrders orders = new InMemoryOrders(Sample.shipped());

    /// Requirement 6.
    @Test
    void aPartLeavesTheOrderWhereItStands() {
        assertThat(refund("k1", FIVE)).isEqualTo(new Refunded(orders.stored()));

        assertThat(orders.stored().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(orders.stored().refundable()).isEqualTo(Money.ofMinor(1_722_99));
    }

    /// Requirement 6.
    @Test
    void withoutAnAmountAllThatIsLeftGoesBackAndTheOrderHasEnded() {
        refund("k1", FIVE);

        assertThat(refund("k2")).isEqualTo(new Refunded(orders.stored()));

        assertThat(orders.stored().status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(orders.stored().refunded()).isEqualTo(Sample.TOTAL);
    }

    /// Requirement 8.
    @Test
    void moneyAndUnitsMoveOnlyWhenTheEventIsConsumed() {
        Order before = orders.stored();

        refund("k1");

        assertThat(orders.stored().payment()).isEqualTo(before.payment());
        assertThat(orders.stored().stock()).isEqualTo(before.stock()).isNotEqualTo(orders.stored().stockWanted());
    }

    /// Requirement 6.
    @Test
    void moreThanIsLeftIsRefusedWithWhatIsLeft() {
        refund("k1", FIVE);

        assertThat(refund("k2", Sample.TOTAL)).isEqualTo(new ExceedsPayment(Money.ofMinor(1_722_99)));
        assertThat(refund("k2", Money.ofMinor(1_723_00))).isInstanceOf(ExceedsPayment.class);
        assertThat(orders.stored().refunded()).isEqualTo(FIVE);
        assertThat(refund("k2", Money.ofMinor(1_722_99))).isInstanceOf(Refunded.class);
    }

    /// Requirement 6.
    @Test
    void afterManyPartsOnlyAllThatIsLeftIsGivenBack() {
        for (int part = 1; part < Order.MAX_REFUNDS; part++) {
            assertThat(refund("k" + part, FIVE)).as("part %d", part).isInstanceOf(Refunded.class);
        }
        Order before = orders.stored();

        assertThat(refund("one more", FIVE)).isEqualTo(new TooManyParts(before.refundable()));
        assertThat(refund("k1", FIVE)).isEqualTo(new Replayed(before));
        assertThat(orders.stored()).isSameAs(before);
        assertThat(refund("the rest")).isInstanceOf(Refunded.class);
        assertThat(orders.stored().refunded()).isEqualTo(Sample.TOTAL);
    }

    /// Requirement 5.
    @Test
    void aRepeatGivesNothingBackAgain() {
        refund("k1", FIVE);
        refund("k2");
        Order ended = orders.stored();

        assertThat(refund("k1", FIVE)).isEqualTo(new Replayed(ended));
        assertThat(refund("k2")).isEqualTo(new Replayed(ended));
        assertThat(refund("k2", Money.ofMinor(1_722_99))).isEqualTo(new Replayed(ended));
        assertThat(orders.stored()).isSameAs(ended);
    }

    /// Requirement 5.
    @Test
    void aRepeatIsKnownAfterTheOrderHasMovedOn() {
        refund("k1", FIVE);
        orders.move(orders.stored(), order -> order.delivered(Sample.STAFF));

        assertThat(refund("k1", FIVE)).isEqualTo(new Replayed(orders.stored()));
        assertThat(orders.stored().refunded()).isEqualTo(FIVE);
    }

    /// Requirement 5.
    @Test
    void aKeyOfAnotherAmountIsReused() {
        refund("k1", FIVE);
        Order before = orders.stored();

        assertThat(refund("k1", Money.ofMinor(5_01))).isEqualTo(new KeyReused());
        assertThat(refund("k1", Sample.TOTAL)).isEqualTo(new KeyReused());
        assertThat(refund("k1")).isEqualTo(new KeyReused());
        assertThat(orders.stored()).isSameAs(before);
    }

    /// Requirements 4 and 5.
    @Test
    void ofTwoRepeatsAtOnceOneGivesBack() {
        orders.meanwhile(() -> refund("k1", FIVE));

        assertThat(refund("k1", FIVE)).isEqualTo(new Replayed(orders.stored()));
        assertThat(orders.stored().refunded()).isEqualTo(FIVE);
    }

    /// Requirements 4 and 6.
    @Test
    void ofTwoRefundsAtOnceTheSecondSeesWhatTheFirstHasLeft() {
        orders.meanwhile(() -> refund("k1", Money.ofMinor(1_000_00)));

        assertThat(refund("k2", Money.ofMinor(1_000_00))).isEqualTo(new ExceedsPayment(Money.ofMinor(727_99)));
        assertThat(orders.stored().refunded()).isEqualTo(Money.ofMinor(1_000_00));
    }

    /// Requirements 4 and 6.
    @Test
    void allThatIsLeftIsMeasuredWhenItIsWritten() {
        orders.meanwhile(() -> refund("k1", FIVE));

        assertThat(refund("k2")).isInstanceOf(Refunded.class);
        assertThat(orders.stored().refunded()).isEqualTo(Sample.TOTAL);
    }

    /// Requirement 4.
    @Test
    void anOrderThatIsCancelledMeanwhileIsRefundedByTheCancellation() {
        InMemoryOrders paid = new InMemoryOrders(Sample.paid());
        paid.meanwhile(() -> paid.move(
                Sample.paid(), order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Sample.CUSTOMER)));

        assertThat(refund(paid, "k1", Optional.empty())).isEqualTo(new Refused(paid.stored()));
        assertThat(paid.stored().refunded()).isEqualTo(Money.ofMinor(0));
    }

    /// Requirement 3.
    @ParameterizedTest
    @EnumSource(names = {"RESERVED", "IN_REVIEW", "CONFIRMED", "REFUNDED", "REJECTED", "CANCELLED", "CANCELLED_PAID",
        "EXPIRED"})
    void whereNothingIsLeftOfAPaymentThereIsNothingToRefund(State state) {
        InMemoryOrders other = new InMemoryOrders(state.order);

        assertThat(refund(other, "k1", Optional.empty())).isEqualTo(new Refused(state.order));
        assertThat(refund(other, "k1", Optional.of(FIVE))).isEqualTo(new Refused(state.order));
        assertThat(other.stored()).isSameAs(state.order);
    }

    @Test
    void anOrderThatIsNotRecordedIsNotFound() {
        assertThat(refund(new InMemoryOrders(), "k1", Optional.of(FIVE))).isEqualTo(new NotFound());
    }

    private Result refund(String key) {
        return refund(orders, key, Optional.empty());
    }

    private Result refund(String key, Money amount) {
        return refund(orders, key, Optional.of(amount));
    }

    private static Result refund(InMemoryOrders orders, String key, Optional<Money> amount) {
        return new RefundOrder(new MoveOrder(orders, orders, InstantSource.fixed(Sample.NOW)))
                .refund(Sample.ID, MEMBER, key, amount);
    }
}
