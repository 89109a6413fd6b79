package dev.stampede.dynamodb.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What one partition key takes in a second, on a clock that stands still.
class PartitionLimitsTest {

    private static final int KB = 1024;

    private final HandClock clock = new HandClock();
    private final Calls calls = new Calls(DynamoDb.inMemory(
            new DynamoDb.Settings(clock, "us-east-1", "000000000000", true, _ -> {})));

    PartitionLimitsTest() {
        create("Stock", "'BillingMode': 'PAY_PER_REQUEST'");
        create("Fixed", "'ProvisionedThroughput': {'ReadCapacityUnits': 5000, 'WriteCapacityUnits': 5000}");
    }

    private void create(String table, String billing) {
        calls.ok("CreateTable",
                "{'TableName': '" + table + "', 'KeySchema': [{'AttributeName': 'sku', 'KeyType': 'HASH'}],"
                        + " 'AttributeDefinitions': [{'AttributeName': 'sku', 'AttributeType': 'S'}], " + billing
                        + "}");
    }

    @Test
    void aKeyTakesAThousandWriteUnitsASecondAndItsNeighbourTakesItsOwn() {
        calls.ok("PutItem", put("Stock", "a", 390));
        calls.ok("PutItem", put("Stock", "a", 390));
        assertThat(calls.refused("PutItem", put("Stock", "a", 390))).startsWith("ThrottlingException: ");
        calls.ok("PutItem", put("Stock", "b", 390));

        clock.pass(Duration.ofMillis(100));
        assertThat(calls.refused("PutItem", put("Stock", "a", 390))).startsWith("ThrottlingException: ");
        clock.pass(Duration.ofMillis(100));
        calls.ok("PutItem", put("Stock", "a", 390));
    }

    @Test
    void whatIsThrottledIsNotWritten() {
        calls.ok("PutItem", put("Stock", "a", 390));
        calls.ok("PutItem", put("Stock", "a", 390));
        calls.refused("PutItem", put("Stock", "a", 391));

        assertThat(calls.ok("GetItem", "{'TableName': 'Stock', 'Key': {'sku': {'S': 'a'}}}")
                .at("/Item/note/S").asText())
                .hasSize(390 * KB);
    }

    @Test
    void aTableWithProvisionedUnitsHasAnErrorOfItsOwn() {
        calls.ok("PutItem", put("Fixed", "a", 390));
        calls.ok("PutItem", put("Fixed", "a", 390));

        assertThat(calls.refused("PutItem", put("Fixed", "a", 390)))
                .startsWith("ProvisionedThroughputExceededException: ");
    }

    @Test
    void anUpdateCostsItsWholeItemAndATransactionTwiceThat() {
        calls.ok("PutItem", put("Stock", "a", 390));
        assertThat(calls.refused("TransactWriteItems", "{'TransactItems': [" + update("b") + ", " + update("a") + "]}"))
                .startsWith("TransactionCanceledException: ")
                .endsWith("[None, ThrottlingError]");

        clock.pass(Duration.ofSeconds(1));
        calls.ok("TransactWriteItems", "{'TransactItems': [" + update("a") + "]}");
        assertThat(calls.refused("PutItem", put("Stock", "a", 390))).startsWith("ThrottlingException: ");
    }

    @Test
    void aKeyTakesThreeThousandReadUnitsASecond() {
        calls.ok("PutItem", put("Stock", "a", 390));
        String get = "{'TableName': 'Stock', 'Key': {'sku': {'S': 'a'}}, 'ConsistentRead': true}";
        for (int read = 0; read < 3000 / 98; read++) {
            calls.ok("GetItem", get);
        }
        assertThat(calls.refused("GetItem", get)).startsWith("ThrottlingException: ");
    }

    private static String put(String table, String sku, int kilobytes) {
        return "{'TableName': '" + table + "', 'Item': {'sku': {'S': '" + sku + "'}, 'note': {'S': '"
                + "x".repeat(kilobytes * KB) + "'}}}";
    }

    private static String update(String sku) {
        return "{'Update': {'TableName': 'Stock', 'Key': {'sku': {'S': '" + sku + "'}},"
                + " 'UpdateExpression': 'ADD available :one', 'ExpressionAttributeValues': {':one': {'N': '1'}}}}";
    }
}
