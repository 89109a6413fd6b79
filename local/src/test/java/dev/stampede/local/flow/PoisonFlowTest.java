package dev.stampede.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.local.flow.Shop.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WholeFlow
class PoisonFlowTest {

    private final Shop shop;

    PoisonFlowTest(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @CsvSource({
        "OrdersQueue, OrdersDeadLetters",
        "PaymentQueue, PaymentDeadLetters",
        "FraudQueue, FraudDeadLetters",
        "InventoryQueue, InventoryDeadLetters",
        "EmailQueue, EmailDeadLetters",
    })
    void aPoisonedMessageEndsInItsDeadLetterQueueAndItsNeighboursPass(String queue, String deadLetters) {
        int before = shop.depth(deadLetters);
        List<Answer> orders = List.of(shop.buy("rtx-4090", 1), shop.buy("rtx-4090", 1));
        shop.send(queue, "{\"poison\": true");
        Answer after = shop.buy("rtx-4090", 1);

        orders.forEach(order -> shop.awaitStatus(order, "CONFIRMED"));
        shop.awaitStatus(after, "CONFIRMED");
        await().atMost(Shop.PATIENCE).until(() -> shop.depth(deadLetters), depth -> depth == before + 1);
    }

    @Test
    void aPoisonedRecordInTheTableHoldsUpNoOtherOrder() {
        int before = shop.depth("StreamDeadLetters");
        shop.operator().putItem(put -> put.tableName("Orders").item(java.util.Map.of(
                "orderId", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("poison"),
                "version", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN("1"))));
        Answer order = shop.buy("rtx-4090", 1);

        shop.awaitStatus(order, "CONFIRMED");
        await().atMost(Shop.PATIENCE).until(() -> shop.depth("StreamDeadLetters"), depth -> depth == before + 1);
        assertThat(shop.cloud().denials()).isEmpty();
    }
}
