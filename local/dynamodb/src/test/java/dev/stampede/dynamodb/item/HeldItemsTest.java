package dev.stampede.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What others meet while a transaction holds its items.
class HeldItemsTest {

    private Runnable whileHeld = () -> {};
    private final Calls calls =
            new Calls(DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS, () -> whileHeld.run()));
    private final List<String> met = new ArrayList<>();

    @BeforeEach
    void makeTable() {
        calls.ok("CreateTable", """
                {'TableName': 'Stock', 'BillingMode': 'PAY_PER_REQUEST',
                 'KeySchema': [{'AttributeName': 'sku', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'sku', 'AttributeType': 'S'}]}""");
        calls.ok("PutItem", "{'TableName': 'Stock', 'Item': {'sku': {'S': 'b'}, 'left': {'N': '7'}}}");
    }

    @Test
    void aSingleWriteIsRefusedAndOneOfAnotherItemIsNot() {
        during(() -> {
            met.add(calls.refused("PutItem", "{'TableName': 'Stock', 'Item': {'sku': {'S': 'a'}}}"));
            met.add(calls.refused("PutItem", "{'TableName': 'Stock', 'Item': {'sku': {'S': 'c'}}}"));
        });

        calls.ok("TransactWriteItems", "{'TransactItems': [" + put("a") + "]}");

        assertThat(met).containsExactly(
                "TransactionConflictException: Transaction is ongoing for the item", "not refused");
    }

    @Test
    void anotherTransactionIsCancelledAndToldOfEachItemByItself() {
        during(() -> {
            DynamoDbException refusal = catchThrowableOfType(DynamoDbException.class, () -> calls.ok(
                    "TransactWriteItems",
                    "{'TransactItems': [" + put("c") + "," + put("a") + "," + putNew("b") + "]}"));
            JsonNode reasons = refusal.members().get("CancellationReasons");
            reasons.forEach(reason -> met.add(reason.get("Code").asText()));
            assertThat(reasons.at("/2/Item/left/N").asText()).isEqualTo("7");
        });

        calls.ok("TransactWriteItems", "{'TransactItems': [" + put("a") + "]}");

        assertThat(met).containsExactly("None", "TransactionConflict", "ConditionalCheckFailed");
        assertThat(isThere("a")).isTrue();
        assertThat(isThere("c")).isFalse();
    }

    @Test
    void readsSeeTheItemAsItWas() {
        during(() -> met.add(Boolean.toString(isThere("a"))));

        calls.ok("TransactWriteItems", "{'TransactItems': [" + put("a") + "]}");

        assertThat(met).containsExactly("false");
    }

    @Test
    void whatEndsATransactionMeanwhileLeavesNothingOfItAndFreesItsItems() {
        during(() -> {
            throw new IllegalStateException("the machine is lost");
        });
        String request = "{'ClientRequestToken': 'one', 'TransactItems': [" + put("a") + "]}";

        assertThatThrownBy(() -> calls.ok("TransactWriteItems", request)).hasMessage("the machine is lost");
        assertThat(isThere("a")).isFalse();

        calls.ok("TransactWriteItems", request);
        assertThat(isThere("a")).isTrue();
    }

    private void during(Runnable action) {
        whileHeld = () -> {
            whileHeld = () -> {};
            action.run();
        };
    }

    private boolean isThere(String sku) {
        return calls
                .ok("GetItem",
                        "{'TableName': 'Stock', 'ConsistentRead': true, 'Key': {'sku': {'S': '%s'}}}".formatted(sku))
                .has("Item");
    }

    private static String put(String sku) {
        return "{'Put': {'TableName': 'Stock', 'Item': {'sku': {'S': '%s'}}}}".formatted(sku);
    }

    private static String putNew(String sku) {
        return "{'Put': {'TableName': 'Stock', 'Item': {'sku': {'S': '%s'}}, 'ConditionExpression': 'attribute_not_exists(sku)', 'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'}}"
                .formatted(sku);
    }
}
