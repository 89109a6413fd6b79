package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.cloud.fault.FaultPlan;
import dev.stampede.model.Order;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WholeFlow
class FaultFlowTest {

    private static final int ORDERS = 60;
    private static final int UNITS = 40;
    private static final List<String> DEAD_LETTERS = List.of("OrdersDeadLetters", "PaymentDeadLetters",
            "FraudDeadLetters", "InventoryDeadLetters", "EmailDeadLetters");
    private static final FaultPlan FAULTS = FaultPlan.parse("""
            throttle:*:dynamodb:3%
            conflict:*:10%
            error:*:*:2%
            error-after-commit:*:*:2%
            lost-request:*:*:1%
            lost-reply:*:*:2%
            latency:*:*:5-50ms:10%
            error:Payment:5%
            kill:ProcessOrder:5%
            duplicate:*:20%
            reorder:*:10%
            """, 1);

    private final Shop shop;

    FaultFlowTest(Shop shop) {
        this.shop = shop;
    }

    @AfterEach
    void calm() {
        shop.cloud().faults().calm();
    }

    @Test
    void invocationsCallsAndProcessesFailAsTheRulesSayAndNoLonger() {
        String product = "/api/products/" + shop.newProduct(1);
        shop.cloud().faults().start(FaultPlan.parse("throttle:Health,error:GetProduct:dynamodb,kill:GetCategories", 1));

        assertThat(shop.get("/api/health").status()).isEqualTo(503);
        assertThat(shop.get(product).status()).isGreaterThanOrEqualTo(500);
        assertThat(shop.get("/api/categories").status()).isEqualTo(500);
        assertThat(List.of("throttle", "error", "kill")).allSatisfy(
                kind -> assertThat(shop.get("/_local/faults").body().at("/injected/" + kind).asLong()).isPositive());

        shop.cloud().faults().calm();
        assertThat(List.of("/api/health", product, "/api/categories"))
                .allSatisfy(path -> assertThat(shop.get(path).status()).isEqualTo(200));
    }

    @Test
    void aPausedConsumerKeepsTheOthersGoingAndGoesOnWhereItStopped() {
        String sku = shop.newProduct(3);
        shop.cloud().faults().pause("InventoryQueue");
        assertThat(shop.get("/_local/faults").body().at("/rules/0").asText()).isEqualTo("pause:InventoryQueue");

        shop.awaitStatus(shop.buy(sku, 1), "CONFIRMED");
        assertThat(shop.stock(sku)).isEqualTo(new Stock(sku, 2, 1, 0));

        shop.cloud().faults().resume("InventoryQueue");
        await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku), new Stock(sku, 2, 0, 1)::equals);
    }

    /// Sixty orders for forty units while calls fail, processes die, and messages are repeated and reordered. Messages
    /// that fail all five receives are redriven by an operator once the faults are over.
    @Test
    void underFaultsNothingIsOversoldLostOrChargedTwice() throws Exception {
        String sku = shop.newProduct(UNITS);
        shop.cloud().faults().start(FAULTS);
        List<Answer> accepted = new ArrayList<>();
        try (ExecutorService buyers = Executors.newFixedThreadPool(4)) {
            Callable<Answer> purchase = () -> shop.buy(sku, 1);
            for (Future<Answer> buyer : buyers.invokeAll(Collections.nCopies(ORDERS, purchase))) {
                if (buyer.get().status() == 202) {
                    accepted.add(buyer.get());
                }
            }
        }
        await().atMost(Shop.PATIENCE).until(() -> accepted.stream().filter(this::ended).count() > accepted.size() / 2);
        shop.cloud().faults().calm();

        await().atMost(Shop.PATIENCE).until(() -> redriven() && accepted.stream().allMatch(this::ended));
        await().atMost(Shop.PATIENCE).until(() -> redriven() && shop.stock(sku).reserved() == 0);

        // An order may be recorded though its buyer's answer was lost on the way; it counts as well.
        List<Order> confirmed = shop.ordersOf(sku).stream()
                .filter(order -> order.status() == OrderStatus.CONFIRMED)
                .toList();
        assertThat(accepted).hasSizeGreaterThan(ORDERS / 2);
        assertThat(shop.stock(sku)).isEqualTo(new Stock(sku, UNITS - confirmed.size(), 0, confirmed.size()));
        assertThat(confirmed).allSatisfy(order -> await().atMost(Shop.PATIENCE)
                .until(() -> shop.captures(order.orderId()), captures -> captures == 1));
        // There are so few batches that chance may spare them all; KillFlowTest kills for certain.
        assertThat(FAULTS.rules()).filteredOn(rule -> !rule.kind().word().equals("kill"))
                .allSatisfy(rule -> assertThat(shop.cloud().faults().counts().get(rule.kind().word()))
                        .as(rule.toString()).isPositive());
    }

    private boolean redriven() {
        List<String> filled = DEAD_LETTERS.stream().filter(queue -> shop.depth(queue) > 0).toList();
        for (String queue : filled) {
            Map<String, Object> source = Map.of("SourceArn", "arn:aws:sqs:us-east-1:000000000000:" + queue);
            if (!shop.aws("AmazonSQS.ListMessageMoveTasks", source).at("/Results/0/Status").asText()
                    .equals("RUNNING")) {
                shop.aws("AmazonSQS.StartMessageMoveTask", source);
            }
        }
        return filled.isEmpty();
    }

    private boolean ended(Answer order) {
        return List.of("CONFIRMED", "REJECTED", "CANCELLED")
                .contains(shop.order(order).data().path("status").asText());
    }
}
