package dev.stampede.model.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.Orders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OrdersTableTest {

    static List<Order> orders() {
        return List.of(Orders.reserved(), Orders.rejected(), Orders.confirmed(),
                Orders.reserved().paymentDeclined(Orders.LATER).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderLosesNothingInTheTable(Order order) {
        assertThat(OrdersTable.fromItem(OrdersTable.toItem(order))).isEqualTo(order);
    }

    /// One write unit is 1 KB, two in a transaction: a byte more would double the price of every order.
    @Test
    void anOrderOfOneLineCostsOneWriteUnit() {
        assertThat(bytes(OrdersTable.toItem(Orders.reserved()))).isLessThan(1024);
        assertThat(bytes(OrdersTable.toItem(Orders.rejected()))).isLessThan(1024);
    }

    @Test
    void aRejectedOrderIsNotInTheIndexAndGoesAfterThirtyDays() {
        Map<String, AttributeValue> item = OrdersTable.toItem(Orders.rejected());

        assertThat(item).doesNotContainKey(OrdersTable.CUSTOMER_EMAIL);
        assertThat(item.get("expiresAt").n())
                .isEqualTo(Long.toString(Orders.LATER.getEpochSecond() + 30L * 24 * 60 * 60));
        assertThat(OrdersTable.toItem(Orders.reserved())).containsKey(OrdersTable.CUSTOMER_EMAIL)
                .doesNotContainKey("expiresAt");
    }

    @Test
    void aTransitionAppendsOnlyWhatIsNew() {
        Order before = Orders.reserved();
        Order after = before.paymentAuthorized(Orders.LATER).orElseThrow();

        ConditionalUpdate update = OrdersTable.transition(before, after);

        assertThat(update.values().get(":added").l()).hasSize(1);
        assertThat(update.values()).containsEntry(":before", AttributeValue.fromN("1"))
                .containsEntry(":version", AttributeValue.fromN("2"));
    }

    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
    private static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> entry.getKey().getBytes(UTF_8).length + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> value.n().length() / 2 + 2;
            case M -> 3 + bytes(value.m()) + value.m().size();
            case L -> 3 + value.l().stream().mapToInt(element -> bytes(element) + 1).sum();
            default -> throw new AssertionError("no order has a " + value.type());
        };
    }
}
