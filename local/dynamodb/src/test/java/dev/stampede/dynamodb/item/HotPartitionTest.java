package dev.stampede.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One partition key takes 1,000 write and 3,000 read units a second, where that is switched on.
class HotPartitionTest {

    private final HandClock clock = new HandClock();
    private final DynamoDb engine = DynamoDb.inMemory(
            new DynamoDb.Settings(clock, "us-east-1", "000000000000", true, _ -> {}));
    private final Calls calls = new Calls(engine);

    @BeforeEach
    void createTable() {
        calls.ok("CreateTable", "{'TableName': 'table', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions':"
                + " [{'AttributeName': 'p', 'AttributeType': 'S'}],"
                + " 'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'}]}");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /// 300 units to write, 75 to read.
    private static String item(String key) {
        return "{'p': {'S': '" + key + "'}, 'a': {'S': '" + "x".repeat(300 * 1024 - 10) + "'}}";
    }

    private static String put(String key) {
        return "{'TableName': 'table', 'Item': " + item(key) + "}";
    }

    private void writeAllOf(String key) {
        for (int i = 0; i < 3; i++) {
            calls.ok("PutItem", put(key));
        }
    }

    @Test
    void aKeyThatHasTakenAllItCanIsRefusedUntilTimePasses() {
        writeAllOf("hot");

        assertThat(calls.refused("PutItem", put("hot"))).startsWith("ThrottlingException");
        calls.ok("PutItem", put("cold"));
        clock.pass(Duration.ofSeconds(1));
        calls.ok("PutItem", put("hot"));
    }

    @Test
    void whatIsLeftOfABatchIsHandedBack() {
        writeAllOf("hot");

        JsonNode left = calls.ok("BatchWriteItem", "{'RequestItems': {'table': [{'PutRequest': {'Item': " + item("hot")
                + "}}, {'PutRequest': {'Item': " + item("cold") + "}}]}}")
                .at("/UnprocessedItems/table");

        assertThat(left.findValuesAsText("S")).contains("hot").doesNotContain("cold");
    }

    @Test
    void aTransactionThatMeetsAHotKeyIsCancelledWhole() {
        writeAllOf("hot");

        assertThat(calls.refused("TransactWriteItems", "{'TransactItems': [{'Put': " + put("cold") + "}, {'Put': "
                + put("hot") + "}]}"))
                .contains("[None, ThrottlingError]");
        assertThat(calls.ok("Scan", "{'TableName': 'table'}").get("Count").asInt()).isOne();
    }

    @Test
    void readsHaveALimitOfTheirOwn() {
        calls.ok("PutItem", put("hot"));
        calls.ok("PutItem", put("cold"));
        String get = "{'TableName': 'table', 'ConsistentRead': true, 'Key': {'p': {'S': 'hot'}}}";
        for (int i = 0; i < 40; i++) {
            calls.ok("GetItem", get);
        }

        assertThat(calls.refused("GetItem", get)).startsWith("ThrottlingException");
        JsonNode batch = calls.ok("BatchGetItem", "{'RequestItems': {'table': {'ConsistentRead': true, 'Keys':"
                + " [{'p': {'S': 'cold'}}, {'p': {'S': 'hot'}}]}}}");
        assertThat(batch.at("/Responses/table")).hasSize(1);
        assertThat(batch.at("/UnprocessedKeys/table/Keys").toString()).isEqualTo("[{\"p\":{\"S\":\"hot\"}}]");
        assertThat(calls.refused("TransactGetItems",
                "{'TransactItems': [{'Get': {'TableName': 'table', 'Key': {'p': {'S':"
                        + " 'hot'}}}}]}"))
                .contains("[ThrottlingError]");
    }
}
