package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.gateway.WithoutCondition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class SabotageTest {

    private RunningEndpoint running;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void start() {
        running = new RunningEndpoint(Optional.empty());
        dynamoDb = running.operator(DynamoDbClient.builder());
        dynamoDb.putItem(
                put -> put.tableName("Stock").item(Map.of("sku", text("a"), "available", AttributeValue.fromN("0"))));
        dynamoDb.putItem(
                put -> put.tableName("Orders").item(Map.of("orderId", text("1"), "state", text("AUTHORIZED"))));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aDecrementInsideATransactionLosesItsCondition() {
        assertThatThrownBy(this::reserve).isInstanceOf(TransactionCanceledException.class);
        WithoutCondition bug = new WithoutCondition("Update", "Stock");
        running.sabotage = bug;

        reserve();

        assertThat(dynamoDb.getItem(get -> get.tableName("Stock").key(Map.of("sku", text("a")))).item().get("available")
                .n())
                .isEqualTo("-1");
        // The other condition of the transaction stands.
        assertThatThrownBy(this::reserve).isInstanceOf(TransactionCanceledException.class);
        assertThat(bug.taken()).isEqualTo(2);
    }

    @Test
    void aSingleUpdateLosesItsConditionAndTheValuesOnlyThatUsed() {
        assertThatThrownBy(this::capture).isInstanceOf(ConditionalCheckFailedException.class);
        running.sabotage = new WithoutCondition("Update", "Orders");

        capture();

        assertThat(dynamoDb.getItem(get -> get.tableName("Orders").key(Map.of("orderId", text("1")))).item())
                .containsEntry("state", text("CAPTURED"));
    }

    private void reserve() {
        dynamoDb.transactWriteItems(write -> write.transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("Orders").item(Map.of("orderId", text("2")))
                        .conditionExpression("attribute_not_exists(orderId)")).build(),
                TransactWriteItem.builder().update(update -> update.tableName("Stock").key(Map.of("sku", text("a")))
                        .updateExpression("SET available = available - :q")
                        .conditionExpression("available >= :q")
                        .expressionAttributeValues(Map.of(":q", AttributeValue.fromN("1")))).build()));
    }

    private void capture() {
        dynamoDb.updateItem(update -> update.tableName("Orders").key(Map.of("orderId", text("1")))
                .updateExpression("SET #s = :to")
                .conditionExpression("#s = :from AND #v = :v")
                .expressionAttributeNames(Map.of("#s", "state", "#v", "version"))
                .expressionAttributeValues(Map.of(":to", text("CAPTURED"), ":from", text("OTHER"), ":v", text("1"))));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
