package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WholeFlow
class KillFlowTest {

    private static final int ORDERS = 100;
    private static final int UNITS = 75;
    private static final int KILLS = 2;

    private final Shop shop;

    KillFlowTest(Shop shop) {
        this.shop = shop;
    }

    /// A hundred orders for seventy-five units while one function's process is killed twice at its work.
    @ParameterizedTest
    @ValueSource(strings = {
        "CreateOrder", "ProcessOrder", "StreamProcessor", "Payment", "Fraud", "Inventory", "Email", "Analytics"})
    void killingAFunctionInABurstLosesAndDoublesNothing(String function) throws Exception {
        String sku = shop.newProduct(UNITS);
        try (ExecutorService buyers = Executors.newFixedThreadPool(16)) {
            List<Future<Answer>> burst = IntStream.range(0, ORDERS)
                    .mapToObj(_ -> buyers.submit(() -> shop.buy(sku, 1)))
                    .toList();
            for (int kills = 0; kills < KILLS; kills++) {
                await().atMost(Shop.PATIENCE).pollInterval(Duration.ofMillis(5))
                        .until(() -> shop.cloud().killBusy(function));
            }
            List<Answer> accepted = new ArrayList<>();
            for (Future<Answer> buyer : burst) {
                Answer answer = buyer.get();
                if (answer.status() == 202) {
                    accepted.add(answer);
                }
            }
            // A killed CreateOrder costs the requests it held, which were told so; the others lose none.
            assertThat(accepted).hasSizeGreaterThan(ORDERS / 2);
            await().atMost(Shop.PATIENCE).until(() -> accepted.stream().allMatch(this::ended));
            await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku).reserved() == 0);

            // An order may be recorded though its buyer's answer was lost with the process; it counts as well.
            List<Order> confirmed = shop.ordersOf(sku).stream()
                    .filter(order -> order.status() == OrderStatus.CONFIRMED)
                    .toList();
            assertThat(shop.stock(sku)).isEqualTo(new Stock(sku, UNITS - confirmed.size(), 0, confirmed.size()));
            assertThat(confirmed).allSatisfy(order -> await().atMost(Shop.PATIENCE)
                    .until(() -> shop.captures(order.orderId()), captures -> captures == 1));
        }
    }

    private boolean ended(Answer order) {
        return List.of("CONFIRMED", "REJECTED", "CANCELLED")
                .contains(shop.order(order).data().path("status").asText());
    }
}
