package dev.stampede.model;

import static dev.stampede.model.Orders.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// However long an order's life is and whatever is written about it: it fits where it has to.
class LargestOrderTest {

    /// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
    private static final int SNS_MESSAGE = 256 * 1024;
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    private static final int ITEM = 400 * 1024;

    @Test
    void everyEventOfItFitsIntoHalfOfAMessage() {
        List<OrderEvent> events = OrderEvent.since(0, largest());

        assertThat(events).hasSize(largest().history().size());
        assertThat(events)
                .allSatisfy(event -> assertThat(EventJson.write(event).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(SNS_MESSAGE / 2));
    }

    @Test
    void itFitsIntoHalfOfAnItem() {
        int bytes = size(AttributeValue.fromM(OrdersTable.toItem(largest())));

        assertThat(bytes).isLessThan(ITEM / 2);
    }

    /// Every line, name, note, key and address is as long as it may be, and there are as many refunds as there may be.
    private static Order largest() {
        Order order = Order.reserved(placed(), LATER, Orders.HOLD)
                .paymentAuthorized(LATER).orElseThrow()
                .fraudDecided(Orders.REVIEW, LATER).orElseThrow()
                .fraudReviewed(true, staff()).orElseThrow()
                .paymentCaptured(LATER).orElseThrow()
                .shipped(staff()).orElseThrow()
                .delivered(staff()).orElseThrow()
                .returnRequested(Actor.customer(LATER, note())).orElseThrow()
                .returned(Reason.RESTOCKED, staff()).orElseThrow();
        for (int part = 1; part < Order.MAX_REFUNDS; part++) {
            order = refund(order, Money.ofMinor(1));
        }
        return refund(order, order.refundable());
    }

    private static Order refund(Order order, Money amount) {
        return order.refunded(new Refund(amount, "k".repeat(64)), staff()).orElseThrow();
    }

    private static PlacedOrder placed() {
        PlacedOrder small = Orders.placed();
        String email = "c".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "example";
        return new PlacedOrder(
                small.orderId(), new Customer(Optional.of(email), Optional.of("i".repeat(64)), true),
                IntStream.range(0, PlacedOrder.MAX_LINES).mapToObj(LargestOrderTest::line).toList(),
                "t".repeat(64), small.fingerprint(), small.traceparent(), small.placedAt());
    }

    /// The name has the most bytes a character can have in JSON.
    private static OrderLine line(int n) {
        return new OrderLine(
                "%064d".formatted(n), "\u4e07".repeat(200), Money.ofMinor(1_000_000_00), OrderLine.MAX_QUANTITY,
                Optional.of(1000), Optional.of(new OrderLine.SaleUnits("s".repeat(64), 1_000_000)));
    }

    private static Actor staff() {
        return Actor.staff("s".repeat(254), LATER, note());
    }

    private static Optional<String> note() {
        return Optional.of("\u4e07".repeat(HistoryEntry.MAX_NOTE));
    }

    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case M -> 3 + value.m().entrySet().stream().mapToInt(LargestOrderTest::size).sum();
            case L -> 3 + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> 21;
            default -> 1;
        };
    }

    private static int size(Map.Entry<String, AttributeValue> field) {
        return 1 + field.getKey().length() + size(field.getValue());
    }
}
