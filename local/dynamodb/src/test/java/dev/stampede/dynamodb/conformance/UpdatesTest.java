package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What update expressions make of an item, and what the call returns of it.
class UpdatesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byHash();
    private static final String BEFORE =
            "{p: {S: 'a'}, n: {N: '5'}, s: {S: 's'}, l: {L: [{N: '0'}, {N: '1'}, {N: '2'}]},"
                    + " m: {M: {k: {N: '1'}}}, ns: {NS: ['1', '2']}}";
    private static final String VALUES = "{':1': {N: '1'}, ':s': {S: 's'}, ':l': {L: [{N: '9'}]}, ':ns': {NS: ['2']}}";

    private static ObjectNode request(String update, String returned) {
        ObjectNode request =
                Json.object("{Key: {p: {S: 'a'}}}").put("UpdateExpression", update).put("ReturnValues", returned);
        ObjectNode values = Json.object(VALUES);
        values.fieldNames().forEachRemaining(name -> {
            if (update.contains(name)) {
                request.withObject("/ExpressionAttributeValues").set(name, values.get(name));
            }
        });
        return request;
    }

    /// What is returned of the item above, updated.
    private static JsonNode updated(String update, String returned) {
        TABLE.put(BEFORE);
        return TABLE.call("UpdateItem", request(update, returned)).path("Attributes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SET n = n + :1                                | {n: {N: '6'}}
            SET n = :1 - n                                | {n: {N: '-4'}}
            SET s = n, n = :1                             | {s: {N: '5'}, n: {N: '1'}}
            SET x = if_not_exists(x, :1)                  | {x: {N: '1'}}
            SET n = if_not_exists(n, :1) + :1             | {n: {N: '6'}}
            SET l = list_append(l, :l)                    | {l: {L: [{N: '0'}, {N: '1'}, {N: '2'}, {N: '9'}]}}
            SET l = list_append(:l, l)                    | {l: {L: [{N: '9'}, {N: '0'}, {N: '1'}, {N: '2'}]}}
            SET m.k = :s, m.x = :1                        | {m: {M: {k: {S: 's'}, x: {N: '1'}}}}
            SET l[1] = :s                                 | {l: {L: [{S: 's'}]}}
            ADD n :1                                      | {n: {N: '6'}}
            ADD x :1                                      | {x: {N: '1'}}
            """)
    void theNewValuesAreReturned(String update, String returned) {
        assertThat(updated(update, "UPDATED_NEW")).isEqualTo(Json.json(returned));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            REMOVE s, m, l, ns                            | {p: {S: 'a'}, n: {N: '5'}}
            REMOVE l[0], l[2], m.k, ns, s, x              | {p: {S: 'a'}, n: {N: '5'}, l: {L: [{N: '1'}]}, m: {M: {}}}
            REMOVE s, m, ns SET l[7] = :1, l[9] = :s      | {p: {S: 'a'}, n: {N: '5'}, l: {L: [{N: '0'}, {N: '1'}, {N: '2'}, {N: '1'}, {S: 's'}]}}
            REMOVE s, m, l DELETE ns :ns                  | {p: {S: 'a'}, n: {N: '5'}, ns: {NS: ['1']}}
            """)
    void theWholeItemIsReturned(String update, String item) {
        assertThat(updated(update, "ALL_NEW")).isEqualTo(Json.json(item));
        assertThat(TABLE.get("{p: {S: 'a'}}")).isEqualTo(Json.json(item));
    }

    @Test
    void aSetThatIsEmptiedIsGone() {
        TABLE.put("{p: {S: 'a'}, ns: {NS: ['2.0']}}");

        assertThat(TABLE.call("UpdateItem", request("DELETE ns :ns", "ALL_NEW")).get("Attributes"))
                .isEqualTo(Json.json("{p: {S: 'a'}}"));
    }

    @Test
    void theOldValuesAreReturned() {
        assertThat(updated("SET n = :1, x = :1", "UPDATED_OLD")).isEqualTo(Json.json("{n: {N: '5'}}"));
        assertThat(updated("SET n = :1", "ALL_OLD")).isEqualTo(Json.json(BEFORE));
        assertThat(updated("SET n = :1", "NONE").isMissingNode()).isTrue();
    }

    @Test
    void anUpdateCreatesWhatIsNotThere() {
        TABLE.call("UpdateItem", "{Key: {p: {S: 'bare'}}}");
        TABLE.call("UpdateItem", "{Key: {p: {S: 'new'}}, UpdateExpression: 'SET a = :a',"
                + " ExpressionAttributeValues: {':a': {N: '1'}}}");
        TABLE.call("UpdateItem", "{Key: {p: {S: 'removed'}}, UpdateExpression: 'REMOVE a'}");

        assertThat(TABLE.get("{p: {S: 'bare'}}")).isEqualTo(Json.json("{p: {S: 'bare'}}"));
        assertThat(TABLE.get("{p: {S: 'new'}}")).isEqualTo(Json.json("{p: {S: 'new'}, a: {N: '1'}}"));
        assertThat(TABLE.get("{p: {S: 'removed'}}")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SET x = absent              | The provided expression refers to an attribute that does not exist in the item
            SET x = s + :1              | An operand in the update expression has an incorrect data type
            SET absent.k = :1           | The document path provided in the update expression is invalid for update
            SET s.k = :1                | The document path provided in the update expression is invalid for update
            ADD s :1                    | An operand in the update expression has an incorrect data type
            SET m = :1, m.k = :1        | Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, k]
            SET l[0] = :1, l.k = :1     | Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [l, [0]], path two: [l, k]
            SET n = :1 SET s = :1       | Invalid UpdateExpression: The "SET" section can only be used once in an update expression;
            ADD x :s                    | Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING
            SET x = n + :s              | Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S
            """)
    void whatCannotBeUpdatedIsRefusedAndNothingChanges(String update, String message) {
        TABLE.put(BEFORE);

        assertThat(TABLE.refused("UpdateItem", request(update, "NONE").toString()))
                .hasToString("ValidationException: " + message);
        assertThat(TABLE.get("{p: {S: 'a'}}")).isEqualTo(Json.json(BEFORE));
    }

    @Test
    void manyWritersLoseNoIncrement() throws InterruptedException {
        TABLE.put("{p: {S: 'count'}, n: {N: '0'}}");
        Runnable ten = () -> {
            for (int i = 0; i < 10; i++) {
                TABLE.call("UpdateItem", "{Key: {p: {S: 'count'}}, UpdateExpression: 'ADD n :1',"
                        + " ExpressionAttributeValues: {':1': {N: '1'}}}");
            }
        };
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(ten);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(TABLE.get("{p: {S: 'count'}}").at("/n/N").asInt()).isEqualTo(80);
    }

    @Test
    void aNewItemHasItsKeyForTheUpdateToRead() {
        TestTable table = TABLES.byHash();

        table.call("UpdateItem", "{Key: {p: {S: 'new'}}, UpdateExpression: 'SET a = p, b = if_not_exists(b, p)'}");

        assertThat(table.get("{p: {S: 'new'}}")).isEqualTo(Json.json("{p: {S: 'new'}, a: {S: 'new'}, b: {S: 'new'}}"));
    }
}
