package dev.stampede.model;

import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A recorded order. Transitions are pure: each answers the order after it, or empty where the order's state forbids it.
///
/// `version` is that of the newest history entry. Payment and fraud work side by side; whichever of them completes the
/// pair confirms the order, in the same step.
public record Order(
        PlacedOrder placed,
        OrderStatus status,
        Optional<Reason> reason,
        PaymentStatus payment,
        FraudCheck fraud,
        StockState stock,
        long version,
        List<HistoryEntry> history) {

    /// One change of the order, which is also one event: who or what did it (`by`), when and why.
    public record HistoryEntry(
            EventType type, long version, OrderStatus status, Instant at, String by, Optional<Reason> reason) {}

    public Order {
        Objects.requireNonNull(placed, "placed");
        Objects.requireNonNull(status, "status");
        history = List.copyOf(history);
    }

    /// The order as it is recorded in one transaction with its reservation of stock.
    public static Order reserved(PlacedOrder placed, Instant at) {
        return blank(placed, StockState.RESERVED)
                .append(EventType.ORDER_CREATED, OrderStatus.RESERVED, Optional.empty(), at, "process-order");
    }

    /// The record of an order that could not be had; it holds no stock.
    public static Order rejected(PlacedOrder placed, Reason reason, Instant at) {
        return blank(placed, StockState.NONE)
                .append(EventType.ORDER_REJECTED, OrderStatus.REJECTED, Optional.of(reason), at, "process-order");
    }

    public Optional<Order> paymentAuthorized(Instant at) {
        if (status != OrderStatus.RESERVED || payment != PaymentStatus.PENDING) {
            return Optional.empty();
        }
        return Optional.of(with(PaymentStatus.AUTHORIZED)
                .append(EventType.PAYMENT_AUTHORIZED, status, Optional.empty(), at, "payment")
                .confirmedIfComplete(at, "payment"));
    }

    public Optional<Order> paymentDeclined(Instant at) {
        if (status != OrderStatus.RESERVED || payment != PaymentStatus.PENDING) {
            return Optional.empty();
        }
        return Optional.of(with(PaymentStatus.DECLINED)
                .append(EventType.PAYMENT_DECLINED, status, Optional.of(Reason.PAYMENT_DECLINED), at, "payment")
                .cancelled(Reason.PAYMENT_DECLINED, at, "payment"));
    }

    public Optional<Order> paymentCaptured(Instant at) {
        if (status != OrderStatus.CONFIRMED || payment != PaymentStatus.AUTHORIZED) {
            return Optional.empty();
        }
        return Optional.of(with(PaymentStatus.CAPTURED)
                .append(EventType.PAYMENT_CAPTURED, status, Optional.empty(), at, "payment"));
    }

    /// Notes that the gateway holds no money for this order any more, or never will. It is no event: nobody waits for it.
    public Optional<Order> paymentVoided() {
        boolean open = payment == PaymentStatus.PENDING || payment == PaymentStatus.AUTHORIZED;
        return status.isTerminal() && open ? Optional.of(with(PaymentStatus.VOIDED)) : Optional.empty();
    }

    public Optional<Order> fraudDecided(FraudCheck check, Instant at) {
        if (status != OrderStatus.RESERVED || fraud.decision() != Decision.PENDING) {
            return Optional.empty();
        }
        Order decided = new Order(placed, status, reason, payment, check, stock, version, history);
        return Optional.of(switch (check.decision()) {
            case APPROVED -> decided.reviewed(Optional.empty(), at).confirmedIfComplete(at, "fraud");
            case REVIEW -> decided.reviewed(Optional.empty(), at);
            case REJECTED -> decided.reviewed(Optional.of(Reason.FRAUD_REJECTED), at)
                    .cancelled(Reason.FRAUD_REJECTED, at, "fraud");
            case PENDING -> throw new IllegalArgumentException("a fraud check that decides nothing");
        });
    }

    public String orderId() {
        return placed.orderId();
    }

    public Instant updatedAt() {
        return history.getLast().at();
    }

    private static Order blank(PlacedOrder placed, StockState stock) {
        return new Order(placed, OrderStatus.PENDING, Optional.empty(), PaymentStatus.PENDING, FraudCheck.PENDING, stock,
                0, List.of());
    }

    private Order with(PaymentStatus newPayment) {
        return new Order(placed, status, reason, newPayment, fraud, stock, version, history);
    }

    private Order reviewed(Optional<Reason> why, Instant at) {
        return append(EventType.FRAUD_REVIEWED, status, why, at, "fraud");
    }

    private Order cancelled(Reason why, Instant at, String by) {
        return append(EventType.ORDER_CANCELLED, OrderStatus.CANCELLED, Optional.of(why), at, by);
    }

    private Order confirmedIfComplete(Instant at, String by) {
        return payment == PaymentStatus.AUTHORIZED && fraud.decision() == Decision.APPROVED
                ? append(EventType.ORDER_CONFIRMED, OrderStatus.CONFIRMED, Optional.empty(), at, by)
                : this;
    }

    private Order append(EventType type, OrderStatus to, Optional<Reason> why, Instant at, String by) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(new HistoryEntry(type, version + 1, to, at, by, why));
        Optional<Reason> orderReason = to.isTerminal() ? why : reason;
        return new Order(placed, to, orderReason, payment, fraud, stock, version + 1, longer);
    }
}
