package dev.stampede.crash;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Sample;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.ordering.DynamoDbReservations;
import dev.stampede.ordering.Fold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Brings orders to where a scenario begins.
final class Given {

    private Given() {}

    /// Of what one customer may have one unit.
    static PlacedOrder placed(String email, String sku, int quantity) {
        OrderLine line = new OrderLine(
                sku, "Product", Sample.line(sku, quantity).unitPrice(), quantity, Optional.of(1), Optional.empty());
        return Sample.placed(email, Sample.NOON, List.of(line));
    }

    static void reserve(Cloud cloud, Order order) {
        new DynamoDbReservations(cloud.dynamoDb(), Cloud.ORDERS, Cloud.STOCK, Cloud.PURCHASE_LIMITS)
                .reserve(new Fold(List.of(order.placed())), Sample.NOON, Duration.between(Sample.NOON, order.holdUntil()));
    }

    @SafeVarargs
    static Order move(Cloud cloud, Order order, Function<Order, Optional<Order>>... transitions) {
        var orders = new DynamoDbOrderTransitions(cloud.dynamoDb(), Cloud.ORDERS);
        Order now = order;
        for (Function<Order, Optional<Order>> transition : transitions) {
            now = ((Moved) orders.move(now, transition)).order();
        }
        return now;
    }
}
