package dev.stampede.verification.simulation;

import static dev.stampede.model.OrderStatus.CANCELLED;
import static dev.stampede.model.OrderStatus.CONFIRMED;
import static dev.stampede.model.OrderStatus.DELIVERED;
import static dev.stampede.model.OrderStatus.EXPIRED;
import static dev.stampede.model.OrderStatus.REFUNDED;
import static dev.stampede.model.OrderStatus.REJECTED;
import static dev.stampede.model.OrderStatus.RESERVED;
import static dev.stampede.model.OrderStatus.RETURNED;
import static dev.stampede.model.OrderStatus.RETURN_REQUESTED;
import static dev.stampede.model.OrderStatus.SHIPPED;

import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.StockState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// After every write of an order: its history only grew, by legal steps, each with the next version.
final class OrderAudit {

    /// From where to where an order may go. Written here a second time on purpose: the model is what is tested.
    private static final Map<OrderStatus, Set<OrderStatus>> STEPS = Map.of(
            RESERVED, EnumSet.of(CONFIRMED, CANCELLED, EXPIRED),
            CONFIRMED, EnumSet.of(SHIPPED, CANCELLED, REFUNDED),
            SHIPPED, EnumSet.of(DELIVERED, REFUNDED),
            DELIVERED, EnumSet.of(RETURN_REQUESTED, REFUNDED),
            RETURN_REQUESTED, EnumSet.of(RETURNED, REFUNDED),
            RETURNED, EnumSet.of(REFUNDED));

    private static final Map<StockState, Set<StockState>> MOVES = Map.of(
            StockState.RESERVED,
            EnumSet.of(StockState.SOLD, StockState.RELEASED, StockState.WRITTEN_OFF, StockState.RESTOCKED),
            StockState.SOLD, EnumSet.of(StockState.RELEASED, StockState.WRITTEN_OFF, StockState.RESTOCKED));

    private static final Map<PaymentStatus, Set<PaymentStatus>> PAYMENTS = Map.of(
            PaymentStatus.PENDING, EnumSet.of(PaymentStatus.AUTHORIZED, PaymentStatus.DECLINED, PaymentStatus.VOIDED),
            PaymentStatus.AUTHORIZED, EnumSet.of(PaymentStatus.CAPTURED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED),
            PaymentStatus.CAPTURED, EnumSet.of(PaymentStatus.REFUNDED));

    /// Two clocks, each two seconds off.
    private static final long SKEW = 4_000;

    private final Cloud cloud;

    OrderAudit(Cloud cloud) {
        this.cloud = cloud;
    }

    void recorded(Order order) {
        require(order, order.status() == RESERVED || order.status() == REJECTED, "is recorded as " + order.status());
        require(order, order.version() == 1 && order.history().size() == 1, "is recorded with a past");
    }

    /// @param after null where the order was deleted
    void changed(Order before, @Nullable Order after) {
        require(before, after != null, "was deleted");
        if (after == null) {
            return;
        }
        require(after, after.placed().equals(before.placed()), "is another one than was placed");
        List<HistoryEntry> added = added(before, after);
        OrderStatus status = before.status();
        long version = before.version();
        for (HistoryEntry entry : added) {
            OrderStatus from = status;
            require(after, entry.version() == ++version, "skips or repeats a version at " + entry.version());
            require(after, entry.status() == from || STEPS.getOrDefault(from, Set.of()).contains(entry.status()),
                    "went from " + from + " to " + entry.status());
            checkStep(after, entry, from);
            status = entry.status();
        }
        require(after, after.version() == version && after.status() == status, "is not as its history says");
        require(after, after.stock() == before.stock() || moves(before, after), "moved its units from "
                + before.stock() + " to " + after.stock());
        require(after, after.payment() == before.payment()
                || PAYMENTS.getOrDefault(before.payment(), Set.of()).contains(after.payment()),
                "has its payment moved from " + before.payment() + " to " + after.payment());
        require(after, after.refunded().compareTo(after.placed().totals().total()) <= 0,
                "is refunded more than was paid");
    }

    private static boolean moves(Order before, Order after) {
        return MOVES.getOrDefault(before.stock(), Set.of()).contains(after.stock());
    }

    private List<HistoryEntry> added(Order before, Order after) {
        int known = before.history().size();
        boolean grown = after.history().size() >= known && after.history().subList(0, known).equals(before.history());
        require(after, grown, "has another past than before");
        return grown ? after.history().subList(known, after.history().size()) : List.of();
    }

    private void checkStep(Order order, HistoryEntry entry, OrderStatus from) {
        switch (entry.type()) {
            case ORDER_CONFIRMED -> require(order,
                    order.fraud().decision() == Decision.APPROVED && has(order, EventType.PAYMENT_AUTHORIZED),
                    "is confirmed unpaid or unjudged");
            case ORDER_SHIPPED -> require(order, has(order, EventType.PAYMENT_CAPTURED), "is shipped unpaid");
            case ORDER_EXPIRED -> require(order, order.holdUntil().toEpochMilli() <= cloud.scheduler.now() + SKEW,
                    "expired before its time");
            case ORDER_REFUNDED -> require(order, from != RESERVED && entry.refund().isPresent(),
                    "is refunded nothing");
            case ORDER_CREATED, ORDER_REJECTED, ORDER_CANCELLED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED,
                    PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> {}
        }
    }

    private static boolean has(Order order, EventType type) {
        return order.history().stream().anyMatch(entry -> entry.type() == type);
    }

    private void require(Order order, boolean holds, String otherwise) {
        cloud.findings.require(holds, () -> "order " + order.orderId() + " " + otherwise);
    }
}
