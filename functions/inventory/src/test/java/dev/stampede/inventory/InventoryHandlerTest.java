package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import dev.stampede.model.event.EventType;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InventoryHandlerTest {

    private final InMemoryStockLedger ledger = new InMemoryStockLedger();
    private final InventoryHandler handler = new InventoryHandler(new MoveStock(ledger, _ -> {}));

    @Test
    void handsBackOnlyWhatCannotBeReadOrMoved_4_6() {
        ledger.reserved("gpu", 3);
        List.of("a", "b", "c").forEach(ledger::recorded);

        List<String> failures = handle(
                message("m1", event(EventType.ORDER_CONFIRMED, "a")),
                message("m2", "not JSON"),
                message("m3", event(EventType.ORDER_CANCELLED, "b")),
                message("m4", event(EventType.ORDER_CONFIRMED, "unknown")),
                message("m5", event(EventType.ORDER_EXPIRED, "c")));

        assertThat(failures).containsExactlyInAnyOrder("m2", "m4");
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 2, 0, 1));
    }

    @Test
    void handsBackEveryMessageOfAnOrderThatFailed_4() {
        ledger.reserved("gpu", 0);
        ledger.recorded("a");

        assertThat(handle(
                message("m1", event(EventType.ORDER_CONFIRMED, "a")),
                message("m2", event(EventType.ORDER_CONFIRMED, "a")))).containsExactlyInAnyOrder("m1", "m2");
    }

    @Test
    void movesNothingForOtherEvents() {
        assertThat(handle(message("m1", event(EventType.ORDER_CREATED, "a")),
                message("m2", event(EventType.ORDER_RETURNED, "a")))).isEmpty();
        assertThat(ledger.transactions()).isEmpty();
    }

    @Test
    void doesNotStartWithoutItsTables() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InventoryHandler(Map.of("ORDERS_TABLE", "Orders")));
    }

    private static String event(EventType type, String orderId) {
        Order order = Sample.order(orderId, line("gpu", 1));
        return EventJson.write(new OrderEvent(orderId + "#4", type, Sample.NOW, order));
    }

    private static Object message(String id, String body) {
        return Json.object("messageId", id, "body", body,
                "attributes", Json.object("ApproximateReceiveCount", "1"));
    }

    private List<String> handle(Object... messages) {
        byte[] event = Json.write(Json.object("Records", List.of(messages))).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        JsonObject response = Json.readObject(out.toString(StandardCharsets.UTF_8));
        return response.objects("batchItemFailures").stream().map(item -> item.string("itemIdentifier")).toList();
    }
}
