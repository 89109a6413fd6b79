package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.lambda.NotYet;
import dev.stampede.lambda.OwnQueue;
import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaymentHandlerTest {

    private final FaultyGateway gateway = new FaultyGateway();
    private final List<String> putOff = new ArrayList<>();
    private OwnQueue ownQueue = (body, delay, _) -> putOff.add(body + " after " + delay);

    /// Requirement 6.
    @Test
    void returnsOnlyTheMessageItCannotRead() {
        Order created = Sample.order("tok_ok");
        InMemoryOrders orders = new InMemoryOrders(created);

        List<String> failures = handle(
                orders, message("poison", "{}", 1), message("good", event(created), 1), message("broken", "<xml/>", 1));

        assertThat(failures).containsExactlyInAnyOrder("poison", "broken");
        assertThat(orders.get(created.orderId()).payment()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    /// Requirement 7.
    @Test
    void knowsHowOftenAMessageWasDelivered() {
        Order created = Sample.order("tok_error_500");
        InMemoryOrders orders = new InMemoryOrders(created);

        assertThat(handle(orders, message("m", event(created), 3))).containsExactly("m");
        assertThat(handle(orders, message("m", event(created), 4))).isEmpty();

        assertThat(orders.get(created.orderId()).reason()).contains(Reason.PAYMENT_UNAVAILABLE);
    }

    /// Requirement 11.
    @Test
    void settlesTheMessagesOfABatchSideBySide() {
        List<Order> batch = IntStream.range(0, 10).mapToObj(n -> Sample.order("order-" + n, "tok_ok")).toList();
        InMemoryOrders orders = new InMemoryOrders(batch.toArray(Order[]::new));
        CountDownLatch allAsked = new CountDownLatch(batch.size());
        gateway.onTheWay = () -> awaitAll(allAsked);

        assertThat(handle(orders, batch.stream().map(order -> message(order.orderId(), event(order), 1)).toArray()))
                .isEmpty();

        assertThat(batch).allMatch(order -> orders.get(order.orderId()).payment() == PaymentStatus.AUTHORIZED);
    }

    /// Requirement 10.
    @Test
    void putsOffWhatTheProviderIsNotAskedForWithoutAReceiveBeingCounted() {
        Order created = Sample.order("tok_ok");
        InMemoryOrders orders = new InMemoryOrders(created);
        gateway.onTheWay = () -> {
            throw new NotYet("circuit open", Duration.ofSeconds(30));
        };

        assertThat(handle(orders, message("m", event(created), 5))).isEmpty();

        assertThat(putOff).containsExactly(event(created) + " after PT30S");
    }

    /// Requirement 10.
    @Test
    void returnsWhatItCannotPutOff() {
        Order created = Sample.order("tok_ok");
        gateway.onTheWay = () -> {
            throw new NotYet("circuit open", Duration.ofSeconds(30));
        };
        ownQueue = (_, _, _) -> {
            throw new IllegalStateException("SQS is throttled");
        };

        assertThat(handle(new InMemoryOrders(created), message("m", event(created), 1))).containsExactly("m");
    }

    @Test
    void doesNotStartWithoutItsTables() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentHandler(Map.of("ORDERS_TABLE", "Orders")));
    }

    private static void awaitAll(CountDownLatch all) {
        all.countDown();
        try {
            assertThat(all.await(10, TimeUnit.SECONDS)).as("all asked").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String event(Order created) {
        return EventJson.write(Sample.event(EventType.ORDER_CREATED, created));
    }

    private static Object message(String id, String body, int receiveCount) {
        return Json.object("messageId", id, "body", body,
                "attributes", Json.object("ApproximateReceiveCount", Integer.toString(receiveCount)));
    }

    private List<String> handle(InMemoryOrders orders, Object... messages) {
        PaymentHandler handler = new PaymentHandler(
                new SettlePayment(gateway, orders, Sample.HOLDS, InstantSource.fixed(Sample.NOW)), ownQueue);
        byte[] event = Json.write(Json.object("Records", List.of(messages))).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        return Json.readObject(out.toString(StandardCharsets.UTF_8)).objects("batchItemFailures").stream()
                .map(item -> item.string("itemIdentifier")).toList();
    }
}
