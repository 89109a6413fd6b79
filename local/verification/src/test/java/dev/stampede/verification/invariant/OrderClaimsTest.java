package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.StockState;
import dev.stampede.verification.workload.ActionResult;
import dev.stampede.verification.workload.OrderAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderClaimsTest {

    private final World world = new World();

    @Test
    void aHistoryWithAGapIsNamed() {
        world.rewrite("kept", order -> with(order, drop(order.history(), 1)));

        assertThat(world.broken()).containsExactly("Every history is a chain of allowed transitions");
    }

    @Test
    void aHistoryThatDoesNotEndWhereTheOrderStandsIsNamed() {
        world.rewrite("expired",
                order -> new Order(order.placed(), OrderStatus.CANCELLED, order.reason(), order.payment(),
                        order.fraud(), order.stock(), order.holdUntil(), order.version(), order.history()));

        assertThat(world.broken()).containsExactly("Every history is a chain of allowed transitions");
    }

    @Test
    void aStepThatTheOrderDidNotAllowIsNamed() {
        world.rewrite("declined", order -> with(order, List.of(
                order.history().getFirst(),
                entry(EventType.ORDER_SHIPPED, 2, OrderStatus.SHIPPED, order),
                entry(EventType.ORDER_CANCELLED, 3, OrderStatus.CANCELLED, order))));

        assertThat(world.broken()).containsExactly("Every history is a chain of allowed transitions");
    }

    @Test
    void anOrderWhoseUnitsAreNotWhereItsStatusWantsThemIsNamed() {
        world.rewrite("cancelled", order -> World.moved(order, StockState.SOLD));

        assertThat(world.broken()).containsExactly("Every order settled");
    }

    @Test
    void aReservationThatNobodyDecidesAboutIsNamed() {
        world.place("stuck", World.EVERYDAY, 1, Optional::of);
        world.rewrite("stuck", order -> order);

        assertThat(world.broken()).containsExactly("Every order settled");
        assertThat(world.offenders()).singleElement().asString().startsWith("stuck: is stuck at RESERVED");
    }

    @Test
    void aPaidReservationThatTheRulesForgotIsNamed() {
        world.place("stuck", World.EVERYDAY, 1, order -> order.paymentAuthorized(order.updatedAt()));
        world.rewrite("stuck", order -> order);

        assertThat(world.broken()).containsExactly("Every order settled");
    }

    @Test
    void aReviewWhoseHoldIsOverIsNamed() {
        world.rewrite("reviewed", order -> new Order(order.placed(), order.status(), order.reason(), order.payment(),
                order.fraud(), order.stock(), World.START, order.version(), order.history()));

        assertThat(world.broken()).containsExactly("Every order settled");
    }

    @Test
    void aConfirmedOrderWhosePaymentIsNotTakenIsNamed() {
        world.rewrite("kept",
                order -> with(order, PaymentStatus.AUTHORIZED, drop(order.history(), order.history().size() - 1)));

        assertThat(world.broken())
                .containsExactly("Every order settled", "Charged once, and only for confirmed orders");
    }

    @Test
    void aDeedThatWasAnsweredAndIsNotInTheHistoryIsNamed() {
        world.actionResults.add(new ActionResult("kept", OrderAction.SHIP, "", ActionResult.Outcome.DONE, "200 "));

        assertThat(world.broken()).containsExactly("Every acknowledged action is recorded exactly once");
    }

    @Test
    void aRefundThatIsInTheHistoryUnderAnotherKeyIsNamed() {
        world.actionResults.add(
                new ActionResult("written-off", OrderAction.REFUND_PART, "another", ActionResult.Outcome.DONE, "200 "));

        assertThat(world.broken()).containsExactly("Every acknowledged action is recorded exactly once");
    }

    @Test
    void aRefundThatIsInTheHistoryTwiceUnderItsKeyIsNamed() {
        world.rewrite("written-off", order -> World.moved(
                order.refunded(World.refund(5_00), World.staff(order)).orElseThrow(), StockState.WRITTEN_OFF));

        assertThat(world.broken()).containsExactly("Every acknowledged action is recorded exactly once");
    }

    @Test
    void aDeedThatWasNeverAnsweredIsNamedAndARefusedOneIsNot() {
        world.actionResults.add(new ActionResult("kept", OrderAction.SHIP, "", ActionResult.Outcome.REFUSED,
                "409 ORDER_STATE_CONFLICT"));
        assertThat(world.broken()).isEmpty();

        world.actionResults
                .add(new ActionResult("kept", OrderAction.SHIP, "", ActionResult.Outcome.UNANSWERED, "500 "));
        assertThat(world.broken()).containsExactly("Every acknowledged action is recorded exactly once");
    }

    private static List<HistoryEntry> drop(List<HistoryEntry> history, int index) {
        List<HistoryEntry> shorter = new ArrayList<>(history);
        shorter.remove(index);
        return shorter;
    }

    private static HistoryEntry entry(EventType type, long version, OrderStatus status, Order order) {
        return new HistoryEntry(type, version, status, order.updatedAt(), "payment", Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Order with(Order order, List<HistoryEntry> history) {
        return with(order, order.payment(), history);
    }

    private static Order with(Order order, PaymentStatus payment, List<HistoryEntry> history) {
        return new Order(order.placed(), order.status(), order.reason(), payment, order.fraud(), order.stock(),
                order.holdUntil(), history.getLast().version(), history);
    }
}
