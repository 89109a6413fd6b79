package dev.stampede.ordering;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Order;
import dev.stampede.model.Receipt;
import dev.stampede.model.RecordedOrders;
import dev.stampede.model.Uuid;
import java.util.Optional;

/// Shows an order to who holds its receipt. Without one the answer is the same whether the order exists or not, and the
/// table is not even asked.
public final class GetOrder {

    sealed interface Result {
        record Found(Order order) implements Result {}

        /// Accepted and not recorded yet.
        record Pending(String orderId) implements Result {}

        /// Another body won the race under the same idempotency key.
        record Superseded() implements Result {}

        record NotFound() implements Result {}
    }

    private final RecordedOrders recordedOrders;
    private final SigningKey receiptKey;

    public GetOrder(RecordedOrders recordedOrders, SigningKey receiptKey) {
        this.recordedOrders = recordedOrders;
        this.receiptKey = receiptKey;
    }

    Result get(String orderId, Optional<String> receiptToken) {
        return receiptToken
                .filter(_ -> Uuid.isValid(orderId))
                .flatMap(token -> Receipt.read(orderId, token, receiptKey.secret()))
                .map(this::get)
                .orElseGet(Result.NotFound::new);
    }

    private Result get(Receipt receipt) {
        Optional<Order> recorded = recordedOrders.find(receipt.orderId());
        if (recorded.isEmpty()) {
            return new Result.Pending(receipt.orderId());
        }
        Order order = recorded.get();
        return receipt.isFor(order.placed()) ? new Result.Found(order) : new Result.Superseded();
    }
}
