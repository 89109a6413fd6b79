package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.cancelled;
import static dev.stampede.inventory.Sample.confirmed;
import static dev.stampede.inventory.Sample.expired;
import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.paid;
import static dev.stampede.inventory.Sample.reserved;
import static dev.stampede.inventory.Sample.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.Order;
import dev.stampede.model.Stock;
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
    private final InventoryHandler handler = new InventoryHandler(new MoveStock(ledger, _ -> {}), (_, _, _) -> {});

    /// Requirements 4 and 6.
    @Test
    void returnsOnlyWhatCannotBeReadOrMoved() {
        ledger.put(new Stock("gpu", 0, 3, 0));
        Order a = recorded(confirmed(reserved("a", line("gpu", 1))));
        Order b = recorded(cancelled(reserved("b", line("gpu", 1))));
        Order c = recorded(expired(reserved("c", line("gpu", 1))));

        List<String> failures = handle(
                message("m1", event(a)),
                message("m2", "not JSON"),
                message("m3", event(b)),
                message("m4", event(confirmed(reserved("unknown", line("gpu", 1))))),
                message("m5", event(c)));

        assertThat(failures).containsExactlyInAnyOrder("m2", "m4");
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 2, 0, 1));
    }

    /// Requirement 4.
    @Test
    void returnsEveryMessageOfAnOrderThatFailed() {
        ledger.put(new Stock("gpu", 0, 0, 0));
        Order confirmed = confirmed(reserved("a", line("gpu", 1)));
        Order cancelled = recorded(cancelled(confirmed));

        assertThat(handle(message("m1", event(confirmed)), message("m2", event(cancelled))))
                .containsExactlyInAnyOrder("m1", "m2");
    }

    /// Requirement 2.
    @Test
    void takesAnyEventOfAnOrderForAHint() {
        ledger.put(new Stock("gpu", 0, 1, 0));
        Order reserved = reserved("a", line("gpu", 1));
        Order created = recorded(reserved);

        assertThat(handle(message("m1", event(created)))).isEmpty();
        recorded(shipped(paid(reserved)));
        assertThat(handle(message("m2", event(confirmed(reserved))))).isEmpty();

        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 0, 0, 1));
    }

    @Test
    void doesNotStartWithoutItsTables() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InventoryHandler(
                Map.of("ORDERS_TABLE", "Orders", "STOCK_TABLE", "Stock")));
    }

    private Order recorded(Order order) {
        ledger.put(order);
        return order;
    }

    private static String event(Order order) {
        return EventJson.write(OrderEvent.ofStatus(order).getLast());
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
