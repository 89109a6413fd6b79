package dev.stampede.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.Orders;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.MinimalRecords;
import dev.stampede.model.table.OrdersTableTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static List<Order> orders() {
        return OrdersTableTest.orders();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anEventLosesNothingOnTheWireButTheNotesOfOtherChanges(Order order) {
        for (OrderEvent event : OrderEvent.since(0, order)) {
            OrderEvent read = EventJson.read(EventJson.write(event));

            assertThat(read).isEqualTo(event.told());
            assertThat(read.entry()).isEqualTo(event.entry());
            assertThat(read.order().refunded()).isEqualTo(order.refunded());
            assertThat(read.order().stockWanted()).isEqualTo(order.stockWanted());
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anAcceptedOrderLosesNothingInTheQueue(Order order) {
        String body = Json.write(OrderJson.toTree(order.placed()));

        assertThat(OrderJson.placedFrom(Json.readObject(body))).isEqualTo(order.placed());
    }

    @Test
    void anEventWithoutOptionalFieldsIsRead() {
        Order order = MinimalRecords.order();

        assertThat(EventJson.read(MinimalRecords.EVENT)).isEqualTo(OrderEvent.since(1, order).getFirst());
        assertThat(OrderJson.placedFrom(Json.readObject(MinimalRecords.MESSAGE))).isEqualTo(order.placed());
    }

    @Test
    void fieldsOfALaterVersionAreLeftAlone() {
        String later = MinimalRecords.EVENT.replace("\"stock\":", "\"parcel\":{\"by\":[1]},\"stock\":");

        assertThat(EventJson.read(later)).isEqualTo(EventJson.read(MinimalRecords.EVENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"status\":\"RESERVED\",\"payment\"|\"status\":\"LOST\",\"payment\"|status",
        "\"payment\":\"AUTHORIZED\"|\"payment\":\"PAID\"|payment",
        "\"stock\":\"RESERVED\"|\"stock\":\"\"|stock",
        "\"createdAt\":\"2026|\"createdAt\":\"26|createdAt",
        "\"rules\":[]|\"rules\":[1]|rules",
        "\"score\":0|\"score\":4294967296|score",
        "\"unitPrice\":159999|\"unitPrice\":1599.99|unitPrice",
    })
    void aFieldThatIsNotAsItMustBeIsNamed(String field, String broken, String name) {
        assertThat(MinimalRecords.EVENT).contains(field);
        assertThatThrownBy(() -> EventJson.read(MinimalRecords.EVENT.replace(field, broken)))
                .isInstanceOf(Json.Malformed.class).hasMessageContaining(name);
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
