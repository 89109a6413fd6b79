package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What holds on every way through the state machine, however long.
class OrderWalkTest {

    private static final int LONGEST = 40;

    @Test
    void walksComeEverywhere() {
        Set<OrderStatus> seen = EnumSet.noneOf(OrderStatus.class);
        onEveryStep((before, after) -> seen.add(after.status()));
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(OrderStatus.PENDING)));
    }

    @Test
    void versionsCountTheHistoryWithoutGaps() {
        onEveryStep((before, after) -> {
            assertThat(after.version()).isEqualTo(after.history().size());
            for (int i = 0; i < after.history().size(); i++) {
                assertThat(after.history().get(i).version()).isEqualTo(i + 1);
            }
            assertThat(after.history()).startsWith(before.history().toArray(HistoryEntry[]::new));
        });
    }

    @Test
    void nothingLeavesAnEndButTheRefundOfWhatWasReturned() {
        onEveryStep((before, after) -> {
            if (before.status().isTerminal() && after.version() != before.version()) {
                assertThat(before.status()).isEqualTo(OrderStatus.RETURNED);
                assertThat(after.history().getLast().refund()).isPresent();
                assertThat(after.status()).isIn(OrderStatus.RETURNED, OrderStatus.REFUNDED);
            }
        });
    }

    @Test
    void moneyNeverComesBackTwice() {
        onEveryStep((before, after) -> {
            Money total = after.placed().totals().total();
            assertThat(after.refunded()).isBetween(before.refunded(), total);
            assertThat(after.refundable()).isBetween(Money.ofMinor(0), total.minus(after.refunded()));
            assertThat(after.status() == OrderStatus.REFUNDED).isEqualTo(after.refunded().equals(total));
        });
    }

    @Test
    void nothingIsShippedUnpaid() {
        onEveryStep((before, after) -> {
            if (after.status() == OrderStatus.SHIPPED) {
                assertThat(after.payment()).isEqualTo(PaymentStatus.CAPTURED);
                assertThat(after.fraud().decision()).isEqualTo(FraudCheck.Decision.APPROVED);
            }
        });
    }

    @Test
    void unitsThatWereGivenUpAreNeverAskedBack() {
        onEveryStep((before, after) -> {
            if (before.stockWanted().isGivenUp()) {
                assertThat(after.stockWanted()).isEqualTo(before.stockWanted());
            }
        });
    }

    @Test
    void onlyAnOrderThatCameToNothingHasAReason() {
        onEveryStep((before, after) -> assertThat(after.reason().isPresent()).isEqualTo(after.status().isFailed()));
    }

    @Test
    void onlyACardThatGivesNoAnswerShortensAHold() {
        onEveryStep((before, after) -> {
            if (after.holdUntil().isBefore(before.holdUntil())) {
                assertThat(after.status()).isEqualTo(OrderStatus.RESERVED);
                assertThat(after.payment()).isEqualTo(PaymentStatus.PENDING);
                assertThat(after.version()).isEqualTo(before.version());
            }
        });
    }

    @Test
    void aReplayEndsWithTheNewestEventAndIsOfOneStatusButForRefunds() {
        onEveryStep((before, after) -> {
            List<OrderEvent> events = OrderEvent.ofStatus(after);
            assertThat(events.getLast().id()).isEqualTo(after.orderId() + "#" + after.version());
            assertThat(events).extracting(event -> event.entry().version()).isSorted().doesNotHaveDuplicates();
            assertThat(events)
                    .allMatch(event -> event.entry().status() == after.status() || event.entry().refund().isPresent());
            List<HistoryEntry> left = after.history().stream()
                    .filter(entry -> events.stream().noneMatch(event -> event.entry().equals(entry)))
                    .toList();
            assertThat(left.isEmpty() || left.getLast().status() != after.status()).isTrue();
        });
    }

    @Test
    void anOrderLosesNothingInTheTableAndOnTheWireNotesOfOtherChangesOnly() {
        atTheEnd(order -> {
            assertThat(OrdersTable.fromItem(OrdersTable.toItem(order))).isEqualTo(order);
            for (OrderEvent event : OrderEvent.since(0, order)) {
                assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event.told());
            }
        });
    }

    private interface Step {
        void check(Order before, Order after);
    }

    private static void onEveryStep(Step step) {
        walks(orders -> {
            for (int i = 1; i < orders.size(); i++) {
                step.check(orders.get(i - 1), orders.get(i));
            }
        });
    }

    private static void atTheEnd(Consumer<Order> check) {
        walks(orders -> check.accept(orders.getLast()));
    }

    private static void walks(Consumer<List<Order>> check) {
        qt().withExamples(500)
                .forAll(lists().of(integers().between(0, 8 * Move.values().length)).ofSizeBetween(1, LONGEST))
                .checkAssert(numbers -> check.accept(walk(numbers)));
    }

    /// Each number picks one of the moves that are allowed where the order stands, so that no step is wasted; most pick
    /// one that does not end it.
    private static List<Order> walk(List<Integer> numbers) {
        Order order = numbers.getFirst() % 16 == 0 ? Orders.rejected() : Orders.reserved();
        List<Order> orders = new ArrayList<>(List.of(order));
        Instant at = Orders.LATER;
        for (int number : numbers) {
            at = at.plus(number % 16 == 8 ? Duration.ofHours(25) : Duration.ofSeconds(number));
            List<Order> next = new ArrayList<>();
            for (Move move : Move.values()) {
                move.apply(orders.getLast(), at).ifPresent(next::add);
            }
            if (next.isEmpty()) {
                break;
            }
            List<Order> live = next.stream().filter(it -> !it.status().isTerminal()).toList();
            List<Order> choice = live.isEmpty() || number % 8 == 0 ? next : live;
            orders.add(choice.get(number / 8 % choice.size()));
        }
        return orders;
    }
}
