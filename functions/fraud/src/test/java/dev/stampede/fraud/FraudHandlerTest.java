package dev.stampede.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FraudHandlerTest {

    private final Order created = Sample.reserved(Sample.order("customer@example.com", 1));
    private final InMemoryOrders orders = new InMemoryOrders(created);
    private final FraudHandler handler = new FraudHandler(
            new ScoreOrder(FraudRule.all(), new InMemoryFraudSignals(), orders, InstantSource.fixed(Sample.NOW)),
            (_, _, _) -> {});

    /// Requirement 6.
    @Test
    void returnsOnlyTheMessageItCannotRead() {
        String good = EventJson.write(OrderEvent.since(0, created).getFirst());

        String response = handle(message("poison", "{}"), message("good", good), message("broken", "<xml/>"));

        assertThat(Json.readObject(response).objects("batchItemFailures"))
                .extracting(item -> item.string("itemIdentifier"))
                .containsExactlyInAnyOrder("poison", "broken");
        assertThat(orders.get(created.orderId()).fraud().decision()).isEqualTo(Decision.APPROVED);
    }

    @Test
    void doesNotStartWithoutItsTables() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FraudHandler(Map.of("ORDERS_TABLE", "Orders")));
    }

    private static Object message(String id, String body) {
        return Json.object("messageId", id, "body", body,
                "attributes", Json.object("ApproximateReceiveCount", "1"));
    }

    private String handle(Object... messages) {
        byte[] event = Json.write(Json.object("Records", List.of(messages))).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }
}
