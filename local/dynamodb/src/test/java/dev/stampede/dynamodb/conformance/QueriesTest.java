package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Queries and scans of a table.
class QueriesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE = TABLES.byRange("N");
    private static final int ROWS = 12;

    @BeforeAll
    static void fill() {
        for (int i = 0; i < ROWS; i++) {
            TABLE.put(
                    "{p: {S: 'a'}, r: {N: '" + (i - 2) + "'}, odd: {BOOL: " + (i % 2 == 1) + "}, i: {N: '" + i + "'}}");
            TABLE.put("{p: {S: 'other" + i + "'}, r: {N: '0'}}");
        }
    }

    private static List<Integer> ranges(JsonNode answer) {
        return answer.get("Items").valueStream().map(item -> item.at("/r/N").asInt()).toList();
    }

    private static JsonNode query(String condition, String more) {
        return TABLE.call("Query", "{KeyConditionExpression: 'p = :p" + condition + "', " + more + "}");
    }

    private static String values(String more) {
        return "ExpressionAttributeValues: {':p': {S: 'a'}" + more + "}";
    }

    @Test
    void rowsComeInTheOrderOfTheirKeys() {
        List<Integer> all = IntStream.range(-2, ROWS - 2).boxed().toList();

        assertThat(ranges(query("", values("")))).isEqualTo(all);
        assertThat(ranges(query("", "ScanIndexForward: false, " + values("")))).isEqualTo(all.reversed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AND r = :1             | 3
            AND r < :1             | -2 -1 0 1 2
            AND r <= :1            | -2 -1 0 1 2 3
            AND :2 < r             | 8 9
            AND r >= :2            | 7 8 9
            AND r BETWEEN :1 AND :2| 3 4 5 6 7
            """)
    void theRangeIsNarrowed(String condition, String rows) {
        String both = ", ':1': {N: '3'}, ':2': {N: '7.0'}";
        String used = condition.contains(":1") && condition.contains(":2")
                ? both
                : condition.contains(":1") ? ", ':1': {N: '3'}" : ", ':2': {N: '7.0'}";

        assertThat(ranges(query(" " + condition, values(used))))
                .isEqualTo(List.of(rows.split(" ")).stream().map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13})
    void pagesGoOnWhereTheLastOneEnded(int limit) {
        List<Integer> rows = new ArrayList<>();
        String start = "";
        do {
            JsonNode page = query("", "Limit: " + limit + ", " + start + values(""));
            rows.addAll(ranges(page));
            JsonNode last = page.get("LastEvaluatedKey");
            start = last == null ? "" : "ExclusiveStartKey: " + last + ", ";
        } while (!start.isEmpty());

        assertThat(rows).isEqualTo(IntStream.range(-2, ROWS - 2).boxed().toList());
    }

    @Test
    void theLimitCountsWhatIsReadAndTheFilterComesAfter() {
        JsonNode page = query("", "Limit: 4, FilterExpression: 'odd = :odd', " + values(", ':odd': {BOOL: true}"));

        assertThat(page.get("Count").asInt()).isEqualTo(2);
        assertThat(page.get("ScannedCount").asInt()).isEqualTo(4);
        assertThat(page.get("LastEvaluatedKey")).isEqualTo(Json.json("{p: {S: 'a'}, r: {N: '1'}}"));
    }

    @Test
    void aCountHasNoItems() {
        JsonNode page = query("", "Select: 'COUNT', " + values(""));

        assertThat(page.get("Count").asInt()).isEqualTo(ROWS);
        assertThat(page.has("Items")).isFalse();
    }

    @Test
    void aPageEndsAtOneMebibyte() {
        TestTable large = TABLES.byRange("N");
        for (int i = 0; i < 4; i++) {
            large.put("{p: {S: 'a'}, r: {N: '" + i + "'}, v: {S: '" + "x".repeat(390_000) + "'}}");
        }

        JsonNode page = large.call("Query", "{KeyConditionExpression: 'p = :p', " + values("") + "}");

        assertThat(page.get("Count").asInt()).isEqualTo(3);
        assertThat(page.has("LastEvaluatedKey")).isTrue();
    }

    @Test
    void aScanReadsAllAndItsSegmentsShare() {
        assertThat(TABLE.call("Scan", "{}").get("Count").asInt()).isEqualTo(2 * ROWS);

        Set<JsonNode> seen = new HashSet<>();
        for (int segment = 0; segment < 3; segment++) {
            ObjectNode part = TABLE.call("Scan", "{TotalSegments: 3, Segment: " + segment + "}");
            part.get("Items").forEach(item -> assertThat(seen.add(item)).isTrue());
        }
        assertThat(seen).hasSize(2 * ROWS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            p = :p OR r = :p            | Invalid operator used in KeyConditionExpression: OR
            p <> :p                     | Invalid operator used in KeyConditionExpression: <>
            contains(p, :p)             | Invalid operator used in KeyConditionExpression: contains
            p = :p AND p = :p           | KeyConditionExpressions must only contain one condition per key
            p.a = :p                    | KeyConditionExpressions cannot have conditions on nested attributes
            r = :p                      | Query condition missed key schema element: p
            p > :p                      | Query key condition not supported
            p = :p AND x = :p           | Query condition missed key schema element: r
            p = :p AND r = :p           | One or more parameter values were invalid: Condition parameter type does not match schema type
            """)
    void aKeyConditionNamesTheKeys(String condition, String message) {
        assertThat(
                TABLE.refused("Query", "{KeyConditionExpression: '" + condition + "', " + values("") + "}").message())
                .endsWith(message);
    }

    @Test
    void whatDoesNotFitAQueryIsRefused() {
        assertThat(TABLE.refused("Query", "{}"))
                .hasToString("ValidationException: Either the KeyConditions or KeyConditionExpression parameter must be"
                        + " specified in the request.");
        assertThat(TABLE.refused("Query",
                "{KeyConditionExpression: 'p = :p', FilterExpression: 'r = :p', " + values("") + "}"))
                .hasToString(
                        "ValidationException: Filter Expression can only contain non-primary key attributes: Primary"
                                + " key attribute: r");
        assertThat(TABLE.refused("Query", "{IndexName: 'none', KeyConditionExpression: 'p = :p', " + values("") + "}"))
                .hasToString("ValidationException: The table does not have the specified index: none");
        assertThat(TABLE.refused("Query", "{ExclusiveStartKey: {p: {S: 'a'}}, KeyConditionExpression: 'p = :p', "
                + values("") + "}"))
                .hasToString("ValidationException: The provided starting key is invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {p: {S: 'a'}, r: {S: '1'}}      | The provided key element does not match the schema
            {p: {S: 'a'}, x: {N: '1'}}      | The provided starting key is invalid
            {p: {S: 'a'}, r: {M: {}, S: ''}}| The provided starting key is invalid: Supplied AttributeValue has more than one
            {p: {S: 'a'}, r: {N: 'x'}}      | The parameter cannot be converted to a numeric value: x
            {p: {S: 'x'}, r: {N: '2'}}      | The query can return at most one row and cannot be restarted
            {p: {S: 'x'}, r: {N: '0'}}      | The provided starting key does not match the range key predicate
            """)
    void aQueryGoesOnWithinItsRange(String start, String message) {
        assertThat(TABLE.refused("Query", "{KeyConditionExpression: 'p = :p AND r > :one', ExclusiveStartKey: " + start
                + ", ExpressionAttributeValues: {':p': {S: 'a'}, ':one': {N: '1'}}}")
                .message())
                .startsWith(message);
    }

    @Test
    void aSegmentIsOneOfThose() {
        assertThat(TABLE.refused("Scan", "{Segment: 4, TotalSegments: 4}"))
                .hasToString("ValidationException: The Segment parameter is zero-based and must be less than parameter"
                        + " TotalSegments: Segment: 4 is not less than TotalSegments: 4");
        assertThat(TABLE.refused("Scan", "{Segment: 0}").message())
                .startsWith("The TotalSegments parameter is required");
    }
}
