package dev.stampede.model;

import static dev.stampede.model.Orders.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.HistoryEntry.Refund;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundTest {

    /// 1599.99 and 8 % of it.
    private static final long TOTAL = 172_799;

    @Test
    void allThatWasChargedMayBeGivenBackTaxIncluded() {
        assertThat(Orders.captured().refundable()).isEqualTo(Money.ofMinor(TOTAL));
        assertThat(Orders.captured().refunded()).isEqualTo(Money.ofMinor(0));
    }

    @Test
    void partsAddUpAndTheLastOneEndsTheOrder() {
        Order once = refund(Orders.captured(), 100_000).orElseThrow();
        assertThat(once.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(once.payment()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(once.refunded()).isEqualTo(Money.ofMinor(100_000));
        assertThat(once.refundable()).isEqualTo(Money.ofMinor(TOTAL - 100_000));

        Order twice = refund(once, TOTAL - 100_000).orElseThrow();
        assertThat(twice.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(twice.refunded()).isEqualTo(Money.ofMinor(TOTAL));
        assertThat(twice.refundable()).isEqualTo(Money.ofMinor(0));
    }

    @Test
    void manyPartsAreFollowedByAllThatIsLeftAndNothingElse() {
        Order order = Orders.captured();
        for (int part = 1; part < Order.MAX_REFUNDS; part++) {
            order = refund(order, 1).orElseThrow();
        }

        assertThat(order.mayBeRefundedInPart()).isFalse();
        assertThat(refund(order, 1)).isEmpty();
        assertThat(refund(order, TOTAL - Order.MAX_REFUNDS + 1)).map(Order::status).contains(OrderStatus.REFUNDED);
    }

    @Test
    void aCentMoreThanIsLeftIsRefused() {
        assertThat(refund(Orders.captured(), TOTAL + 1)).isEmpty();
        assertThat(refund(Orders.captured(), TOTAL)).isPresent();

        Order partly = refund(Orders.captured(), 1).orElseThrow();
        assertThat(refund(partly, TOTAL)).isEmpty();
        assertThat(refund(partly, TOTAL - 1)).isPresent();
    }

    @Test
    void nothingIsGivenBackTwice() {
        Order all = refund(Orders.captured(), TOTAL).orElseThrow();

        assertThat(refund(all, 1)).isEmpty();
        assertThat(refund(all.paymentRefunded().orElseThrow(), 1)).isEmpty();
    }

    @Test
    void whatWasNotCapturedIsNotRefunded() {
        assertThat(Orders.confirmed().refundable()).isEqualTo(Money.ofMinor(0));
        assertThat(refund(Orders.confirmed(), 1)).isEmpty();
    }

    /// A cancelled order's money goes back by itself: what staff gave back before is counted by the gateway.
    @Test
    void aCancelledOrderIsNotRefundedByHand() {
        Order cancelled = refund(Orders.captured(), 100).orElseThrow()
                .cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(LATER, Optional.empty())).orElseThrow();

        assertThat(refund(cancelled, 1)).isEmpty();
        assertThat(cancelled.refunded()).isEqualTo(Money.ofMinor(100));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aRefundIsAboveZero(long cents) {
        assertThatThrownBy(() -> new Refund(Money.ofMinor(cents), "key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefundInAnotherCurrencyIsABugEvenWhereNothingIsLeft() {
        Refund euro = new Refund(new Money(1, "EUR"), "key");

        assertThatThrownBy(() -> Orders.captured().refunded(euro, Orders.staff("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Orders.rejected().refunded(euro, Orders.staff("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHistoryKeepsAmountKeyPersonAndNote() {
        HistoryEntry entry = refund(Orders.captured(), 500).orElseThrow().history().getLast();

        assertThat(entry.refund()).contains(new Refund(Money.ofMinor(500), "key"));
        assertThat(entry.by()).isEqualTo("staff:ann@example.com");
        assertThat(entry.note()).contains("sorry");
        assertThat(entry.reason()).isEmpty();
    }

    @Test
    void aFreeOrderHasNothingToGiveBack() {
        PlacedOrder placed = Orders.placed(List.of(new OrderLine("gift", "Gift", Money.ofMinor(0), 1)));
        Order free = Order.reserved(placed, LATER, Orders.HOLD)
                .paymentAuthorized(LATER).orElseThrow().fraudDecided(Orders.APPROVED, LATER).orElseThrow()
                .paymentCaptured(LATER).orElseThrow();

        assertThat(refund(free, 1)).isEmpty();
    }

    private static Optional<Order> refund(Order order, long cents) {
        return order.refunded(new Refund(Money.ofMinor(cents), "key"), Orders.staff("sorry"));
    }
}
