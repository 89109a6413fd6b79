package dev.stampede.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.Order;
import dev.stampede.model.Orders;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.table.OrdersTable;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OrderMessageFuzzTest {

    @FuzzTest
    void whatIsReadAsAnOrderIsTakenByEveryTable(byte[] bytes) {
        PlacedOrder placed;
        try {
            placed = OrderMessage.read(new String(bytes, UTF_8));
        } catch (Json.Malformed | IllegalArgumentException | ArithmeticException _) {
            return;
        }
        Map<String, AttributeValue> item = OrdersTable.toItem(Order.reserved(placed, placed.placedAt(), Orders.HOLD));
        for (String key : List.of(OrdersTable.KEY, OrdersTable.CREATED_AT, OrdersTable.DUE_SHARD, OrdersTable.DUE_AT)) {
            assertThat(item.get(key).s()).isNotBlank();
        }
        if (item.containsKey(OrdersTable.CUSTOMER_EMAIL)) {
            assertThat(item.get(OrdersTable.CUSTOMER_EMAIL).s()).isNotBlank();
        }
        assertThat(placed.totals().total()).isGreaterThanOrEqualTo(placed.totals().subtotal());
        assertThat(placed.lines()).allSatisfy(
                line -> assertThat(PurchaseCounter.of(placed.customer(), line)).hasSizeLessThan(256));
    }
}
