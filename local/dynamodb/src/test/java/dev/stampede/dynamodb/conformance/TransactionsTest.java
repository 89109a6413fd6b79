package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byHash();

    /// @param actions of one table, whose name they need not say
    private static ObjectNode request(String actions) {
        return Json.object("{TransactItems: ["
                + actions.replaceAll("(Put|Update|Delete|ConditionCheck|Get): \\{",
                        "$1: {TableName: '" + TABLE.name() + "', ")
                + "]}");
    }

    private static void write(String actions) {
        Endpoint.call("TransactWriteItems", request(actions));
    }

    private static Refusal refused(String actions) {
        return Endpoint.refused("TransactWriteItems", request(actions));
    }

    private static String put(String key) {
        return "{Put: {Item: {p: {S: '" + key + "'}}}}";
    }

    @Test
    void allActionsHappenTogether() {
        TABLE.put("{p: {S: 'deleted'}}");
        TABLE.put("{p: {S: 'checked'}}");

        write("{Put: {Item: {p: {S: 'put'}}}}, {Delete: {Key: {p: {S: 'deleted'}}}},"
                + " {ConditionCheck: {Key: {p: {S: 'checked'}}, ConditionExpression: 'attribute_exists(p)'}},"
                + " {Update: {Key: {p: {S: 'updated'}}, UpdateExpression: 'SET a = :a',"
                + " ExpressionAttributeValues: {':a': {N: '1'}}}}");

        assertThat(TABLE.get("{p: {S: 'put'}}")).isNotNull();
        assertThat(TABLE.get("{p: {S: 'deleted'}}")).isNull();
        assertThat(TABLE.get("{p: {S: 'updated'}}")).isEqualTo(Json.json("{p: {S: 'updated'}, a: {N: '1'}}"));
    }

    @Test
    void oneFalseConditionStopsAllAndTheReasonsAreInOrder() {
        TABLE.put("{p: {S: 'there'}, a: {N: '1'}}");

        Refusal refusal = refused(put("stopped")
                + ", {Put: {Item: {p: {S: 'there'}}, ConditionExpression: 'attribute_not_exists(p)',"
                + " ReturnValuesOnConditionCheckFailure: 'ALL_OLD'}},"
                + " {Delete: {Key: {p: {S: 'absent'}}, ConditionExpression: 'attribute_exists(p)'}}");

        assertThat(refusal)
                .hasToString(
                        "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for"
                                + " specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]");
        JsonNode reasons = refusal.body().get("CancellationReasons");
        assertThat(reasons.get(0)).isEqualTo(Json.json("{Code: 'None'}"));
        assertThat(reasons.at("/1/Message").asText()).isEqualTo("The conditional request failed");
        assertThat(reasons.at("/1/Item")).isEqualTo(Json.json("{p: {S: 'there'}, a: {N: '1'}}"));
        assertThat(reasons.get(2).has("Item")).isFalse();
        assertThat(TABLE.get("{p: {S: 'stopped'}}")).isNull();
    }

    @Test
    void aRepeatedTokenHasItsEffectOnce() {
        String token = UUID.randomUUID().toString();
        String add = "{Update: {Key: {p: {S: '" + token + "'}}, UpdateExpression: 'ADD n :n',"
                + " ExpressionAttributeValues: {':n': {N: '1'}}}}";

        Endpoint.call("TransactWriteItems", request(add).put("ClientRequestToken", token));
        Endpoint.call("TransactWriteItems", request(add).put("ClientRequestToken", token));

        assertThat(TABLE.get("{p: {S: '" + token + "'}}").at("/n/N").asInt()).isOne();
        assertThat(
                Endpoint.refused("TransactWriteItems", request(put("other")).put("ClientRequestToken", token)).code())
                .isEqualTo("IdempotentParameterMismatchException");
    }

    @Test
    void readsAreOfOneMomentAndInOrder() {
        TABLE.put("{p: {S: 'read'}, a: {N: '1'}, b: {N: '2'}}");

        JsonNode answer = Endpoint.call(
                "TransactGetItems",
                request("{Get: {Key: {p: {S: 'absent'}}}}, {Get: {Key: {p: {S: 'read'}}, ProjectionExpression: 'b'}}"));

        assertThat(answer.get("Responses")).isEqualTo(Json.json("[{}, {Item: {b: {N: '2'}}}]"));
    }

    @ParameterizedTest
    @CsvSource({"101, less than or equal to 100", "0, greater than or equal to 1"})
    void aTransactionHas1To100Actions(int actions, String message) {
        String all = IntStream.range(0, actions).mapToObj(i -> put("many" + i)).collect(Collectors.joining(", "));

        assertThat(refused(all).message()).contains("'transactItems'", message);
        write(IntStream.range(0, 100).mapToObj(i -> put("many" + i)).collect(Collectors.joining(", ")));
    }

    @Test
    void oneItemOnceInATransaction() {
        assertThat(refused(put("twice") + ", {Delete: {Key: {p: {S: 'twice'}}}}"))
                .hasToString("ValidationException: Transaction request cannot include multiple operations on one item");
    }

    @Test
    void aCheckHasACondition() {
        assertThat(refused("{ConditionCheck: {Key: {p: {S: 'a'}}}}").message())
                .contains("Value null at 'transactItems.1.member.conditionCheck.conditionExpression'");
    }

    @Test
    void aKeyOfTheWrongTypeIsAReason() {
        Refusal refusal = refused(put("a") + ", {Put: {Item: {p: {N: '1'}}}}");

        assertThat(refusal.code()).isEqualTo("TransactionCanceledException");
        assertThat(refusal.body().at("/CancellationReasons/0/Code").asText()).isEqualTo("None");
        assertThat(refusal.body().at("/CancellationReasons/1/Code").asText()).isEqualTo("ValidationError");
    }

    @Test
    void transactionsThatMeetEitherConflictOrFollowEachOther() throws InterruptedException {
        TABLE.put("{p: {S: 'met'}, n: {N: '0'}}");
        AtomicInteger done = new AtomicInteger();
        String add = request("{Update: {Key: {p: {S: 'met'}}, UpdateExpression: 'ADD n :n',"
                + " ExpressionAttributeValues: {':n': {N: '1'}}}}, " + put("beside"))
                .toString();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                var response = Endpoint.send("TransactWriteItems", add, _ -> {});
                if (response.statusCode() == 200) {
                    done.incrementAndGet();
                } else {
                    assertThat(response.body()).contains("TransactionConflict");
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(TABLE.get("{p: {S: 'met'}}").at("/n/N").asInt()).isEqualTo(done.get()).isPositive();
    }
}
