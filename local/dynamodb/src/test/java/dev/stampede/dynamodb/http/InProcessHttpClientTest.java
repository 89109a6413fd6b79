package dev.stampede.dynamodb.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class InProcessHttpClientTest {

    private final DynamoDb engine = DynamoDb.inMemory(Settings.DEFAULTS);
    private final DynamoDbClient client = DynamoDbClient.builder()
            .httpClient(new InProcessHttpClient(engine))
            .endpointOverride(URI.create("http://in-process"))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    @Test
    void aClientOfTheSdkReachesTheEngineInItsProcess() {
        client.createTable(table -> table.tableName("orders")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
        client.waiter().waitUntilTableExists(table -> table.tableName("orders"));
        Map<String, AttributeValue> order =
                Map.of("id", AttributeValue.fromS("1"), "total", AttributeValue.fromN("9.5"));

        client.putItem(put -> put.tableName("orders").item(order));

        assertThat(client.getItem(get -> get.tableName("orders").key(Map.of("id", order.get("id")))).item())
                .isEqualTo(order);
        assertThatThrownBy(() -> client.putItem(
                put -> put.tableName("orders").item(order).conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("The conditional request failed");
    }

    @Test
    void refusalsAreTheSdksOwnExceptions() {
        assertThatThrownBy(() -> client.describeTable(table -> table.tableName("absent")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Table: absent not found");
    }
}
