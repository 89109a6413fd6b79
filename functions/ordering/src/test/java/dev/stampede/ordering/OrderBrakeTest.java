package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.model.PlacedOrder;
import dev.stampede.testing.Placed;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requirements 34 to 36.
class OrderBrakeTest {

    private static final String PLACE = "192.0.2.1";

    private final Shop shop = new Shop();
    private final OrderBrake brake = new OrderBrake(shop.limits, new OrderBrake.Bounds(20, 600), shop.clock);

    /// Requirement 35.
    @Test
    void whoOrdersOnceCostsNoCall() {
        IntStream.range(0, 9).forEach(i -> assertThat(order("buyer-" + i + "@example.com")).isEmpty());

        assertThat(shop.limitCalls).isZero();
    }

    /// Requirement 34.
    @Test
    void aMailboxIsBoundedHoweverItIsWritten() {
        String[] spellings = {"ann@example.com", "ANN@example.com", "ann+1@example.com", "Ann+sale@Example.com"};
        long accepted = IntStream.range(0, 120).filter(i -> order(spellings[i % 4], "192.0.2." + i).isEmpty()).count();

        assertThat(accepted).isBetween(20L, 20L + OrderBrake.NOTED_FOR_A_MAILBOX);
        assertThat(order("bob@example.com")).isEmpty();
    }

    /// Requirement 34.
    @Test
    void aPlaceIsBoundedWhoeverItsCustomersSayTheyAre() {
        long accepted = IntStream.range(0, 2_000).filter(i -> order("buyer-" + i + "@example.com").isEmpty()).count();

        assertThat(accepted).isBetween(600L, 600L + OrderBrake.NOTED_FROM_A_PLACE);
        assertThat(shop.limitCalls).isLessThanOrEqualTo(61);
        assertThat(order("buyer-1@example.com", "198.51.100.7")).isEmpty();
    }

    /// Requirement 35.
    @Test
    void manyInstancesTogetherLetFewThroughThatNobodyNoted() {
        long accepted = IntStream.range(0, 10).mapToLong(_ -> {
            OrderBrake other = new OrderBrake(shop.limits, new OrderBrake.Bounds(20, 600), shop.clock);
            return IntStream.range(0, 30)
                    .filter(_ -> other.refusal(placed("ann@example.com", false), PLACE).isEmpty()).count();
        }).sum();

        assertThat(accepted).isBetween(20L, 20L + 10 * (OrderBrake.NOTED_FOR_A_MAILBOX - 1));
    }

    /// Requirement 35.
    @Test
    void whoIsTurnedAwayHearsForHowLongAndCostsNothingMeanwhile() {
        while (order("ann@example.com").isEmpty()) {}
        int calls = shop.limitCalls;

        shop.clock.advance(Duration.ofSeconds(30));
        assertThat(order("ann@example.com")).contains(Duration.ofSeconds(60));
        assertThat(shop.limitCalls).isEqualTo(calls);

        shop.counted.clear();
        shop.clock.advance(Duration.ofSeconds(60));
        assertThat(order("ann@example.com")).isEmpty();
    }

    /// Requirement 34.
    @Test
    void oneOrderIsCountedOnceHoweverOftenItIsAskedFor() {
        PlacedOrder same = placed("ann@example.com", false);

        assertThat(IntStream.range(0, 1_000).filter(_ -> brake.refusal(same, PLACE).isPresent()).count()).isZero();
        assertThat(order("ann@example.com")).isEmpty();
    }

    /// Requirement 34.
    @Test
    void askingAgainForAnOrderThatWasTurnedAwayDoesNotHelp() {
        PlacedOrder refused = placed("ann@example.com", false);
        while (order("ann@example.com").isEmpty()) {}

        assertThat(brake.refusal(refused, PLACE)).isPresent();
        assertThat(brake.refusal(refused, PLACE)).isPresent();
    }

    /// A queue that is out of order for a while.
    ///
    /// Requirement 34.
    @Test
    void whatCouldNotBeSentIsNotCounted() {
        for (int i = 0; i < 1_000; i++) {
            PlacedOrder unsent = placed("ann@example.com", false);
            assertThat(brake.refusal(unsent, PLACE)).as("try %d", i).isEmpty();
            brake.uncount(unsent, PLACE);
            brake.uncount(unsent, PLACE);
        }

        long accepted = IntStream.range(0, 120).filter(_ -> order("ann@example.com").isEmpty()).count();

        assertThat(accepted).isBetween(20L, 20L + OrderBrake.NOTED_FOR_A_MAILBOX);
    }

    /// Requirement 34.
    @Test
    void whoeverIsTurnedAwayForTheirMailboxDoesNotUseUpWhatTheirPlaceMayOrder() {
        IntStream.range(0, 10_000).forEach(_ -> order("ann@example.com"));

        assertThat(order("bob@example.com")).isEmpty();
    }

    /// Requirement 36.
    @Test
    void aStrangerDoesNotUseUpWhatAnOwnerMayOrder() {
        while (order("ann@example.com").isEmpty()) {}

        assertThat(brake.refusal(placed("ann@example.com", true), PLACE)).isEmpty();
    }

    private Optional<Duration> order(String email) {
        return order(email, PLACE);
    }

    private Optional<Duration> order(String email, String place) {
        return brake.refusal(placed(email, false), place);
    }

    private static PlacedOrder placed(String email, boolean proven) {
        PlacedOrder some = Placed.order(Placed.line("any", 1));
        return new PlacedOrder(UUID.randomUUID().toString(), new Customer(Optional.of(email), Optional.empty(), proven),
                some.lines(), some.paymentToken(), some.fingerprint(), some.traceparent(), some.placedAt());
    }
}
