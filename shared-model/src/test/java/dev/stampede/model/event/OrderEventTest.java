package dev.stampede.model.event;

import static dev.stampede.model.Orders.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.model.Actor;
import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.Orders;
import dev.stampede.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderEventTest {

    @Test
    void anEventIsOneVersionOfOneOrder() {
        Order order = Orders.confirmed();

        assertThat(OrderEvent.since(1, order)).containsExactly(
                new OrderEvent(order.orderId() + "#2", EventType.PAYMENT_AUTHORIZED, LATER.plusSeconds(1), order),
                new OrderEvent(order.orderId() + "#3", EventType.FRAUD_REVIEWED, LATER.plusSeconds(2), order),
                new OrderEvent(order.orderId() + "#4", EventType.ORDER_CONFIRMED, LATER.plusSeconds(2), order));
        assertThat(OrderEvent.since(4, order)).isEmpty();
    }

    @Test
    void anEventKnowsItsOwnEntryThoughTheOrderMovedOn() {
        Order order = Orders.captured();

        assertThat(OrderEvent.since(0, order)).extracting(OrderEvent::entry).containsExactlyElementsOf(order.history());
        OrderEvent stranger = new OrderEvent(order.orderId() + "#9", EventType.ORDER_SHIPPED, LATER, order);
        assertThatIllegalStateException().isThrownBy(stranger::entry).withMessageContaining(stranger.id());
    }

    @Test
    void aStatusIsSaidAgainWithAllThatHappenedInIt() {
        assertThat(types(Orders.reserved())).containsExactly(EventType.ORDER_CREATED);
        assertThat(types(Orders.reserved().paymentAuthorized(LATER).orElseThrow()))
                .containsExactly(EventType.ORDER_CREATED, EventType.PAYMENT_AUTHORIZED);
        assertThat(types(Orders.captured())).containsExactly(EventType.ORDER_CONFIRMED, EventType.PAYMENT_CAPTURED);
    }

    @Test
    void aDeclinedPaymentIsNotSaidAgainButThatTheOrderWasCancelled() {
        assertThat(types(Orders.reserved().paymentDeclined(Reason.PAYMENT_DECLINED, LATER).orElseThrow()))
                .containsExactly(EventType.ORDER_CANCELLED);
    }

    @Test
    void aPartRefundIsSaidAgainWithTheStatusItWasMadeIn() {
        Order refunded = Orders.captured().shipped(Orders.staff("sent")).orElseThrow()
                .refunded(new Refund(Money.ofMinor(1), "key"), Orders.staff("a scratch")).orElseThrow();

        assertThat(types(refunded)).containsExactly(EventType.ORDER_SHIPPED, EventType.ORDER_REFUNDED);
    }

    @Test
    void aRefundIsSaidAgainInLaterStatusesForTwoDays() {
        Order refunded = Orders.captured().refunded(new Refund(Money.ofMinor(1), "key"), Orders.staff("a scratch"))
                .orElseThrow();
        Instant refundedAt = refunded.updatedAt();

        Order soon = refunded.shipped(at(refundedAt.plus(Duration.ofDays(2)).minusMillis(1))).orElseThrow();
        assertThat(types(soon)).containsExactly(EventType.ORDER_REFUNDED, EventType.ORDER_SHIPPED);
        Order later = refunded.shipped(at(refundedAt.plus(Duration.ofDays(2)))).orElseThrow();
        assertThat(types(later)).containsExactly(EventType.ORDER_SHIPPED);
    }

    private static Actor at(Instant time) {
        return Actor.staff("ann@example.com", time, Optional.empty());
    }

    private static List<EventType> types(Order order) {
        return OrderEvent.ofStatus(order).stream().map(OrderEvent::type).toList();
    }
}
