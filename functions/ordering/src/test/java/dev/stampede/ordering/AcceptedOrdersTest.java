package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.PlacedOrder;
import dev.stampede.testing.Placed;
import org.junit.jupiter.api.Test;

class AcceptedOrdersTest {

    private final AcceptedOrders accepted = new AcceptedOrders(2);
    private final PlacedOrder first = Placed.order(Placed.line("a", 1));
    private final PlacedOrder second = Placed.order(Placed.line("a", 1));
    private final PlacedOrder third = Placed.order(Placed.line("a", 1));

    @Test
    void theLastOnesAreKnownAndTheOldestGoesFirst() {
        accepted.add(first);
        accepted.add(second);
        assertThat(accepted.find(first.orderId())).contains(first);

        accepted.add(third);
        assertThat(accepted.find(first.orderId())).isEmpty();
        assertThat(accepted.find(second.orderId())).contains(second);
        assertThat(accepted.find(third.orderId())).contains(third);
    }

    @Test
    void whatWasAcceptedFirstUnderAnIdStays() {
        PlacedOrder other = Placed.named(first.orderId(), "somebody", Placed.line("b", 1));
        accepted.add(first);
        accepted.add(other);

        assertThat(accepted.find(first.orderId())).contains(first);
    }
}
