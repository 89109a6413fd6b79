package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.inSale;
import static dev.stampede.inventory.Sample.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import dev.stampede.model.event.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// One order goes its way while its events come late, in every order, alone or together, and more than once. Its units
/// always end in the same place, no unit is made or lost, and its limit is released once or not at all.
final class InterleavingTest {

    /// The filter policy of the inventory queue.
    private static final Set<EventType> FILTERED = Set.of(EventType.ORDER_CONFIRMED, EventType.ORDER_CANCELLED,
            EventType.ORDER_EXPIRED, EventType.ORDER_RETURNED, EventType.ORDER_REFUNDED);

    private static final Stock BEFORE = new Stock("gpu", 7, 5, 9, Map.of("drop", 40L));
    private static final Stock GIVEN_BACK = new Stock("gpu", 10, 2, 9, Map.of("drop", 43L));
    private static final Stock KEPT = new Stock("gpu", 7, 2, 12, Map.of("drop", 40L));

    @Test
    void anOrderConfirmedAndCancelledIsReleased() {
        exhaust(List.of(Sample::confirmed, Sample::cancelled), StockState.RELEASED, GIVEN_BACK, 1);
    }

    @Test
    void anOrderThatExpiredIsReleased() {
        exhaust(List.of(Sample::expired), StockState.RELEASED, GIVEN_BACK, 1);
    }

    @Test
    void anOrderReturnedAndRestockedIsForSaleAgain() {
        exhaust(List.of(Sample::paid, Sample::shipped, Sample::delivered,
                Sample::returnRequested, Sample::restocked, Sample::refunded), StockState.RESTOCKED, GIVEN_BACK, 1);
    }

    @Test
    void anOrderReturnedAndWrittenOffStaysSold() {
        exhaust(List.of(Sample::paid, Sample::shipped, Sample::delivered,
                Sample::returnRequested, Sample::writtenOff), StockState.WRITTEN_OFF, KEPT, 1);
    }

    @Test
    void anOrderRefundedBeforeItWasShippedIsReleased() {
        exhaust(List.of(Sample::paid, Sample::refunded), StockState.RELEASED, GIVEN_BACK, 1);
    }

    @Test
    void anOrderRefundedAfterItWasShippedStaysSold() {
        exhaust(List.of(Sample::paid, Sample::shipped, Sample::refunded),
                StockState.WRITTEN_OFF, KEPT, 1);
    }

    @Test
    void anOrderThatIsKeptStaysSoldAndKeepsItsCount() {
        exhaust(List.of(Sample::paid, Sample::shipped, Sample::delivered),
                StockState.SOLD, KEPT, 4);
    }

    private static void exhaust(List<UnaryOperator<Order>> journey, StockState units, Stock stock, long bought) {
        int ways = 0;
        for (int repeats : List.of(0, 2)) {
            ways += Choices.exhaust(choices -> {
                World world = new World(choices, journey, repeats);
                world.runToTheEnd();
                world.assertEnd(units, stock, bought);
            });
        }
        assertThat(ways).isGreaterThan(3);
    }

    private static final class World {

        private final Choices choices;
        private final List<UnaryOperator<Order>> steps;
        private final InMemoryStockLedger ledger = new InMemoryStockLedger();
        private final MoveStock moveStock = new MoveStock(ledger, _ -> {});
        private final List<Order> pending = new ArrayList<>();
        private final String counter;
        private final boolean allEvents;
        private int repeats;

        World(Choices choices, List<UnaryOperator<Order>> journey, int repeats) {
            this.choices = choices;
            this.steps = new ArrayList<>(journey);
            this.repeats = repeats;
            this.allEvents = repeats == 0;
            Order created = reserved("order", inSale("gpu", 3));
            this.counter = PurchaseCounter.of(
                    created.placed().customer(), created.placed().lines().getFirst());
            ledger.put(created);
            ledger.put(BEFORE);
            ledger.putBought(counter, 4);
        }

        void runToTheEnd() {
            while (!steps.isEmpty() || !pending.isEmpty()) {
                int together = pending.size() > 1 ? 1 : 0;
                int step = steps.isEmpty() ? 0 : 1;
                int choice = choices.pick(pending.size() + together + step);
                if (choice < pending.size()) {
                    deliver(List.of(pending.remove(choice)));
                } else if (choice == pending.size() && together == 1) {
                    List<Order> batch = List.copyOf(pending);
                    pending.clear();
                    deliver(batch);
                } else {
                    next(steps.removeFirst());
                }
                assertThat(ledger.stock("gpu").total()).isEqualTo(BEFORE.total());
            }
        }

        private void deliver(List<Order> batch) {
            if (repeats > 0 && choices.pick(2) == 1) {
                repeats--;
                pending.addAll(batch);
            }
            assertThat(moveStock.settle(batch)).isEmpty();
        }

        private void next(UnaryOperator<Order> step) {
            Order before = ledger.order("order").orElseThrow();
            Order after = step.apply(before);
            ledger.put(after);
            if (OrderEvent.since(before.version(), after).stream().anyMatch(this::isDelivered)) {
                pending.add(after);
            }
        }

        /// With every event there are too many ways to repeat in.
        private boolean isDelivered(OrderEvent event) {
            return allEvents || FILTERED.contains(event.type());
        }

        void assertEnd(StockState units, Stock stock, long bought) {
            Order order = ledger.order("order").orElseThrow();
            assertThat(order.stock()).isEqualTo(units).isEqualTo(order.stockWanted());
            assertThat(ledger.stock("gpu")).isEqualTo(stock);
            assertThat(ledger.bought(counter)).isEqualTo(bought);
        }
    }
}
