package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Statements in PartiQL.
class StatementsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byRange("N");

    private static ObjectNode statement(String statement, String more) {
        return Json.object("{" + more + "}").put("Statement", statement.replace("$table", "\"" + TABLE.name() + "\""));
    }

    private static JsonNode items(String statement, String more) {
        return Endpoint.call("ExecuteStatement", statement(statement, more)).get("Items");
    }

    @Test
    void anItemIsInsertedOnceUpdatedReadAndDeleted() {
        String insert = "INSERT INTO $table VALUE {'p': 'a', 'r': ?, 'n': 5, 'l': [1, 'x'], 's': <<'a', 'b'>>}";
        items(insert, "Parameters: [{N: '1'}]");

        assertThat(Endpoint.refused("ExecuteStatement", statement(insert, "Parameters: [{N: '1'}]")).code())
                .isEqualTo("DuplicateItemException");
        items("UPDATE $table SET n = n + 1 REMOVE l[0] WHERE p = 'a' AND r = 1", "");
        assertThat(items("SELECT n, l FROM $table WHERE p = 'a' AND r = 1", "ConsistentRead: true"))
                .isEqualTo(Json.json("[{n: {N: '6'}, l: {L: [{S: 'x'}]}}]"));
        items("DELETE FROM $table WHERE p = 'a' AND r = 1", "");
        assertThat(items("SELECT * FROM $table WHERE p = 'a'", "")).isEmpty();
    }

    @Test
    void aReadCanBeARangeAndAFilter() {
        for (int i = 0; i < 4; i++) {
            TABLE.put("{p: {S: 'range'}, r: {N: '" + i + "'}, odd: {BOOL: " + (i % 2 == 1) + "}}");
        }

        assertThat(items("SELECT r FROM $table WHERE p = 'range' AND r > 0 AND odd = true", ""))
                .isEqualTo(Json.json("[{r: {N: '1'}}, {r: {N: '3'}}]"));
    }

    @Test
    void eachStatementOfABatchHasItsOwnAnswer() {
        TABLE.put("{p: {S: 'batch'}, r: {N: '1'}}");

        JsonNode responses = Endpoint
                .call("BatchExecuteStatement", ("{Statements: [{Statement: 'SELECT * FROM $table WHERE"
                        + " p = ? AND r = 1', Parameters: [{S: 'batch'}]},"
                        + " {Statement: 'SELECT * FROM $table WHERE p = ? AND r = 2', Parameters: [{S: 'batch'}]}]}")
                        .replace("$table", "\\\"" + TABLE.name() + "\\\""))
                .get("Responses");

        assertThat(responses.at("/0/Item")).isEqualTo(Json.json("{p: {S: 'batch'}, r: {N: '1'}}"));
        assertThat(responses.get(1).has("Item")).isFalse();
    }

    @Test
    void aTransactionOfStatementsHappensWholeOrNotAtAll() {
        TABLE.put("{p: {S: 'taken'}, r: {N: '1'}}");
        String insert = "{Statement: 'INSERT INTO $table VALUE {\\'p\\': ?, \\'r\\': 1}', Parameters: [{S: '%s'}]}";
        String both = ("{TransactStatements: [" + insert.formatted("free") + ", " + insert.formatted("taken") + "]}")
                .replace("$table", "\\\"" + TABLE.name() + "\\\"");

        Refusal refusal = Endpoint.refused("ExecuteTransaction", both);

        assertThat(refusal.code()).isEqualTo("TransactionCanceledException");
        assertThat(refusal.body().at("/CancellationReasons/1/Code").asText()).isEqualTo("DuplicateItem");
        assertThat(TABLE.get("{p: {S: 'free'}, r: {N: '1'}}")).isNull();
    }

    @Test
    void whatIsNoStatementIsRefused() {
        assertThat(Endpoint.refused("ExecuteStatement", statement("SELECT FROM WHERE", "")).code())
                .isEqualTo("ValidationException");
        assertThat(Endpoint.refused("ExecuteStatement", "{Statement: 'SELECT * FROM \"no-such-table\"'}").code())
                .isEqualTo("ResourceNotFoundException");
    }
}
