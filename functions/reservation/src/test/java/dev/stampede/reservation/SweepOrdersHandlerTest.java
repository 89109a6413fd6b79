package dev.stampede.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stampede.model.OrderStatus;
import dev.stampede.testing.Recorded;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepOrdersHandlerTest {

    private final InMemoryDueOrders orders = new InMemoryDueOrders();
    private final SweepOrdersHandler handler = new SweepOrdersHandler(new SweepOrders(
            orders, orders, InstantSource.fixed(Recorded.NOON.plus(Recorded.HOLD))));

    @Test
    void sweepsWheneverItIsCalledWhateverTheEvent() {
        orders.record(Recorded.RESERVED.order);

        handle("not even JSON", 60_000);

        assertThat(orders.stored(Recorded.ID).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void beginsNothingThatItMightNotFinish() {
        orders.record(Recorded.RESERVED.order);

        handle("{}", 12_000);

        assertThat(orders.stored(Recorded.ID).status()).isEqualTo(OrderStatus.RESERVED);
    }

    /// Requirement 26.
    @Test
    void aSweepWithABrokenOrderFailsAfterwardsSoThatAnOperatorIsTold() {
        orders.record(Recorded.RESERVED.order);
        orders.broken.add(Recorded.ID);

        assertThatIllegalStateException().isThrownBy(() -> handle("{}", 60_000)).withMessage("1 due orders failed");
    }

    @Test
    void doesNotStartWithoutItsTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SweepOrdersHandler(Map.of()))
                .withMessageContaining("ORDERS_TABLE");
    }

    private void handle(String event, int remainingMillis) {
        Context context = (Context) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Context.class},
                (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
                    return remainingMillis;
                });
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), context);
    }
}
