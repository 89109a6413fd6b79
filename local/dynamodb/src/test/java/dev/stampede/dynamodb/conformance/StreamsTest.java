package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams of changes.
class StreamsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static TestTable table(String view) {
        return TABLES.create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}],"
                + " StreamSpecification: {StreamEnabled: true, StreamViewType: '" + view + "'}}");
    }

    private static String arn(TestTable table) {
        return table.description().get("LatestStreamArn").asText();
    }

    /// All records from the start, shard by shard.
    private static List<JsonNode> records(TestTable table) {
        List<JsonNode> records = new ArrayList<>();
        String arn = arn(table);
        for (JsonNode shard : Endpoint.call("DescribeStream", "{StreamArn: '" + arn + "'}")
                .at("/StreamDescription/Shards")) {
            String iterator = iterator(arn, shard.get("ShardId").asText(), "TRIM_HORIZON");
            JsonNode page = Endpoint.call("GetRecords", "{ShardIterator: '" + iterator + "'}");
            page.get("Records").forEach(records::add);
        }
        return records;
    }

    private static String iterator(String arn, String shard, String type) {
        return Endpoint
                .call("GetShardIterator", "{StreamArn: '" + arn + "', ShardId: '" + shard + "', ShardIteratorType: '"
                        + type + "'}")
                .get("ShardIterator")
                .asText();
    }

    /// Against a distant endpoint records take a moment.
    private static List<JsonNode> awaitRecords(TestTable table, int count) {
        return await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(() -> records(table), records -> records.size() >= count);
    }

    @Test
    void everyChangeIsARecordInOrder() {
        TestTable table = table("NEW_AND_OLD_IMAGES");
        table.put("{p: {S: 'a'}, n: {N: '1'}}");
        table.put("{p: {S: 'a'}, n: {N: '2'}}");
        table.call("DeleteItem", "{Key: {p: {S: 'a'}}}");

        List<JsonNode> records = awaitRecords(table, 3);

        assertThat(records.stream().map(record -> record.get("eventName").asText()))
                .containsExactly("INSERT", "MODIFY", "REMOVE");
        JsonNode change = records.get(1).get("dynamodb");
        assertThat(change.get("Keys")).isEqualTo(Json.json("{p: {S: 'a'}}"));
        assertThat(change.get("OldImage")).isEqualTo(Json.json("{p: {S: 'a'}, n: {N: '1'}}"));
        assertThat(change.get("NewImage")).isEqualTo(Json.json("{p: {S: 'a'}, n: {N: '2'}}"));
        assertThat(records.get(0).get("dynamodb").has("OldImage")).isFalse();
        assertThat(records.get(2).get("dynamodb").has("NewImage")).isFalse();
        assertThat(records.stream().map(record -> record.at("/dynamodb/SequenceNumber").asText()))
                .allMatch(number -> number.matches("[0-9]{21,40}"))
                .isSorted();
        assertThat(records.get(0).get("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(records.get(0).get("eventVersion").asText()).isEqualTo("1.1");
    }

    @ParameterizedTest
    @CsvSource({"KEYS_ONLY, false, false", "NEW_IMAGE, false, true", "OLD_IMAGE, true, false"})
    void theViewSaysWhichImages(String view, boolean before, boolean after) {
        TestTable table = table(view);
        table.put("{p: {S: 'a'}}");
        table.put("{p: {S: 'a'}, n: {N: '2'}}");

        JsonNode change = awaitRecords(table, 2).get(1).get("dynamodb");

        assertThat(change.has("OldImage")).isEqualTo(before);
        assertThat(change.has("NewImage")).isEqualTo(after);
        assertThat(change.get("StreamViewType").asText()).isEqualTo(view);
    }

    @Test
    void whatChangesNothingIsNoRecord() {
        TestTable table = table("NEW_AND_OLD_IMAGES");
        table.put("{p: {S: 'a'}, n: {N: '1'}, m: {M: {a: {N: '1'}, b: {N: '2'}}}}");
        table.put("{p: {S: 'a'}, m: {M: {b: {N: '2.0'}, a: {N: '1'}}}, n: {N: '1.0'}}");
        table.call("DeleteItem", "{Key: {p: {S: 'absent'}}}");
        table.call("UpdateItem", "{Key: {p: {S: 'a'}}, UpdateExpression: 'REMOVE absent'}");
        table.put("{p: {S: 'b'}}");

        assertThat(awaitRecords(table, 2)).hasSize(2);
    }

    @Test
    void onlyWhatCommitsIsRecorded() {
        TestTable table = table("KEYS_ONLY");
        table.put("{p: {S: 'there'}}");
        String put = "{Put: {TableName: '$table', Item: {p: {S: 'new'}}}}";
        Endpoint.refused("TransactWriteItems",
                ("{TransactItems: [" + put + ", {Put: {TableName: '$table', Item: {p: {S:"
                        + " 'there'}}, ConditionExpression: 'attribute_not_exists(p)'}}]}")
                        .replace("$table", table.name()));
        Endpoint.call("TransactWriteItems", ("{TransactItems: [" + put + "]}").replace("$table", table.name()));

        assertThat(awaitRecords(table, 2)).hasSize(2);
    }

    @Test
    void anIteratorStartsWhereItIsTold() {
        TestTable table = table("KEYS_ONLY");
        table.put("{p: {S: 'a'}}");
        JsonNode first = awaitRecords(table, 1).getFirst();
        String number = first.at("/dynamodb/SequenceNumber").asText();
        String arn = arn(table);
        int at = 0;
        int after = 0;
        for (JsonNode shard : Endpoint.call("DescribeStream", "{StreamArn: '" + arn + "'}")
                .at("/StreamDescription/Shards")) {
            String id = shard.get("ShardId").asText();
            if (read(iterator(arn, id, "TRIM_HORIZON")) > 0) {
                at += read(iterator(arn, id, "AT_SEQUENCE_NUMBER', SequenceNumber: '" + number));
                after += read(iterator(arn, id, "AFTER_SEQUENCE_NUMBER', SequenceNumber: '" + number));
            }
            assertThat(read(iterator(arn, id, "LATEST"))).isZero();
        }

        assertThat(at).isOne();
        assertThat(after).isZero();
    }

    private static int read(String iterator) {
        return Endpoint.call("GetRecords", "{ShardIterator: '" + iterator + "'}").get("Records").size();
    }

    @Test
    void aStreamIsTurnedOnOnceAndOff() {
        TestTable table = table("NEW_IMAGE");
        String on = "{StreamSpecification: {StreamEnabled: true, StreamViewType: 'NEW_IMAGE'}}";
        String arn = arn(table);

        assertThat(table.refused("UpdateTable", on).code()).isEqualTo("ValidationException");
        table.call("UpdateTable", "{StreamSpecification: {StreamEnabled: false}}");
        table.awaitActive();
        await().pollDelay(Duration.ZERO)
                .until(() -> Endpoint.call("DescribeStream", "{StreamArn: '" + arn + "'}")
                        .at("/StreamDescription/StreamStatus")
                        .asText()
                        .equals("DISABLED"));

        table.call("UpdateTable", on);
        table.awaitActive();
        assertThat(arn(table)).isNotEqualTo(arn);
        assertThat(Endpoint.call("ListStreams", "{TableName: '" + table.name() + "'}").get("Streams")).hasSize(2);
    }

    @Test
    void whatIsNoIteratorIsRefused() {
        TestTable table = table("NEW_IMAGE");
        String arn = arn(table);

        assertThat(Endpoint.refused("GetRecords", "{ShardIterator: 'nothing'}").code())
                .isEqualTo("ValidationException");
        assertThat(Endpoint
                .refused("GetShardIterator", "{StreamArn: '" + arn + "', ShardId: 'shardId-0123456789012345678901',"
                        + " ShardIteratorType: 'LATEST'}")
                .code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(Endpoint.refused("DescribeStream", "{StreamArn: '" + arn.replace("conformance", "nowhere") + "'}")
                .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void recordsAreKeptForADay() {
        assumeTrue(Endpoint.CLOCK != null, "waits for a day");
        TestTable table = table("NEW_IMAGE");
        table.put("{p: {S: 'a'}}");
        assertThat(records(table)).hasSize(1);

        Endpoint.CLOCK.forward(Duration.ofHours(25));
        Endpoint.ENGINE.expire();

        assertThat(records(table)).isEmpty();
    }
}
