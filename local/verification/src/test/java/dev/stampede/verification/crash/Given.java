package dev.stampede.verification.crash;

import dev.stampede.cart.Carts;
import dev.stampede.cart.DynamoDbCarts;
import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.reservation.DynamoDbReservations;
import dev.stampede.reservation.Fold;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                .reserve(new Fold(List.of(order.placed())), Sample.NOON,
                        Duration.between(Sample.NOON, order.holdUntil()));
    }

    static void inCart(Cloud cloud, CartId id, String sku, int quantity) {
        Carts carts = new DynamoDbCarts(cloud.dynamoDb(), Cloud.CARTS);
        Cart seen = carts.read(id, Sample.NOON);
        Money price = Sample.line(sku, quantity).unitPrice();
        seen.line(sku).ifPresentOrElse(
                line -> carts.raise(id, line, new CartAddition(Sample.id(), sku, quantity), price, Sample.NOON)
                        .orElseThrow(),
                () -> carts.put(seen,
                        new CartLine(sku, quantity, price, Sample.NOON, id.keptUntil(Sample.NOON), Set.of()),
                        Sample.NOON));
    }

    /// As whoever wrote this order into the cart and died then leaves it.
    static void beingOrdered(Cloud cloud, CartId id, PlacedOrder placed) {
        var carts = new dev.stampede.ordering.DynamoDbCarts(cloud.dynamoDb(), Cloud.CARTS);
        carts.claim(carts.read(id, Sample.NOON).cart(), placed, Sample.NOON);
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
