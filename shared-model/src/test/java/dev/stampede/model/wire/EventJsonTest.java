package dev.stampede.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Orders;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.EventType;
import dev.stampede.model.event.OrderEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static List<Order> orders() {
        PlacedOrder guest = new PlacedOrder(
                "id", new Customer(Optional.empty(), Optional.of("customer-123")),
                List.of(
                        new OrderLine("a", "Ä \"quoted\" <b>", Money.ofMinor(1), 10),
                        new OrderLine("b", "B", Money.ofMinor(2), 1)),
                "tok_x", "f", "t", Orders.PLACED_AT);
        return List.of(
                Orders.reserved(),
                Orders.rejected(),
                Orders.confirmed(),
                Orders.confirmed().paymentCaptured(Orders.LATER).orElseThrow(),
                Orders.reserved().paymentDeclined(Orders.LATER).orElseThrow().paymentVoided().orElse(Orders.reserved()),
                Order.reserved(guest, Orders.LATER));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anEventLosesNothingOnTheWire(Order order) {
        for (OrderEvent event : OrderEvent.since(0, order)) {
            assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anAcceptedOrderLosesNothingInTheQueue(Order order) {
        String body = Json.write(OrderJson.toTree(order.placed()));

        assertThat(OrderJson.placedFrom(Json.readObject(body))).isEqualTo(order.placed());
    }

    @Test
    void anEventIsOneVersionOfOneOrder() {
        String orderId = Orders.placed().orderId();

        assertThat(OrderEvent.since(1, Orders.confirmed()))
                .extracting(OrderEvent::id)
                .containsExactly(orderId + "#2", orderId + "#3", orderId + "#4");
    }

    @Test
    void namesAreThoseOfCloudEvents() {
        OrderEvent event = OrderEvent.since(0, Orders.reserved()).getFirst();
        JsonObject tree = Json.readObject(EventJson.write(event));

        assertThat(tree.fields()).containsEntry("specversion", "1.0").containsEntry("type", "order_created")
                .containsEntry("subject", Orders.placed().orderId())
                .containsEntry("traceparent", Orders.placed().traceparent());
    }

    @Test
    void everyTypeHasAWireNameOfItsOwn() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.ofWireName(type.wireName())).isEqualTo(type);
        }
    }
}
