package dev.stampede.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.local.flow.Shop.Answer;
import dev.stampede.model.Stock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WholeFlow
class KillFlowTest {

    private static final int ORDERS = 200;

    private final Shop shop;

    KillFlowTest(Shop shop) {
        this.shop = shop;
    }

    /// Two hundred orders for a hundred and fifty units while one function's process is killed again and again.
    @ParameterizedTest
    @ValueSource(strings = {"CreateOrder", "ProcessOrder", "StreamProcessor", "Payment", "Fraud", "Inventory", "Email"})
    void killingAFunctionInABurstLosesAndDoublesNothing(String function) throws Exception {
        String sku = shop.newProduct(150);
        try (ExecutorService buyers = Executors.newFixedThreadPool(16)) {
            List<Future<Answer>> burst = IntStream.range(0, ORDERS)
                    .mapToObj(_ -> buyers.submit(() -> shop.buy(sku, 1)))
                    .toList();
            for (int kills = 0; kills < 3; kills++) {
                await().atMost(Shop.PATIENCE).until(() -> shop.cloud().kill(function));
            }
            List<Answer> accepted = new java.util.ArrayList<>();
            for (Future<Answer> buyer : burst) {
                Answer answer = buyer.get();
                if (answer.status() == 202) {
                    accepted.add(answer);
                }
            }
            // A killed CreateOrder costs the requests it held, which were told so; the others lose none.
            assertThat(accepted).hasSizeGreaterThan(ORDERS / 2);
            await().atMost(Shop.PATIENCE).until(() -> accepted.stream().allMatch(this::ended));
            long confirmed = accepted.stream()
                    .filter(order -> shop.order(order).data().path("status").asText().equals("CONFIRMED"))
                    .count();
            await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku).reserved() == 0);
            Stock stock = shop.stock(sku);
            assertThat(stock.total()).isEqualTo(150);
            assertThat(stock.sold()).isGreaterThanOrEqualTo(confirmed);
        }
    }

    private boolean ended(Answer order) {
        return List.of("CONFIRMED", "REJECTED", "CANCELLED")
                .contains(shop.order(order).data().path("status").asText());
    }
}
