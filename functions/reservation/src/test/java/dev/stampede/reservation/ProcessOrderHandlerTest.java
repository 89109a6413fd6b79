package dev.stampede.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderJson;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.SteppedClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 10.
class ProcessOrderHandlerTest {

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final List<String> putOff = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "hello", "{\"orderId\":1}",
        "@\"sku\":\"cable\"@\"sku\":\"\"", "@\"sku\":\"cable\"@\"sku\":\"a b\"", "@\"quantity\":1@\"quantity\":0",
        "@\"quantity\":1@\"quantity\":1.5", "@\"unitPrice\":100@\"unitPrice\":-1",
        "@\"unitPrice\":100@\"unitPrice\":9223372036854775807", "@\"currency\":\"USD\"@\"currency\":\"XXXX\"",
        "@\"orderId\":\"good-1\"@\"orderId\":\"\"", "@customer@example.com@ ",
        "@\"quantity\":1@\"quantity\":1,\"sale\":{\"id\":\"a b\",\"units\":1}",
        "@\"quantity\":1@\"quantity\":1,\"sale\":{\"id\":\"spring\",\"units\":0}",
        "@\"quantity\":1@\"quantity\":1,\"limitPerCustomer\":0", "@2026-01-01T@yesterday"})
    void aPoisonedMessageFailsAloneWhereverItStands(String poison) {
        reservations.put("cable", 10);
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("m1", body("good-0"));
        bodies.put("poison", poisoned(poison));
        bodies.put("m2", body("good-2"));

        assertThat(process(bodies)).containsExactly("poison");
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactly("good-0", "good-2");
    }

    @Test
    void aBatchOfPoisonFailsAsItIs() {
        assertThat(process(Map.of("m1", "{"))).containsExactly("m1");
        assertThat(reservations.folds).isEmpty();
    }

    @Test
    void everyMessageOfAnOrderThatIsHandedBackComesBack() {
        reservations.put("cable", 10);
        reservations.impossible.add("same");
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("m1", body("same"));
        bodies.put("m2", body("same"));

        assertThat(process(bodies)).containsExactlyInAnyOrder("m1", "m2");
    }

    /// Requirement 8.
    @Test
    void anOrderOfATableThatGivesNoAnswerIsPutOffAndCostsNoReceive() {
        reservations.before.add(() -> Optional.of(new Reservations.Outcome.Unanswered()));
        reservations.put("cable", 9);

        assertThat(process(Map.of("m1", body("slow"), "m2", "{}"))).containsExactly("m2");
        assertThat(putOff).containsExactly(body("slow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "15m", "PT0S", "PT-15M", "P1M"})
    void aHoldThatIsNoDurationFailsAtTheStartByName(String hold) {
        assertThatThrownBy(() -> new ProcessOrderHandler(Map.of("ORDERS_TABLE", "Orders", "STOCK_TABLE", "Stock",
                "PURCHASE_LIMITS_TABLE", "PurchaseLimits", "RESERVATION_HOLD", hold)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RESERVATION_HOLD")
                .hasMessageEndingWith(hold);
    }

    private static String poisoned(String poison) {
        if (!poison.startsWith("@")) {
            return poison;
        }
        int split = poison.lastIndexOf('@');
        return body("good-1").replace(poison.substring(1, split), poison.substring(split + 1));
    }

    private static String body(String orderId) {
        PlacedOrder order = Placed.order(orderId, Map.of("cable", 1));
        return Json.write(OrderJson.toTree(order));
    }

    private List<String> process(Map<String, String> bodies) {
        List<Object> records = new ArrayList<>();
        bodies.forEach((id, body) -> records.add(Json.object(
                "messageId", id, "body", body, "attributes", Json.object("ApproximateReceiveCount", "1"))));
        var out = new ByteArrayOutputStream();
        ProcessOrder processOrder = new ProcessOrder(reservations, Recorded.HOLD, _ -> {}, new SteppedClock());
        new ProcessOrderHandler(processOrder, (body, _, _) -> putOff.add(body)).handleRequest(
                new ByteArrayInputStream(Json.write(Json.object("Records", records)).getBytes(UTF_8)), out, null);
        return Json.readObject(out.toString(UTF_8)).objects("batchItemFailures").stream()
                .map(failure -> failure.string("itemIdentifier"))
                .toList();
    }
}
