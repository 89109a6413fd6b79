package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Stock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A table that takes longer than the SDK waits: what was asked of it happens all the same, and nobody is told.
@WholeFlow
class SlowStoreFlowTest {

    private static final int ORDERS = 200;
    /// Above the five seconds of a call.
    private static final FaultPlan SLOW = FaultPlan.parse("""
            latency:*:dynamodb:TransactWriteItems:6000ms
            latency:*:dynamodb:UpdateItem:6000ms
            latency:*:dynamodb:PutItem:6000ms
            """, 1);
    /// How often each function may write an order that it writes once or twice where nothing is slow: a message is put
    /// off for longer each time.
    private static final double MOST_WRITES = 4;
    private static final List<String> WORKERS =
            List.of("Orders", "Payment", "Fraud", "Inventory", "Email", "Analytics", "Stream");

    private final Shop shop;

    SlowStoreFlowTest(Shop shop) {
        this.shop = shop;
    }

    @AfterEach
    void calm() {
        shop.cloud().faults().calm();
    }

    @Test
    void aBacklogOnASlowStoreIsRepeatedLittleAndEndsInNoDeadLetterQueue() throws Exception {
        String sku = shop.newProduct(ORDERS);
        shop.cloud().faults().pause("OrdersQueue");
        List<Answer> backlog = ordered(sku);
        Map<String, Integer> letters = letters();
        Map<String, Long> written = written();

        shop.cloud().faults().start(SLOW);
        // Recorded by writes that no function was told of.
        await().atMost(Shop.PATIENCE).until(() -> shop.ordersOf(sku).size(), size -> size == ORDERS);
        await().atMost(Shop.PATIENCE).until(() -> shop.ordersOf(sku).stream()
                .filter(order -> order.status() == OrderStatus.CONFIRMED).count(), confirmed -> confirmed > ORDERS / 4);
        shop.cloud().faults().calm();
        backlog.forEach(order -> shop.awaitStatus(order, "CONFIRMED"));
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), new Stock(sku, 0, 0, ORDERS)::equals);

        written()
                .forEach((function, items) -> assertThat((items - written.getOrDefault(function, 0L)) / (double) ORDERS)
                        .as("writes of %s for each order", function).isLessThanOrEqualTo(MOST_WRITES));
        assertThat(letters()).as("dead letters").isEqualTo(letters);
        assertThat(backlog.stream().map(Shop::orderId).mapToInt(shop::captures)).containsOnly(1);
    }

    private List<Answer> ordered(String sku) throws Exception {
        List<Answer> accepted = new ArrayList<>();
        try (ExecutorService buyers = Executors.newFixedThreadPool(8)) {
            Callable<Answer> purchase = () -> shop.patiently(() -> shop.buy(sku, 1));
            for (Future<Answer> buyer : buyers.invokeAll(Collections.nCopies(ORDERS, purchase))) {
                assertThat(buyer.get().status()).isEqualTo(202);
                accepted.add(buyer.get());
            }
        }
        return accepted;
    }

    private Map<String, Integer> letters() {
        return WORKERS.stream().map(worker -> worker + "DeadLetters")
                .collect(Collectors.toMap(Function.identity(), shop::depth));
    }

    /// Writes of the Orders table, by function.
    private Map<String, Long> written() {
        return shop.cloud().meter().get("capacity").valueStream()
                .filter(use -> use.get("table").asText().equals("Orders") && use.get("writeUnits").asDouble() > 0)
                .collect(Collectors.groupingBy(
                        use -> use.get("session").asText(), Collectors.summingLong(use -> use.get("items").asLong())));
    }
}
