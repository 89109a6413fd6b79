package dev.stampede.model.table;

import static dev.stampede.model.Orders.LATER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Customer;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.Orders;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class OrdersTableTest {

    public static List<Order> orders() {
        PlacedOrder byId = new PlacedOrder(
                "id", new Customer(Optional.empty(), Optional.of("customer-123")),
                List.of(
                        new OrderLine("a", "Ä \"quoted\" <b>", Money.ofMinor(1), 10,
                                Optional.of(10), Optional.empty()),
                        new OrderLine("b", "", Money.ofMinor(2), 1,
                                Optional.empty(), Optional.of(new SaleUnits("flash", 50))),
                        new OrderLine("c", "C", Money.ofMinor(3), 2,
                                Optional.of(2), Optional.of(new SaleUnits("late", 1)))),
                "tok_x", "f", "t", Orders.PLACED_AT);
        PlacedOrder byBoth = new PlacedOrder("id", new Customer(Optional.of("a@b.example"), Optional.of("c")),
                Orders.placed().lines(), "tok_x", "f", "t", Orders.PLACED_AT);
        PlacedOrder proven = new PlacedOrder("id", byBoth.customer().asProven(), byBoth.lines(), "tok_x", "f", "t",
                Orders.PLACED_AT);
        Order returned = Orders.captured().shipped(Orders.staff("sent")).orElseThrow()
                .delivered(Orders.staff("")).orElseThrow().returnRequested(Orders.staff("no")).orElseThrow()
                .refunded(new Refund(Money.ofMinor(5), "k"), Orders.staff("a part")).orElseThrow()
                .returned(Reason.WRITTEN_OFF, Orders.staff("broken")).orElseThrow();
        return List.of(Orders.reserved(), Orders.rejected(), Orders.confirmed(), returned,
                Orders.reserved().paymentDeclined(Reason.PAYMENT_DECLINED, LATER).orElseThrow(),
                Orders.reserved().fraudDecided(Orders.REVIEW, LATER).orElseThrow(),
                Order.reserved(byId, LATER, Duration.ofDays(2)), Order.reserved(byBoth, LATER, Orders.HOLD),
                Order.reserved(proven, LATER, Orders.HOLD),
                Order.rejected(byBoth, Reason.LIMIT_REACHED, LATER));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderLosesNothingInTheTable(Order order) {
        assertThat(OrdersTable.fromItem(OrdersTable.toItem(order))).isEqualTo(order);
        assertThat(OrdersTable.version(OrdersTable.toItem(order))).isEqualTo(order.version());
        assertThat(OrdersTable.toItem(order)).containsAllEntriesOf(OrdersTable.key(order.orderId()));
    }

    /// One write unit is 1 KB, two in a transaction: a byte more would double the price of every order.
    @Test
    void anOrderOfOneLineCostsOneWriteUnit() {
        PlacedOrder inSale = Orders.placed(List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(159_999), 1,
                Optional.of(2), Optional.of(new SaleUnits("launch-2026", 1_000)))));

        assertThat(bytes(OrdersTable.toItem(Orders.reserved()))).isLessThan(1024);
        assertThat(bytes(OrdersTable.toItem(Order.reserved(inSale, LATER, Orders.HOLD)))).isLessThan(1024);
        assertThat(bytes(OrdersTable.toItem(Orders.rejected()))).isLessThan(1024);
    }

    @Test
    void aRejectedOrderIsNotInTheIndexAndGoesAfterThirtyDays() {
        Map<String, AttributeValue> item = OrdersTable.toItem(Orders.rejected());

        assertThat(item).doesNotContainKeys(OrdersTable.CUSTOMER_EMAIL, OrdersTable.DUE_SHARD, OrdersTable.DUE_AT);
        assertThat(item.get("expiresAt").n()).isEqualTo(Long.toString(LATER.getEpochSecond() + 30L * 24 * 60 * 60));
        assertThat(OrdersTable.toItem(Orders.reserved())).containsKey(OrdersTable.CUSTOMER_EMAIL)
                .doesNotContainKey("expiresAt");
    }

    @Test
    void aReservedOrderIsDueWhenItMustBeAcknowledgedOrSoonerWhereItsHoldEnds() {
        assertThat(OrdersTable.toItem(Orders.reserved()))
                .containsEntry(OrdersTable.DUE_AT, AttributeValue.fromS("2026-01-01T10:02:02.123Z"))
                .containsKey(OrdersTable.DUE_SHARD);
        assertThat(OrdersTable.toItem(Order.reserved(Orders.placed(), LATER, Duration.ofSeconds(30))))
                .containsEntry(OrdersTable.DUE_AT, AttributeValue.fromS("2026-01-01T10:00:32.123Z"));
    }

    @Test
    void dueOrdersAreSpreadOverTenShards() {
        List<Integer> shards = IntStream.range(0, 1_000)
                .mapToObj(i -> OrdersTable.dueShard("7d3f2b1a-5c4e-5f60-8a9b-" + Integer.toHexString(i * 7919)))
                .map(Integer::valueOf).distinct().sorted().toList();

        assertThat(shards).isEqualTo(IntStream.range(0, OrdersTable.DUE_SHARDS).boxed().toList());
    }

    @Test
    void aReplayThatNeverWasCountsZero() {
        Map<String, AttributeValue> item = new HashMap<>(OrdersTable.toItem(Orders.reserved()));
        assertThat(OrdersTable.replays(item)).isZero();

        item.put("replays", AttributeValue.fromN("3"));
        assertThat(OrdersTable.replays(item)).isEqualTo(3);
    }

    @Test
    void anItemThatIsNoOrderNamesWhatItLacks() {
        Map<String, AttributeValue> item = new HashMap<>(OrdersTable.toItem(Orders.reserved()));
        item.remove("version");
        assertThatThrownBy(() -> OrdersTable.fromItem(item)).hasMessageContaining("version");
        item.remove("currency");
        assertThatThrownBy(() -> OrdersTable.fromItem(item)).hasMessageContaining("currency");
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

    @Test
    void anOrderWithoutOptionalAttributesIsRead() {
        assertThat(OrdersTable.fromItem(MinimalRecords.orderItem())).isEqualTo(MinimalRecords.order());
    }
}
