package dev.stampede.ordering;

import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Receipt;
import dev.stampede.ordering.CreateOrder.Result.Accepted;
import dev.stampede.ordering.CreateOrder.Result.KeyReused;
import dev.stampede.ordering.CreateOrder.Result.Refused;
import dev.stampede.ordering.CreateOrder.Result.Replayed;
import dev.stampede.ordering.CreateOrder.Result.TooManyOrders;
import java.time.Duration;
import java.util.Map;

/// What a shopper hears of an order they place.
final class OrderAnswer {

    private OrderAnswer() {}

    static HttpResponse of(CreateOrder.Result result, SigningKey receiptKey) {
        return switch (result) {
            case Accepted(PlacedOrder placed) -> {
                Log.info("order accepted", "orderId", placed.orderId(), "traceparent", placed.traceparent());
                yield accepted("Order accepted",
                        OrderView.accepted(placed, OrderStatus.PENDING, receiptToken(placed, receiptKey)));
            }
            case Replayed(PlacedOrder placed, OrderStatus status, boolean proven) -> (proven
                    ? accepted("Order accepted", OrderView.accepted(placed, status, receiptToken(placed, receiptKey)))
                    : accepted(
                            "Order accepted before. Its receipt is not given again: anybody may guess so short a key.",
                            OrderView.accepted(placed, status)))
                    .withHeader("idempotency-replayed", "true");
            case KeyReused _ -> HttpResponse.problem(422, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another order.");
            case Refused refused -> RefusalAnswer.of(refused);
            case TooManyOrders(Duration pause) -> HttpResponse.problem(429, "TOO_MANY_ORDERS",
                    "Too many orders were placed with this address or from your network. Nothing was ordered.")
                    .withHeader("retry-after", Long.toString(Math.max(1, pause.toSeconds())));
        };
    }

    private static HttpResponse accepted(String message, Map<String, Object> order) {
        return HttpResponse.success(202, message, order).withHeader("location", "/api/orders/" + order.get("orderId"));
    }

    private static String receiptToken(PlacedOrder placed, SigningKey receiptKey) {
        return Receipt.of(placed).token(receiptKey.secret());
    }
}
