package dev.stampede.fulfilment;

import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import java.util.Optional;

/// Notes on an order what is to be given back of its payment, once for each idempotency key.
public final class RefundOrder {

    sealed interface Result {
        record Refunded(Order order) implements Result {}

        /// The same request as before; the order as it stands now.
        record Replayed(Order order) implements Result {}

        /// The key gave back another amount of this order before.
        record KeyReused() implements Result {}

        /// @param left what can be given back at most
        record ExceedsPayment(Money left) implements Result {}

        /// The order was refunded in as many parts as it may be, but for the last.
        ///
        /// @param left what that one gives back, and nothing less
        record TooManyParts(Money left) implements Result {}

        /// The order as it stands: nothing was taken for it, or all of it was given back.
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

    /// The key is looked for in the very order that is written: of two repeats at once one finds the other's refund.
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

    /// All that was left is what ended the order: there a request without an amount was the same one.
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
