package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Global and local indexes: what is in them, and what they give.
class IndexesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.create("{AttributeDefinitions: ["
            + "{AttributeName: 'p', AttributeType: 'S'}, {AttributeName: 'r', AttributeType: 'N'},"
            + " {AttributeName: 'g', AttributeType: 'S'}, {AttributeName: 'l', AttributeType: 'S'}],"
            + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}, {AttributeName: 'r', KeyType: 'RANGE'}],"
            + " GlobalSecondaryIndexes: ["
            + "{IndexName: 'all', KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}, {AttributeName: 'r', KeyType: 'RANGE'}],"
            + " Projection: {ProjectionType: 'ALL'}},"
            + "{IndexName: 'keys', KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}],"
            + " Projection: {ProjectionType: 'KEYS_ONLY'}},"
            + "{IndexName: 'some', KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}],"
            + " Projection: {ProjectionType: 'INCLUDE', NonKeyAttributes: ['a']}}],"
            + " LocalSecondaryIndexes: ["
            + "{IndexName: 'local', KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}, {AttributeName: 'l', KeyType: 'RANGE'}],"
            + " Projection: {ProjectionType: 'KEYS_ONLY'}}]}");

    @BeforeAll
    static void fill() {
        TABLE.put("{p: {S: 'a'}, r: {N: '2'}, g: {S: 'x'}, l: {S: 'l1'}, a: {N: '1'}, b: {N: '1'}}");
        TABLE.put("{p: {S: 'b'}, r: {N: '1'}, g: {S: 'x'}, a: {N: '2'}, b: {N: '2'}}");
        TABLE.put("{p: {S: 'a'}, r: {N: '3'}, l: {S: 'l0'}, a: {N: '3'}}");
    }

    private static JsonNode query(String index, String hash, String value, String more) {
        return TABLE.call("Query", "{IndexName: '" + index + "', KeyConditionExpression: '" + hash + " = :v',"
                + " ExpressionAttributeValues: {':v': {S: '" + value + "'}}" + more + "}");
    }

    @Test
    void anIndexHasItsOwnOrderAndWholeItems() {
        assertThat(query("all", "g", "x", "").get("Items"))
                .isEqualTo(Json.json("[{p: {S: 'b'}, r: {N: '1'}, g: {S: 'x'}, a: {N: '2'}, b: {N: '2'}},"
                        + " {p: {S: 'a'}, r: {N: '2'}, g: {S: 'x'}, l: {S: 'l1'}, a: {N: '1'}, b: {N: '1'}}]"));
    }

    @Test
    void anIndexHasWhatIsProjectedAlone() {
        assertThat(query("keys", "g", "x", "").get("Items"))
                .containsExactlyInAnyOrder(
                        Json.json("{p: {S: 'a'}, r: {N: '2'}, g: {S: 'x'}}"),
                        Json.json("{p: {S: 'b'}, r: {N: '1'}, g: {S: 'x'}}"));
        assertThat(query("some", "g", "x", "").get("Items"))
                .contains(Json.json("{p: {S: 'a'}, r: {N: '2'}, g: {S: 'x'}, a: {N: '1'}}"));
    }

    @Test
    void whatLacksTheKeyIsNotInTheIndex() {
        assertThat(TABLE.call("Scan", "{IndexName: 'all'}").get("Count").asInt()).isEqualTo(2);
        assertThat(query("local", "p", "a", "").get("Items"))
                .isEqualTo(Json
                        .json("[{p: {S: 'a'}, r: {N: '3'}, l: {S: 'l0'}}, {p: {S: 'a'}, r: {N: '2'}, l: {S: 'l1'}}]"));
    }

    @Test
    void aLocalIndexFetchesTheRestFromTheTable() {
        JsonNode items = query("local", "p", "a", ", Select: 'ALL_ATTRIBUTES', ConsistentRead: true").get("Items");

        assertThat(items.get(0)).isEqualTo(Json.json("{p: {S: 'a'}, r: {N: '3'}, l: {S: 'l0'}, a: {N: '3'}}"));
    }

    @Test
    void pagesOfAnIndexGoOnByBothKeys() {
        JsonNode page = query("all", "g", "x", ", Limit: 1");

        assertThat(page.get("LastEvaluatedKey")).isEqualTo(Json.json("{g: {S: 'x'}, r: {N: '1'}, p: {S: 'b'}}"));
        assertThat(query("all", "g", "x", ", ExclusiveStartKey: " + page.get("LastEvaluatedKey")).at("/Items/0/p/S")
                .asText())
                .isEqualTo("a");
    }

    @Test
    void anItemMovesWithItsKey() {
        TABLE.put("{p: {S: 'moved'}, r: {N: '1'}, g: {S: 'from'}}");
        TABLE.call("UpdateItem", "{Key: {p: {S: 'moved'}, r: {N: '1'}}, UpdateExpression: 'SET g = :g',"
                + " ExpressionAttributeValues: {':g': {S: 'to'}}}");

        assertThat(query("all", "g", "from", "").get("Count").asInt()).isZero();
        assertThat(query("all", "g", "to", "").get("Count").asInt()).isOne();
        TABLE.call("DeleteItem", "{Key: {p: {S: 'moved'}, r: {N: '1'}}}");
        assertThat(query("all", "g", "to", "").get("Count").asInt()).isZero();
    }

    @Test
    void whatAGlobalIndexCannotDoIsRefused() {
        String query = ", KeyConditionExpression: 'g = :v', ExpressionAttributeValues: {':v': {S: 'x'}}}";

        assertThat(TABLE.refused("Query", "{IndexName: 'keys', ConsistentRead: true" + query))
                .hasToString("ValidationException: Consistent reads are not supported on global secondary indexes");
        assertThat(TABLE.refused("Query", "{IndexName: 'keys', Select: 'ALL_ATTRIBUTES'" + query))
                .hasToString(
                        "ValidationException: One or more parameter values were invalid: Select type ALL_ATTRIBUTES is"
                                + " not supported for global secondary index keys because its projection type is not ALL");
    }

    @Test
    void anIndexKeyHasItsType() {
        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: 'a'}, r: {N: '9'}, g: {N: '1'}}}").message())
                .startsWith(
                        "One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N"
                                + " IndexName: ");
        assertThat(TABLE.refused("PutItem", "{Item: {p: {S: 'a'}, r: {N: '9'}, g: {S: ''}}}").message())
                .contains("empty");
        assertThat(TABLE.get("{p: {S: 'a'}, r: {N: '9'}}")).isNull();
    }

    @Test
    void indexesComeAndGo() {
        TestTable table = TABLES.byHash();
        table.put("{p: {S: '1'}, g: {S: 'x'}}");
        table.put("{p: {S: '2'}, g: {N: '1'}}");

        table.call("UpdateTable", "{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'},"
                + " {AttributeName: 'g', AttributeType: 'S'}], GlobalSecondaryIndexUpdates: [{Create: {IndexName: 'late',"
                + " KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}], Projection: {ProjectionType: 'ALL'}}}]}");
        table.awaitActive();

        assertThat(table.call("Scan", "{IndexName: 'late'}").get("Items"))
                .isEqualTo(Json.json("[{p: {S: '1'}, g: {S: 'x'}}]"));
        // What is older than the index may stay as it is, whatever else of it changes.
        table.call("UpdateItem", "{Key: {p: {S: '2'}}, UpdateExpression: 'SET a = p'}");
        assertThat(table.refused("UpdateItem", "{Key: {p: {S: '2'}}, UpdateExpression: 'SET g = g'}").code())
                .isEqualTo("ValidationException");
        table.call("UpdateTable", "{GlobalSecondaryIndexUpdates: [{Delete: {IndexName: 'late'}}]}");
        table.awaitActive();
        assertThat(table.description().has("GlobalSecondaryIndexes")).isFalse();
        table.put("{p: {S: '3'}, g: {N: '1'}}");
    }

    @Test
    void anIndexKeyIsNoLongerThanATablesKey() {
        String item = "{Item: {p: {S: 'long'}, r: {N: '1'}, %s: {S: '%s'}}}";

        TABLE.call("PutItem", item.formatted("g", "x".repeat(2048)));
        assertThat(TABLE.refused("PutItem", item.formatted("g", "x".repeat(2049))).message()).contains("2048 bytes");
        assertThat(TABLE.refused("PutItem", item.formatted("l", "x".repeat(1025))).message()).contains("1024 bytes");
        TABLE.call("DeleteItem", "{Key: {p: {S: 'long'}, r: {N: '1'}}}");
    }

    @Test
    void anIndexKeyOfSeveralAttributesIsSoughtFromTheLeft() {
        TestTable table = TABLES.create("{AttributeDefinitions: ["
                + "{AttributeName: 'p', AttributeType: 'S'}, {AttributeName: 'g', AttributeType: 'S'},"
                + " {AttributeName: 'h', AttributeType: 'N'}, {AttributeName: 'x', AttributeType: 'S'},"
                + " {AttributeName: 'y', AttributeType: 'S'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}], GlobalSecondaryIndexes: [{IndexName: 'several',"
                + " KeySchema: [{AttributeName: 'g', KeyType: 'HASH'}, {AttributeName: 'h', KeyType: 'HASH'},"
                + " {AttributeName: 'x', KeyType: 'RANGE'}, {AttributeName: 'y', KeyType: 'RANGE'}],"
                + " Projection: {ProjectionType: 'ALL'}}]}");
        for (String sort : new String[]{"ab", "aa", "ba", "ac"}) {
            table.put("{p: {S: '%s'}, g: {S: 'g'}, h: {N: '1'}, x: {S: '%s'}, y: {S: '%s'}}"
                    .formatted(sort, sort.charAt(0), sort.charAt(1)));
        }
        table.put("{p: {S: 'other'}, g: {S: 'g'}, h: {N: '2'}, x: {S: 'a'}, y: {S: 'a'}}");
        table.put("{p: {S: 'sparse'}, g: {S: 'g'}, h: {N: '1'}, x: {S: 'a'}}");
        String query =
                "{IndexName: 'several', KeyConditionExpression: 'g = :g AND h = :h%s', ExpressionAttributeValues:"
                        + " {':g': {S: 'g'}, ':h': {N: '1'}%s}%s}";

        assertThat(table.call("Query", query.formatted("", "", "")).findValuesAsText("S"))
                .containsSubsequence("aa", "ab", "ac", "ba")
                .doesNotContain("other", "sparse");
        JsonNode rest =
                table.call("Query", query.formatted(" AND x = :x AND y > :y", ", ':x': {S: 'a'}, ':y': {S: 'a'}",
                        ", ScanIndexForward: false, Limit: 1"));
        assertThat(rest.at("/Items/0/p/S").asText()).isEqualTo("ac");
        assertThat(rest.get("LastEvaluatedKey")).hasSize(5);
        rest = table.call("Query", query.formatted(" AND x = :x AND y > :y", ", ':x': {S: 'a'}, ':y': {S: 'a'}",
                ", ScanIndexForward: false, ExclusiveStartKey: " + rest.get("LastEvaluatedKey")));
        assertThat(rest.get("Count").asInt()).isOne();
        assertThat(table.refused("Query", query.formatted(" AND y = :y", ", ':y': {S: 'a'}", "")).code())
                .isEqualTo("ValidationException");
    }
}
