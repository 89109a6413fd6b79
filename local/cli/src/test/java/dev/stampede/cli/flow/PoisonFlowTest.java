package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WholeFlow
class PoisonFlowTest {

    private final Shop shop;

    PoisonFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aPoisonedMessageOnEachQueueEndsInItsDeadLetterQueueAndItsNeighboursPass() {
        List<String> works = List.of("Orders", "Payment", "Fraud", "Inventory", "Email");
        String poison = "{\"poison\": \"" + UUID.randomUUID();
        Answer first = shop.buy("rtx-4090", 1);
        works.forEach(work -> shop.send(work + "Queue", poison));
        List<Answer> beside = List.of(first, shop.buy("rtx-4090", 1), shop.buy("rtx-4090", 1));

        beside.forEach(order -> shop.awaitStatus(order, "CONFIRMED"));
        works.forEach(work -> await(work).atMost(Shop.PATIENCE)
                .until(() -> Collections.frequency(shop.letters(work + "DeadLetters"), poison), found -> found == 1));
        works.forEach(
                work -> await(work).atMost(Shop.PATIENCE).until(() -> shop.depth(work + "Queue"), depth -> depth == 0));
    }

    @Test
    void aPoisonedRecordInTheTableHoldsUpNoOtherOrder() {
        int before = shop.depth("StreamDeadLetters");
        shop.operator().putItem(put -> put.tableName("Orders").item(Map.of(
                "orderId", AttributeValue.fromS("poison"),
                "version", AttributeValue.fromN("1"))));
        Answer order = shop.buy("rtx-4090", 1);

        shop.awaitStatus(order, "CONFIRMED");
        await().atMost(Shop.PATIENCE).until(() -> shop.depth("StreamDeadLetters"), depth -> depth == before + 1);
        assertThat(shop.cloud().denials()).isEmpty();
    }
}
