package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchesTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable ONE = TABLES.byHash();
    private static final TestTable TWO = TABLES.byRange("N");

    private static JsonNode write(String items) {
        return Endpoint.call("BatchWriteItem", request(items));
    }

    private static String request(String items) {
        return "{RequestItems: {" + items.replace("$1", "'" + ONE.name() + "'").replace("$2", "'" + TWO.name() + "'")
                + "}}";
    }

    private static String puts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{PutRequest: {Item: {p: {S: '" + i + "'}}}}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void writesGoToManyTables() {
        ONE.put("{p: {S: 'gone'}}");

        JsonNode answer = write("$1: [{DeleteRequest: {Key: {p: {S: 'gone'}}}}, {PutRequest: {Item: {p: {S: 'new'}}}}],"
                + " $2: [{PutRequest: {Item: {p: {S: 'new'}, r: {N: '1'}}}}]");

        assertThat(answer.get("UnprocessedItems")).isEmpty();
        assertThat(ONE.get("{p: {S: 'gone'}}")).isNull();
        assertThat(ONE.get("{p: {S: 'new'}}")).isNotNull();
        assertThat(TWO.get("{p: {S: 'new'}, r: {N: '1'}}")).isNotNull();
    }

    @Test
    void readsGiveWhatThereIs() {
        write("$1: " + puts(100, 103));

        JsonNode answer = Endpoint.call("BatchGetItem", request("$1: {ConsistentRead: true, ProjectionExpression: 'p',"
                + " Keys: [{p: {S: '100'}}, {p: {S: '102'}}, {p: {S: 'nowhere'}}]},"
                + " $2: {Keys: [{p: {S: 'nowhere'}, r: {N: '1'}}]}"));

        assertThat(answer.at("/Responses/" + ONE.name()))
                .containsExactlyInAnyOrder(Json.json("{p: {S: '100'}}"), Json.json("{p: {S: '102'}}"));
        assertThat(answer.at("/Responses/" + TWO.name()).isArray()).isTrue();
        assertThat(answer.at("/Responses/" + TWO.name())).isEmpty();
        assertThat(answer.get("UnprocessedKeys")).isEmpty();
    }

    @Test
    void tooManyAreRefusedAndNothingIsWritten() {
        write("$1: " + puts(0, 25));

        assertThat(Endpoint.refused("BatchWriteItem", request("$1: " + puts(200, 226))).message())
                .contains("Map value must satisfy constraint: [Member must have length less than or equal to 25");
        assertThat(ONE.get("{p: {S: '200'}}")).isNull();
    }

    @Test
    void oneItemOnceInABatch() {
        String twice =
                "[{PutRequest: {Item: {p: {S: 'a'}, r: {N: '1'}}}}, {DeleteRequest: {Key: {p: {S: 'a'}, r: {N: '1.0'}}}}]";

        assertThat(Endpoint.refused("BatchWriteItem", request("$2: " + twice)))
                .hasToString("ValidationException: Provided list of item keys contains duplicates");
        assertThat(Endpoint.refused("BatchGetItem", request("$1: {Keys: [{p: {S: 'a'}}, {p: {S: 'a'}}]}")))
                .hasToString("ValidationException: Provided list of item keys contains duplicates");
    }

    @Test
    void oneBadItemSpoilsTheBatch() {
        assertThat(Endpoint.refused("BatchWriteItem", request("$1: [{PutRequest: {Item: {p: {S: 'good'}}}},"
                + " {PutRequest: {Item: {q: {S: 'bad'}}}}]")))
                .hasToString("ValidationException: The provided key element does not match the schema");
        assertThat(ONE.get("{p: {S: 'good'}}")).isNull();
    }

    @Test
    void aTableThatIsNotThereSpoilsTheBatch() {
        assertThat(Endpoint.refused("BatchWriteItem",
                request("$1: " + puts(300, 301) + ", 'no-such-table': " + puts(0, 1))))
                .hasToString("ResourceNotFoundException: Requested resource not found");
        assertThat(ONE.get("{p: {S: '300'}}")).isNull();
    }

    @Test
    void whatDoesNotFitIntoAnAnswerIsLeftForTheNext() {
        String large = "x".repeat(400_000);
        for (int from = 0; from < 45; from += 15) {
            write("$1: " + IntStream.range(from, from + 15)
                    .mapToObj(i -> "{PutRequest: {Item: {p: {S: 'large" + i + "'}, v: {S: '" + large + "'}}}}")
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        String keys =
                IntStream.range(0, 45).mapToObj(i -> "{p: {S: 'large" + i + "'}}").collect(Collectors.joining(", "));

        JsonNode answer = Endpoint.call("BatchGetItem", request("$1: {Keys: [" + keys + "]}"));

        int read = answer.at("/Responses/" + ONE.name()).size();
        int left = answer.at("/UnprocessedKeys/" + ONE.name() + "/Keys").size();
        assertThat(read).isBetween(1, 42);
        assertThat(read + left).isEqualTo(45);
    }
}
