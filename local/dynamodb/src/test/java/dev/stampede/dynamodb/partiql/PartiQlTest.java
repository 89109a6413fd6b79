package dev.stampede.dynamodb.partiql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartiQlTest {

    private final DynamoDb engine = DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS);
    private final Calls calls = new Calls(engine);

    @BeforeEach
    void createTable() {
        calls.ok("CreateTable", "{'TableName': 'music', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions': ["
                + "{'AttributeName': 'p', 'AttributeType': 'S'}, {'AttributeName': 'r', 'AttributeType': 'N'},"
                + " {'AttributeName': 'g', 'AttributeType': 'S'}, {'AttributeName': 'h', 'AttributeType': 'S'}],"
                + " 'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'}, {'AttributeName': 'r', 'KeyType': 'RANGE'}],"
                + " 'GlobalSecondaryIndexes': [{'IndexName': 'both', 'Projection': {'ProjectionType': 'ALL'}, 'KeySchema':"
                + " [{'AttributeName': 'g', 'KeyType': 'HASH'}, {'AttributeName': 'h', 'KeyType': 'HASH'}]}]}");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static ObjectNode request(String statement, String more) {
        return Calls.json("{" + more + "}").put("Statement", statement);
    }

    private ObjectNode run(String statement, String more) {
        return calls.ok("ExecuteStatement", request(statement, more));
    }

    private ObjectNode run(String statement) {
        return run(statement, "");
    }

    private String refused(String statement, String more) {
        return calls.refused("ExecuteStatement", request(statement, more));
    }

    private String refused(String statement) {
        return refused(statement, "");
    }

    private List<String> sorts(String statement, String more) {
        List<String> sorts = new ArrayList<>();
        run(statement, more).get("Items")
                .forEach(item -> sorts.add(item.at("/p/S").asText() + item.at("/r/N").asText()));
        return sorts;
    }

    private List<String> sorts(String statement) {
        return sorts(statement, "");
    }

    private void fill(String partition, int items) {
        for (int i = 1; i <= items; i++) {
            run("INSERT INTO music VALUE {'p': ?, 'r': ?}",
                    "'Parameters': [{'S': '" + partition + "'}, {'N': '" + i + "'}]");
        }
    }

    @Test
    void insertsWhatIsNotThereYet() {
        String insert =
                "INSERT INTO \"music\" VALUE {'p': 'a', 'r': 1, 'm': {'it''s': [1.50, null, true]}, 's': <<1, 2>>}";
        assertThat(run(insert).get("Items")).isEmpty();
        assertThat(refused(insert)).isEqualTo("DuplicateItemException: Duplicate primary key exists in table");
        assertThat(run("SELECT m.\"it's\"[0], s FROM music WHERE p = 'a' AND r = 1").get("Items").toString())
                .isEqualTo("[{\"m\":{\"M\":{\"it's\":{\"L\":[{\"N\":\"1.5\"}]}}},\"s\":{\"NS\":[\"1\",\"2\"]}}]");
    }

    @Test
    void literalsAreHeldAgainstTheRulesOfItems() {
        String deep = "[".repeat(40) + "]".repeat(40);
        assertThat(refused("INSERT INTO music VALUE {'p': 'a', 'r': 1, 'deep': " + deep + "}"))
                .contains("nested levels");
        assertThat(refused("INSERT INTO music VALUE {'p': 'a', 'r': 1, '': 2}")).contains("Empty attribute name");
        assertThat(refused("INSERT INTO music VALUE {'p': 'a', 'r': '1'}"))
                .contains("Type mismatch for key r expected: N actual: S");
        assertThat(refused("INSERT INTO music VALUE {'p': 'a'}")).contains("Missing the key r in the item");
    }

    @Test
    void updatesWhatIsThereAndSaysWhatWasAskedOfIt() {
        fill("a", 1);
        String where = " WHERE p = 'a' AND r = 1";
        run("UPDATE music SET n = 1, s = ? SET l = [1]" + where, "'Parameters': [{'SS': ['x', 'y']}]");
        assertThat(run("UPDATE music SET n = n + 2, l = list_append(l, [2]), s = set_delete(s, <<'x'>>)" + where
                + " AND n = 1 RETURNING MODIFIED NEW *").get("Items").toString())
                .isEqualTo(
                        "[{\"n\":{\"N\":\"3\"},\"l\":{\"L\":[{\"N\":\"1\"},{\"N\":\"2\"}]},\"s\":{\"SS\":[\"y\"]}}]");
        assertThat(refused("UPDATE music SET n = 9" + where + " AND n = 1"))
                .startsWith("ConditionalCheckFailedException");
        assertThat(refused("UPDATE music SET n = 9 WHERE p = 'a' AND r = 2"))
                .startsWith("ConditionalCheckFailedException");
        assertThat(refused("UPDATE music SET n = 9 WHERE p = 'a'"))
                .contains("mandatory equality on all key attributes");
        assertThat(refused("UPDATE music SET t = set_add(t, 'x')" + where)).contains("want a set");
    }

    @Test
    void deletesByTheWholeKeyAndACondition() {
        fill("a", 2);
        assertThat(refused("DELETE FROM music WHERE p = 'a' AND r = 1 AND n = 5"))
                .startsWith("ConditionalCheckFailedException");
        assertThat(run("DELETE FROM music WHERE p = 'a' AND r = 1 RETURNING ALL OLD *").get("Items")).hasSize(1);
        assertThat(run("DELETE FROM music WHERE p = 'a' AND r = 1").get("Items")).isEmpty();
        assertThat(sorts("SELECT * FROM music")).containsExactly("a2");
    }

    @Test
    void readsAPartitionInOrderAndTurnedRound() {
        fill("a", 4);
        assertThat(sorts("SELECT * FROM music WHERE p = 'a' AND r BETWEEN 2 AND 3")).containsExactly("a2", "a3");
        assertThat(sorts("SELECT * FROM music WHERE 2 < r AND p = 'a' ORDER BY r DESC")).containsExactly("a4", "a3");
        assertThat(refused("SELECT * FROM music ORDER BY r")).contains("ORDER BY");
        assertThat(refused("SELECT * FROM music WHERE p = 'a' ORDER BY x")).contains("ORDER BY");
    }

    @Test
    void readsNoMoreThanItsPartitions() {
        fill("a", 2);
        fill("b", 3);
        String capacity = "'ReturnConsumedCapacity': 'TOTAL', 'ConsistentRead': true";
        assertThat(run("SELECT * FROM music WHERE p = 'a' AND r = 1", capacity).at("/ConsumedCapacity/CapacityUnits")
                .asDouble())
                .isEqualTo(1.0);
        assertThat(sorts("SELECT * FROM music WHERE p IN ['b', 'a', 'b'] AND r > 1")).containsExactly("b2", "b3", "a2");
        assertThat(sorts("SELECT * FROM music WHERE p = 'a' OR r = 3")).containsExactlyInAnyOrder("a1", "a2", "b3");
        assertThat(sorts("SELECT * FROM music WHERE attribute_type(r, ?)", "'Parameters': [{'S': 'N'}]")).hasSize(5);
    }

    @Test
    void aValueThatNoKeyCanHaveFindsNothingOrIsRefused() {
        fill("a", 1);
        assertThat(refused("SELECT * FROM music WHERE p = 1")).contains("does not match schema type");
        assertThat(refused("SELECT * FROM music WHERE p IN [<<1>>]")).contains("does not match schema type");
        assertThat(sorts("SELECT * FROM music WHERE p = 'a' AND r = 'x'")).isEmpty();
        assertThat(sorts("SELECT * FROM music WHERE p = 'a' AND begins_with(r, 1)")).isEmpty();
    }

    @Test
    void readsAnIndexByEveryAttributeOfItsPartitionKey() {
        run("INSERT INTO music VALUE {'p': 'a', 'r': 1, 'g': 'x', 'h': 'y'}");
        run("INSERT INTO music VALUE {'p': 'a', 'r': 2, 'g': 'x', 'h': 'z'}");
        assertThat(sorts("SELECT * FROM music.\"both\" WHERE g = 'x' AND h = 'y'")).containsExactly("a1");
        assertThat(sorts("SELECT * FROM music.\"both\" WHERE g = 'x' AND h IN ['z', 'y']")).containsExactly("a2", "a1");
        assertThat(sorts("SELECT * FROM music.\"both\" WHERE g = 'x'")).hasSize(2);
        assertThat(refused("SELECT * FROM music.\"none\" WHERE g = 'x'"))
                .contains("does not have the specified index: none");
    }

    @Test
    void namesFiftyPartitionsAtMost() {
        String eight = IntStream.range(0, 8).mapToObj(i -> "'" + i + "'").collect(joining(", ", "[", "]"));
        String fifty = IntStream.range(0, 50).mapToObj(i -> "'" + i + "'").collect(joining(", "));

        assertThat(sorts("SELECT * FROM music WHERE p IN [" + fifty + "]")).isEmpty();
        assertThat(refused("SELECT * FROM music WHERE p IN ['more', " + fifty + "]")).contains("more than 50");
        assertThat(refused("SELECT * FROM music.\"both\" WHERE g IN " + eight + " AND h IN " + eight))
                .contains("more than 50");
    }

    @Test
    void goesOnWhereAPageEnded() {
        fill("a", 3);
        fill("b", 3);
        for (String statement : List.of("SELECT * FROM music WHERE p IN ['a', 'b']", "SELECT * FROM music")) {
            List<String> found = new ArrayList<>();
            ObjectNode page = run(statement, "'Limit': 2");
            page.get("Items").forEach(item -> found.add(item.toString()));
            while (page.has("NextToken")) {
                page = run(statement, "'Limit': 2, 'NextToken': '" + page.get("NextToken").asText() + "'");
                page.get("Items").forEach(item -> found.add(item.toString()));
            }
            assertThat(found).as(statement).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        String partition7 = "eyJwYXJ0aXRpb24iOjd9";
        String ofNoKey = "eyJwYXJ0aXRpb24iOjAsInN0YXJ0Ijp7IngiOnsiUyI6InkifX19";
        for (String token : List.of("no base 64", "bm8gSlNPTg==", partition7, ofNoKey)) {
            assertThat(refused("SELECT * FROM music WHERE p = 'a'", "'NextToken': '" + token + "'"))
                    .as(token)
                    .startsWith("ValidationException");
        }
    }

    @Test
    void aBatchAnswersEachStatementForItself() {
        fill("a", 1);
        JsonNode responses = calls.ok("BatchExecuteStatement", Calls.json("{'Statements': ["
                + "{'Statement': 'INSERT INTO music VALUE {\\u0027p\\u0027: \\u0027a\\u0027, \\u0027r\\u0027: 1}'},"
                + "{'Statement': 'INSERT INTO music VALUE {\\u0027p\\u0027: \\u0027a\\u0027, \\u0027r\\u0027: 2}'},"
                + "{'Statement': 'DELETE FROM gone WHERE p = \\u0027a\\u0027 AND r = 1'},"
                + "{'Statement': 'INSERT music'}]}"))
                .get("Responses");
        assertThat(responses.findValuesAsText("Code"))
                .containsExactly("DuplicateItem", "ResourceNotFound", "ValidationError");
        assertThat(responses.get(1).has("Error")).isFalse();
        assertThat(sorts("SELECT * FROM music")).hasSize(2);
        assertThat(calls.refused("BatchExecuteStatement", "{'Statements': [{'Statement': 'SELECT * FROM music'},"
                + "{'Statement': 'DELETE FROM music WHERE p = ?', 'Parameters': [{'S': 'a'}]}]}"))
                .contains("either all reads or all writes");
    }

    @Test
    void aTransactionIsDoneWholeOnceOrNotAtAll() {
        fill("a", 1);
        String insert = "{'Statement': 'INSERT INTO music VALUE {\\u0027p\\u0027: ?, \\u0027r\\u0027: ?}',"
                + " 'Parameters': [{'S': '%s'}, {'N': '1'}]}";
        String exists = "{'Statement': 'EXISTS(SELECT * FROM music WHERE p = ? AND r = 1 AND x IS MISSING)',"
                + " 'Parameters': [{'S': '%s'}]}";
        String refusal = calls.refused("ExecuteTransaction", "{'TransactStatements': ["
                + insert.formatted("b") + ", " + exists.formatted("gone") + ", " + insert.formatted("a") + "]}");
        assertThat(refusal).contains("[None, ConditionalCheckFailed, DuplicateItem]");
        assertThat(sorts("SELECT * FROM music")).containsExactly("a1");

        String twice = "{'ClientRequestToken': 'once', 'TransactStatements': ["
                + insert.formatted("b") + ", " + exists.formatted("a") + "]}";
        calls.ok("ExecuteTransaction", twice);
        calls.ok("ExecuteTransaction", twice);
        assertThat(sorts("SELECT * FROM music")).containsExactlyInAnyOrder("a1", "b1");
        String read = "{'Statement': 'SELECT r FROM music WHERE p = ? AND r = 1', 'Parameters': [{'S': '%s'}]}";
        assertThat(calls.ok("ExecuteTransaction", "{'TransactStatements': ["
                + read.formatted("a") + ", " + read.formatted("gone") + "]}").get("Responses").toString())
                .isEqualTo("[{\"Item\":{\"r\":{\"N\":\"1\"}}},{}]");
    }

    @Test
    void batchesAndTransactionsReadNoIndexes() {
        String read =
                "[{'Statement': 'SELECT * FROM music.\\u0022both\\u0022 WHERE p = ? AND r = 1', 'Parameters': [{'S': 'a'}]}]";
        assertThat(calls.refused("ExecuteTransaction", "{'TransactStatements': " + read + "}"))
                .contains("cannot read an index");
        assertThat(calls.ok("BatchExecuteStatement", "{'Statements': " + read + "}").toString())
                .contains("cannot read an index");
        assertThat(calls.refused("ExecuteTransaction", "{'TransactStatements': "
                + read.replace("SELECT", "EXISTS(SELECT").replace("r = 1", "r = 1)") + "}"))
                .contains("cannot read an index");
    }

    @Test
    void parametersAreAsManyAsTheirMarks() {
        assertThat(refused("SELECT * FROM music WHERE p = ?")).contains("Number of parameters");
        assertThat(refused("SELECT * FROM music WHERE p = ?", "'Parameters': [{'S': 'a'}, {'S': 'b'}]"))
                .contains("Number of parameters");
    }

    @Test
    void whatIsNoStatementIsRefusedWithItsPlace() {
        for (String statement : List.of(
                "SELECT", "SELECT * music", "SELECT * FROM music WHERE", "SELECT * FROM music WHERE p = 'a",
                "DROP TABLE music",
                "SELECT * FROM music WHERE p = 'a' p", "INSERT INTO music VALUE ?", "UPDATE music WHERE p = 'a'",
                "DELETE FROM music", "EXISTS(SELECT * FROM music WHERE p = 'a')", "SELECT a[99999999999] FROM music",
                "SELECT * FROM music WHERE " + "(".repeat(5000) + "p = 'a'")) {
            assertThat(refused(statement)).as(statement).startsWith("ValidationException: ");
        }
        assertThat(refused("SELECT * FROM gone")).startsWith("ResourceNotFoundException");
    }
}
