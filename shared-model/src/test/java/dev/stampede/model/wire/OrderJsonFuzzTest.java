package dev.stampede.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.PlacedOrder;

class OrderJsonFuzzTest {

    @FuzzTest
    void whatIsReadAsAnAcceptedOrderIsWrittenTheSame(byte[] bytes) {
        PlacedOrder placed;
        try {
            placed = OrderJson.placedFrom(Json.readObject(new String(bytes, UTF_8)));
        } catch (Json.Malformed | IllegalArgumentException _) {
            return;
        }
        String text = Json.write(OrderJson.toTree(placed));
        assertThat(Json.write(OrderJson.toTree(OrderJson.placedFrom(Json.readObject(text))))).isEqualTo(text);
    }
}
