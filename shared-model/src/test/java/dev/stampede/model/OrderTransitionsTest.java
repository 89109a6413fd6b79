package dev.stampede.model;

import static dev.stampede.model.Orders.APPROVED;
import static dev.stampede.model.Orders.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.OrderTransitions.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTransitionsTest {

    private final List<Order> written = new ArrayList<>();

    @Test
    void whatWasSeenLastIsTriedWithoutARead() {
        Order seen = Orders.reserved();

        assertThat(standingAt(seen).move(seen, order -> order.paymentAuthorized(LATER)))
                .isEqualTo(new Moved(seen.paymentAuthorized(LATER).orElseThrow()));
        assertThat(written).hasSize(1);
    }

    @Test
    void anOrderThatMovedOnMeanwhileIsTriedAsItStands() {
        Order stands = Orders.reserved().fraudDecided(APPROVED, LATER).orElseThrow();

        assertThat(standingAt(stands).move(Orders.reserved(), order -> order.paymentAuthorized(LATER)))
                .isEqualTo(new Moved(stands.paymentAuthorized(LATER).orElseThrow()));
    }

    @Test
    void aRefusalNamesTheOrderAsItStands() {
        Order stands = Orders.rejected();

        assertThat(standingAt(stands).move(Orders.reserved(), order -> order.paymentAuthorized(LATER)))
                .isEqualTo(new Refused(stands));
        assertThat(written).isEmpty();
    }

    @Test
    void anOrderThatChangesEachTimeIsGivenUpAfterEightTries() {
        Order seen = Orders.reserved();
        List<Order> tried = new ArrayList<>();
        OrderTransitions restless = (before, after) -> {
            tried.add(before);
            return Optional.of(seen);
        };

        assertThatThrownBy(() -> restless.move(seen, order -> order.paymentAuthorized(LATER)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tried).hasSize(8);
    }

    private OrderTransitions standingAt(Order stands) {
        return (before, after) -> {
            if (!before.equals(stands)) {
                return Optional.of(stands);
            }
            written.add(after);
            return Optional.empty();
        };
    }
}
