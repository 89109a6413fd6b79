package dev.stampede.model;

import static dev.stampede.model.Orders.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.event.EventType;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final FraudCheck APPROVED = new FraudCheck(Decision.APPROVED, 0, List.of());
    private static final FraudCheck REJECTED = new FraudCheck(Decision.REJECTED, 90, List.of("velocity"));

    @Test
    void whoeverCompletesThePairConfirms() {
        Order paymentLast = Orders.reserved().fraudDecided(APPROVED, LATER).orElseThrow()
                .paymentAuthorized(LATER).orElseThrow();
        Order fraudLast = Orders.reserved().paymentAuthorized(LATER).orElseThrow()
                .fraudDecided(APPROVED, LATER).orElseThrow();

        assertThat(paymentLast.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(fraudLast.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(fraudLast.history().getLast().by()).isEqualTo("fraud");
        assertThat(paymentLast.history().getLast().by()).isEqualTo("payment");
    }

    @Test
    void aDeclinedPaymentCancelsForThatReason() {
        Order cancelled = Orders.reserved().paymentDeclined(LATER).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.reason()).contains(Reason.PAYMENT_DECLINED);
    }

    @Test
    void fraudCancelsAnAuthorizedOrder() {
        Order cancelled = Orders.reserved().paymentAuthorized(LATER).orElseThrow()
                .fraudDecided(REJECTED, LATER).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.reason()).contains(Reason.FRAUD_REJECTED);
        assertThat(cancelled.paymentVoided().orElseThrow().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void noTransitionIsMadeTwice() {
        Order authorized = Orders.reserved().paymentAuthorized(LATER).orElseThrow();

        assertThat(authorized.paymentAuthorized(LATER)).isEmpty();
        assertThat(authorized.paymentDeclined(LATER)).isEmpty();
        assertThat(Orders.confirmed().fraudDecided(REJECTED, LATER)).isEmpty();
        assertThat(Orders.confirmed().paymentCaptured(LATER).orElseThrow().paymentCaptured(LATER)).isEmpty();
    }

    @Test
    void aRejectedOrderNeverMoves() {
        assertThat(Orders.rejected().paymentAuthorized(LATER)).isEmpty();
        assertThat(Orders.rejected().fraudDecided(APPROVED, LATER)).isEmpty();
        assertThat(Orders.rejected().stock()).isEqualTo(StockState.NONE);
    }

    @Test
    void historyCountsVersionsWithoutGaps() {
        Order captured = Orders.confirmed().paymentCaptured(LATER.plusSeconds(3)).orElseThrow();

        assertThat(captured.history()).extracting(HistoryEntry::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, captured.version()).boxed().toList());
        assertThat(captured.history()).extracting(HistoryEntry::type).containsExactly(
                EventType.ORDER_CREATED, EventType.PAYMENT_AUTHORIZED, EventType.FRAUD_REVIEWED,
                EventType.ORDER_CONFIRMED, EventType.PAYMENT_CAPTURED);
    }

    @Test
    void anOrderNamesEachSkuOnce() {
        var line = new OrderLine("a", "A", Money.ofMinor(1), 1);

        assertThatThrownBy(() -> new PlacedOrder(
                "id", Orders.placed().customer(), List.of(line, line), "tok_ok", "f", "t", LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
