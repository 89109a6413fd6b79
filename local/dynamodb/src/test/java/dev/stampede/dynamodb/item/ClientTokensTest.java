package dev.stampede.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTokensTest {

    private final HandClock clock = new HandClock();
    private final DynamoDb engine = DynamoDb.inMemory(clock.settings());
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

    /// An attribute may have the name of a member of the request.
    private static String add(String token, String key) {
        return "{'ClientRequestToken': '" + token
                + "', 'TransactItems': [{'Update': {'TableName': 'table', 'Key': {'p':"
                + " {'S': '" + key + "'}}, 'UpdateExpression': 'ADD n :TableName', 'ExpressionAttributeValues':"
                + " {':TableName': {'N': '1'}}}}, {'Put': {'TableName': 'table', 'Item': {'p': {'S': 'other'}, 'TableName':"
                + " {'S': 'x'}}}}]}";
    }

    private int added() {
        return calls.ok("GetItem", "{'TableName': 'table', 'Key': {'p': {'S': 'a'}}}").at("/Item/n/N").asInt();
    }

    @Test
    void whatIsAskedAgainIsDoneOnceAndPaidAsARead() {
        calls.ok("TransactWriteItems", add("once", "a"));
        clock.pass(Duration.ofMinutes(9));
        List<String> paid = new ArrayList<>();
        engine.call("TransactWriteItems", Calls.json(add("once", "a")))
                .consumption()
                .forEach((table, _, read, written) -> paid.add(table + " " + read + " " + written));

        assertThat(added()).isOne();
        assertThat(paid).containsExactly("table 4.0 0.0");
    }

    @Test
    void aTokenIsOfOneRequestAndOfTenMinutes() {
        calls.ok("TransactWriteItems", add("one", "a"));

        assertThat(calls.refused("TransactWriteItems", add("one", "b")))
                .startsWith("IdempotentParameterMismatchException");
        clock.pass(Duration.ofMinutes(10));
        calls.ok("TransactWriteItems", add("one", "a"));
        assertThat(added()).isEqualTo(2);
    }

    @Test
    void aTransactionThatWasCancelledLeavesNoToken() {
        String request =
                add("again", "a").replace("'UpdateExpression'", "'ConditionExpression': 'p = p2', 'UpdateExpression'");

        assertThat(calls.refused("TransactWriteItems", request)).startsWith("TransactionCanceledException");
        calls.ok("TransactWriteItems", add("again", "a"));
        assertThat(added()).isOne();
    }
}
