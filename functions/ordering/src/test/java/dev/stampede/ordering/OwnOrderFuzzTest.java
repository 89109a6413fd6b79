package dev.stampede.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.Order;
import dev.stampede.testing.InMemoryOrders;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.time.InstantSource;
import java.util.Map;

class OwnOrderFuzzTest {

    @FuzzTest
    void aBodyCancelsWithANoteOrNothing(byte[] bytes) {
        InMemoryOrders orders = new InMemoryOrders();
        orders.record(Recorded.PAID.order);
        ChangeOwnOrder change = new ChangeOwnOrder(
                new GetOrder(orders, Shop.KEY), orders, InstantSource.fixed(Recorded.NOON));

        Answer answer = Requests.post(new CancelOrderHandler(change), Recorded.ID,
                Map.of("X-Receipt-Token", Recorded.receipt()), new String(bytes, UTF_8));

        Order after = orders.stored(Recorded.ID);
        if (answer.status() == 200) {
            assertThat(after.history().getLast().note().orElse("")).hasSizeLessThanOrEqualTo(500);
        } else {
            assertThat(answer.status()).isIn(400, 413);
            assertThat(after).isEqualTo(Recorded.PAID.order);
        }
    }
}
