package dev.stampede.fulfilment;

import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import java.util.Optional;

/// Records a refund on an order, once for each idempotency key.
public final class RefundOrder {

    sealed interface Result {
        record Refunded(Order order) implements Result {}

        /// The same request as before; the order as it stands now.
        record Replayed(Order order) implements Result {}

        /// The key was used for another amount before.
        record KeyReused() implements Result {}

        /// @param left the most that can be refunded
        record ExceedsPayment(Money left) implements Result {}

        /// The order has all its refunds but the last one.
        ///
        /// @param left what the last refund must be
        record TooManyParts(Money left) implements Result {}

        /// The current order: nothing was captured for it, or everything was refunded.
        record Refused(Order order) implements Result {}

        record NotFound() implements Result {}
    }

    private final MoveOrder moveOrder;

    public RefundOrder(MoveOrder moveOrder) {
        this.moveOrder = moveOrder;
    }

    /// @param amount above zero; empty for all that is left
    Result refund(String orderId, Staff staff, String key, Optional<Money> amount) {
        return switch (moveOrder.move(orderId, staff, (order, by) -> refunded(order, by, key, amount))) {
            case MoveOrder.Result.Moved(Order order) -> new Result.Refunded(order);
            case MoveOrder.Result.Refused(Order order) -> refusal(order, key, amount);
            case MoveOrder.Result.NotFound _ -> new Result.NotFound();
        };
    }

    /// The key is looked up in the same version that is written, so of two concurrent repeats one finds the other's
    /// refund.
    private static Optional<Order> refunded(Order order, Actor by, String key, Optional<Money> amount) {
        boolean nothingLeft = order.refundable().minorUnits() == 0;
        return nothingLeft || entry(order, key).isPresent()
                ? Optional.empty()
                : order.refunded(new Refund(amount.orElse(order.refundable()), key), by);
    }

    private static Result refusal(Order order, String key, Optional<Money> amount) {
        Optional<HistoryEntry> before = entry(order, key);
        if (before.isPresent()) {
            return isRepeat(before.get(), amount) ? new Result.Replayed(order) : new Result.KeyReused();
        }
        Money left = order.refundable();
        if (left.minorUnits() == 0) {
            return new Result.Refused(order);
        }
        return amount.filter(wanted -> wanted.compareTo(left) < 0).isPresent()
                ? new Result.TooManyParts(left)
                : new Result.ExceedsPayment(left);
    }

    /// If the refund ended the order, a request without an amount is the same request.
    private static boolean isRepeat(HistoryEntry before, Optional<Money> amount) {
        return amount.map(before.refund().orElseThrow().amount()::equals)
                .orElse(before.status() == OrderStatus.REFUNDED);
    }

    private static Optional<HistoryEntry> entry(Order order, String key) {
        return order.history().stream()
                .filter(entry -> entry.refund().filter(refund -> refund.key().equals(key)).isPresent())
                .findFirst();
    }
}
