package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

    @Test
    void anOrderEndsInOneOfFiveWays() {
        EnumSet<OrderStatus> ends = EnumSet.allOf(OrderStatus.class);
        ends.removeIf(status -> !status.isTerminal());

        assertThat(ends).containsExactlyInAnyOrder(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED,
                OrderStatus.REFUNDED, OrderStatus.RETURNED);
    }

    @Test
    void inThreeOfThemItCameToNothing() {
        EnumSet<OrderStatus> failed = EnumSet.allOf(OrderStatus.class);
        failed.removeIf(status -> !status.isFailed());

        assertThat(failed).containsExactlyInAnyOrder(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);
    }
}
