package dev.stampede.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.fulfilment.Requests.Answer;
import dev.stampede.model.Order;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

class StaffBodyFuzzTest {

    /// A body is sent to every operation, each with an order that it may move.
    @FuzzTest
    void aBodyMovesAnOrderAsItSaysOrNothing(byte[] bytes) {
        String body = new String(bytes, UTF_8);
        sent(body, State.PAID, ShipOrderHandler::new);
        sent(body, State.SHIPPED, DeliverOrderHandler::new);
        sent(body, State.IN_REVIEW, DecideFraudHandler::new);
        sent(body, State.RETURN_REQUESTED, ReceiveReturnHandler::new);
        Order refunded = sent(body, State.DELIVERED, move -> new RefundOrderHandler(new RefundOrder(move)));
        assertThat(refunded.refunded()).isBetween(State.DELIVERED.order.refunded(), Sample.TOTAL);
    }

    private static Order sent(String body, State state, Function<MoveOrder, RequestStreamHandler> handler) {
        InMemoryOrders orders = new InMemoryOrders(state.order);
        MoveOrder moveOrder = new MoveOrder(orders, orders, InstantSource.fixed(Sample.NOW));

        Answer answer = Requests.post(
                handler.apply(moveOrder), Requests.ADMIN, Map.of("Idempotency-Key", "k1"), body);

        Order after = orders.stored();
        if (answer.status() == 200) {
            assertThat(after.history()).hasSizeGreaterThan(state.order.history().size());
            assertThat(after.history().getLast().by()).isEqualTo("staff:staff@example.com");
            assertThat(after.history().getLast().note().orElse("")).hasSizeLessThanOrEqualTo(500);
        } else {
            assertThat(answer.status()).isIn(400, 409, 413);
            assertThat(after).isEqualTo(state.order);
        }
        return after;
    }
}
