package dev.stampede.verification.invariant;

import dev.stampede.model.FraudCheck;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.verification.workload.ActionResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Each recorded order by itself: whether its history is allowed, and whether its current state may be final.
public final class OrderClaims {

    private static final Set<OrderStatus> PAID =
            Set.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED,
                    OrderStatus.RETURN_REQUESTED, OrderStatus.RETURNED);

    private OrderClaims() {}

    static Finding unbrokenHistories(Evidence evidence) {
        return Finding.ofAll("Every history is a chain of allowed transitions", evidence.orders().size(),
                evidence.orders().values().stream()
                        .flatMap(order -> broken(order).map(what -> order.orderId() + ": " + what).stream())
                        .toList());
    }

    /// Nothing is left to do but what a person decides.
    static Finding settled(Evidence evidence) {
        return Finding.ofAll("Every order settled", evidence.orders().size(),
                unsettled(evidence.orders().values(), evidence.at()));
    }

    /// Orders that are still being processed or are stuck, each with the reason.
    public static List<String> unsettled(Collection<Order> orders, Instant at) {
        return orders.stream()
                .flatMap(order -> unsettled(order, at).map(what -> order.orderId() + ": " + what).stream())
                .toList();
    }

    static Finding actionsRecordedOnce(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        long done = 0;
        for (ActionResult result : evidence.actionResults()) {
            switch (result.outcome()) {
                case DONE -> {
                    done++;
                    Order order = evidence.orders().get(result.orderId());
                    long times =
                            order == null ? 0 : order.history().stream().filter(entry -> isOf(result, entry)).count();
                    if (times != 1) {
                        offenders.add(
                                result.orderId() + ": " + result.action() + " was answered 200 and is in the history "
                                        + times + " times");
                    }
                }
                case UNANSWERED -> offenders.add(
                        result.orderId() + ": " + result.action() + " was never answered: " + result.answer());
                case REFUSED -> {}
            }
        }
        return Finding.ofAll("Every acknowledged action is recorded exactly once", done, offenders);
    }

    private static boolean isOf(ActionResult result, HistoryEntry entry) {
        return entry.type() == result.action().event()
                && (!result.action().isRefund()
                        || entry.refund().filter(refund -> refund.key().equals(result.key())).isPresent())
                && entry.by().startsWith(result.action().isByStaff() ? "staff:" : "customer");
    }

    private static Optional<String> broken(Order order) {
        if (order.history().isEmpty() || order.history().getLast().status() != order.status()) {
            return Optional.of("is " + order.status() + " and its history ends elsewhere");
        }
        OrderStatus before = OrderStatus.PENDING;
        for (int i = 0; i < order.history().size(); i++) {
            HistoryEntry entry = order.history().get(i);
            if (entry.version() != i + 1) {
                return Optional.of("entry " + (i + 1) + " of its history has version " + entry.version());
            }
            if (!allowed(before, entry)) {
                return Optional.of(entry.type() + " led from " + before + " to " + entry.status());
            }
            before = entry.status();
        }
        return Optional.empty();
    }

    private static boolean allowed(OrderStatus from, HistoryEntry entry) {
        OrderStatus to = entry.status();
        return switch (entry.type()) {
            case ORDER_CREATED -> from == OrderStatus.PENDING && to == OrderStatus.RESERVED;
            case ORDER_REJECTED -> from == OrderStatus.PENDING && to == OrderStatus.REJECTED;
            case PAYMENT_AUTHORIZED, PAYMENT_DECLINED, FRAUD_REVIEWED -> from == OrderStatus.RESERVED && to == from;
            case ORDER_CONFIRMED -> from == OrderStatus.RESERVED && to == OrderStatus.CONFIRMED;
            case PAYMENT_CAPTURED -> from == OrderStatus.CONFIRMED && to == from;
            case ORDER_CANCELLED -> (from == OrderStatus.RESERVED || from == OrderStatus.CONFIRMED)
                    && to == OrderStatus.CANCELLED;
            case ORDER_EXPIRED -> from == OrderStatus.RESERVED && to == OrderStatus.EXPIRED;
            case ORDER_SHIPPED -> from == OrderStatus.CONFIRMED && to == OrderStatus.SHIPPED;
            case ORDER_DELIVERED -> from == OrderStatus.SHIPPED && to == OrderStatus.DELIVERED;
            case RETURN_REQUESTED -> from == OrderStatus.DELIVERED && to == OrderStatus.RETURN_REQUESTED;
            case ORDER_RETURNED -> from == OrderStatus.RETURN_REQUESTED && to == OrderStatus.RETURNED;
            case ORDER_REFUNDED -> PAID.contains(from) && (to == from || to == OrderStatus.REFUNDED);
        };
    }

    private static Optional<String> unsettled(Order order, Instant at) {
        if (order.stock() != order.stockWanted()) {
            return Optional.of("is " + order.status() + " and its units are " + order.stock());
        }
        boolean settled = switch (order.status()) {
            case PENDING -> false;
            // Waits for a person's decision, with time left.
            case RESERVED -> order.fraud().decision() == FraudCheck.Decision.REVIEW
                    && order.payment() == PaymentStatus.AUTHORIZED
                    && order.holdUntil().isAfter(at);
            case REJECTED -> order.payment() == PaymentStatus.PENDING;
            case CONFIRMED, SHIPPED, DELIVERED, RETURN_REQUESTED, RETURNED -> order.payment() == PaymentStatus.CAPTURED;
            case REFUNDED -> order.payment() == PaymentStatus.REFUNDED;
            case CANCELLED, EXPIRED -> Set.of(PaymentStatus.DECLINED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED)
                    .contains(order.payment());
        };
        return settled
                ? Optional.empty()
                : Optional.of("is stuck at " + order.status() + " with payment " + order.payment()
                        + " and fraud " + order.fraud().decision());
    }
}
