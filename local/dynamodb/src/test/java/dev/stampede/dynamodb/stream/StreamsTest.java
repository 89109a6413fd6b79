package dev.stampede.dynamodb.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsTest {

    private final HandClock clock = new HandClock();
    private final Calls calls = new Calls(DynamoDb.inMemory(clock.settings()));

    private static void create(Calls calls, String table, String view) {
        calls.ok("CreateTable", """
                {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': '%s'}}
                """.formatted(table, view));
    }

    private static void put(Calls calls, String table, String id, String value) {
        calls.ok("PutItem",
                "{'TableName': '%s', 'Item': {'id': {'S': '%s'}, 'v': {'S': '%s'}}}".formatted(table, id, value));
    }

    private static void delete(Calls calls, String table, String id) {
        calls.ok("DeleteItem", "{'TableName': '%s', 'Key': {'id': {'S': '%s'}}}".formatted(table, id));
    }

    private Reader orders(String view) {
        create(calls, "orders", view);
        return Reader.of(calls, "orders");
    }

    private void disable() {
        calls.ok("UpdateTable", "{'TableName': 'orders', 'StreamSpecification': {'StreamEnabled': false}}");
    }

    @ParameterizedTest
    @CsvSource({"KEYS_ONLY,false,false", "NEW_IMAGE,true,false", "OLD_IMAGE,false,true",
        "NEW_AND_OLD_IMAGES,true,true"})
    void keepsEachChangeInOrderWithTheImagesOfItsView(String view, boolean after, boolean before) {
        Reader reader = orders(view);
        put(calls, "orders", "a", "1");
        put(calls, "orders", "a", "2");
        delete(calls, "orders", "a");

        List<JsonNode> records = reader.all();

        assertThat(records).extracting(each -> each.get("eventName").asText()).containsExactly("INSERT", "MODIFY",
                "REMOVE");
        assertThat(records).extracting(Reader::number).isSorted().allMatch(number -> number.matches("\\d{21}"));
        assertThat(records).extracting(each -> each.get("eventID").asText()).doesNotHaveDuplicates();
        JsonNode change = records.get(1).get("dynamodb");
        assertThat(change.at("/Keys/id/S").asText()).isEqualTo("a");
        assertThat(change.at("/NewImage/v/S").asText("none")).isEqualTo(after ? "2" : "none");
        assertThat(change.at("/OldImage/v/S").asText("none")).isEqualTo(before ? "1" : "none");
        assertThat(change.get("StreamViewType").asText()).isEqualTo(view);
        assertThat(change.get("SizeBytes").asInt()).isEqualTo(3 + (after ? 5 : 0) + (before ? 5 : 0));
        assertThat(change.get("ApproximateCreationDateTime").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(records.get(0).at("/dynamodb").has("OldImage")).isFalse();
        assertThat(records.get(2).at("/dynamodb").has("NewImage")).isFalse();
        assertThat(records.get(1).get("awsRegion").asText()).isEqualTo("eu-west-1");
        assertThat(records.get(1).has("userIdentity")).isFalse();
    }

    @Test
    void recordsNothingForAWriteThatChangesNothing() {
        Reader reader = orders("NEW_AND_OLD_IMAGES");
        calls.ok("PutItem",
                "{'TableName': 'orders', 'Item': {'id': {'S': 'a'}, 'n': {'N': '1.50'}, 's': {'SS': ['x', 'y']}}}");
        calls.ok("PutItem",
                "{'TableName': 'orders', 'Item': {'s': {'SS': ['y', 'x']}, 'n': {'N': '15e-1'}, 'id': {'S': 'a'}}}");
        delete(calls, "orders", "b");
        assertThat(reader.all()).hasSize(1);
    }

    @Test
    void iteratorsOfAllTypesBeginWhereTheySay() {
        Reader reader = orders("KEYS_ONLY");
        for (String id : new String[]{"a", "b", "c"}) {
            put(calls, "orders", id, "1");
        }
        String second = Reader.number(reader.all().get(1));
        String start = reader.shard().at("/SequenceNumberRange/StartingSequenceNumber").asText();
        String latest = reader.iterator("LATEST", null);

        assertThat(ids(reader.page(reader.iterator("TRIM_HORIZON", null), 10))).containsExactly("a", "b", "c");
        assertThat(ids(reader.page(reader.iterator("AT_SEQUENCE_NUMBER", start), 10))).containsExactly("a", "b", "c");
        assertThat(ids(reader.page(reader.iterator("AT_SEQUENCE_NUMBER", second), 10))).containsExactly("b", "c");
        assertThat(ids(reader.page(reader.iterator("AFTER_SEQUENCE_NUMBER", second), 10))).containsExactly("c");
        assertThat(ids(reader.page(latest, 10))).isEmpty();
        put(calls, "orders", "d", "1");
        assertThat(ids(reader.page(latest, 10))).containsExactly("d");
    }

    private static List<String> ids(ObjectNode page) {
        List<String> ids = new ArrayList<>();
        page.get("Records").forEach(record -> ids.add(record.at("/dynamodb/Keys/id/S").asText()));
        return ids;
    }

    @Test
    void aPageEndsAtItsLimitAndAtOneMegabyte() {
        Reader reader = orders("NEW_IMAGE");
        for (int i = 0; i < 5; i++) {
            put(calls, "orders", "a" + i, "x".repeat(300_000));
        }
        ObjectNode first = reader.page(reader.iterator("TRIM_HORIZON", null), 2);
        assertThat(ids(first)).containsExactly("a0", "a1");
        ObjectNode second = reader.page(first.get("NextShardIterator").asText(), 1000);
        assertThat(ids(second)).containsExactly("a2", "a3", "a4");
        assertThat(ids(reader.page(reader.iterator("TRIM_HORIZON", null), 1000))).hasSize(3);
    }

    @Test
    void aDisabledStreamIsReadToItsEndAndItsSuccessorHasAnotherName() {
        Reader first = orders("KEYS_ONLY");
        put(calls, "orders", "a", "1");
        assertThat(calls.refused("UpdateTable", """
                {'TableName': 'orders', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_IMAGE'}}
                """)).isEqualTo("ValidationException: Table already has an enabled stream: TableName: orders");
        disable();
        put(calls, "orders", "b", "1");
        assertThat(calls.refused("UpdateTable",
                "{'TableName': 'orders', 'StreamSpecification': {'StreamEnabled': false}}"))
                .isEqualTo("ValidationException: Table has no stream to disable: TableName: orders");
        calls.ok("UpdateTable", """
                {'TableName': 'orders', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_IMAGE'}}
                """);
        Reader second = Reader.of(calls, "orders");
        put(calls, "orders", "c", "1");

        assertThat(second.arn()).isNotEqualTo(first.arn());
        assertThat(first.description().get("StreamStatus").asText()).isEqualTo("DISABLED");
        assertThat(new BigInteger(first.shard().at("/SequenceNumberRange/EndingSequenceNumber").asText()))
                .isGreaterThan(new BigInteger(Reader.number(first.all().getLast())));
        ObjectNode page = first.page(first.iterator("TRIM_HORIZON", null), 10);
        assertThat(ids(page)).containsExactly("a");
        assertThat(page.has("NextShardIterator")).isFalse();
        assertThat(ids(second.page(second.iterator("TRIM_HORIZON", null), 10))).containsExactly("c");
        assertThat(calls.ok("ListStreams", "{'TableName': 'orders'}").get("Streams")).hasSize(2);
    }

    @Test
    void recordsGoAfterADayAndSayThatTheyAreGone() {
        Reader reader = orders("KEYS_ONLY");
        put(calls, "orders", "a", "1");
        String first = Reader.number(reader.all().getFirst());
        clock.pass(Duration.ofHours(23));
        put(calls, "orders", "b", "1");
        String iterator = reader.iterator("TRIM_HORIZON", null);
        clock.pass(Duration.ofMinutes(14));
        assertThat(ids(reader.page(iterator, 10))).containsExactly("a", "b");
        clock.pass(Duration.ofMinutes(2));
        assertThat(calls.refused("GetRecords", "{'ShardIterator': '" + iterator + "'}"))
                .startsWith("ExpiredIteratorException");
        clock.pass(Duration.ofMinutes(40));
        iterator = reader.iterator("TRIM_HORIZON", null);
        clock.pass(Duration.ofMinutes(5));
        assertThat(calls.refused("GetRecords", "{'ShardIterator': '" + iterator + "'}"))
                .startsWith("TrimmedDataAccessException");
        assertThat(reader.all()).extracting(Reader::number).hasSize(1).doesNotContain(first);
        assertThat(calls.refused("GetShardIterator", reader.iteratorRequest("AT_SEQUENCE_NUMBER", first).toString()))
                .startsWith("TrimmedDataAccessException");
        String start = reader.shard().at("/SequenceNumberRange/StartingSequenceNumber").asText();
        assertThat(ids(reader.page(reader.iterator("AT_SEQUENCE_NUMBER", start), 10))).containsExactly("b");
    }

    @Test
    void theStreamOfADeletedTableGoesAfterADay() {
        Reader reader = orders("KEYS_ONLY");
        put(calls, "orders", "a", "1");
        calls.ok("DeleteTable", "{'TableName': 'orders'}");
        clock.pass(Duration.ofHours(23));
        calls.engine().expire();
        assertThat(reader.all()).hasSize(1);
        clock.pass(Duration.ofHours(2));
        calls.engine().expire();
        assertThat(calls.refused("DescribeStream", "{'StreamArn': '" + reader.arn() + "'}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found: Stream: " + reader.arn()
                        + " not found");
        assertThat(calls.ok("ListStreams", "{}").get("Streams")).isEmpty();
    }

    @Test
    void listsStreamsAPageAtATime() {
        for (String table : new String[]{"aaa", "bbb", "ccc"}) {
            create(calls, table, "KEYS_ONLY");
        }
        ObjectNode page = calls.ok("ListStreams", "{'Limit': 2}");
        assertThat(page.at("/Streams/1/TableName").asText()).isEqualTo("bbb");
        String last = page.get("LastEvaluatedStreamArn").asText();
        assertThat(last).isEqualTo(page.at("/Streams/1/StreamArn").asText());
        page = calls.ok("ListStreams", "{'Limit': 2, 'ExclusiveStartStreamArn': '" + last + "'}");
        assertThat(page.at("/Streams/0/TableName").asText()).isEqualTo("ccc");
        assertThat(page.has("LastEvaluatedStreamArn")).isFalse();
    }

    @Test
    void goesOnWhereItWasAfterItWasOpenedAgain(@TempDir Path folder) {
        String iterator;
        String arn;
        List<String> numbers;
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            create(new Calls(engine), "orders", "NEW_IMAGE");
            Reader reader = Reader.of(new Calls(engine), "orders");
            put(reader.calls(), "orders", "a", "1");
            arn = reader.arn();
            iterator = reader.page(reader.iterator("TRIM_HORIZON", null), 10).get("NextShardIterator").asText();
            numbers = new ArrayList<>(reader.all().stream().map(Reader::number).toList());
        }
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            Reader reader = Reader.of(new Calls(engine), "orders");
            assertThat(reader.arn()).isEqualTo(arn);
            put(reader.calls(), "orders", "b", "1");
            assertThat(ids(reader.page(iterator, 10))).containsExactly("b");
            numbers.add(Reader.number(reader.all().getLast()));
            assertThat(numbers).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
            assertThat(reader.all()).hasSize(2);
        }
    }

    @Test
    void refusesWhatItCannotMakeSenseOf() {
        Reader reader = orders("KEYS_ONLY");
        assertThat(calls.refused("DescribeStream", "{'StreamArn': 'arn:aws:dynamodb:garbage-without-any-meaning'}"))
                .startsWith("ValidationException");
        assertThat(calls.refused("DescribeStream", "{'StreamArn': '" + reader.arn() + "1'}"))
                .startsWith("ResourceNotFoundException");
        assertThat(calls.refused("GetShardIterator", reader.iteratorRequest("AT_SEQUENCE_NUMBER", null).toString()))
                .startsWith("ValidationException");
        assertThat(calls.refused("GetShardIterator", reader.iteratorRequest("LATEST", "1").toString()))
                .startsWith("ValidationException");
        assertThat(calls.refused("GetShardIterator", reader.iteratorRequest("NEWEST", null).toString()))
                .startsWith("ValidationException");
        assertThat(calls.refused("GetShardIterator", reader.iteratorRequest("LATEST", null)
                .put("ShardId", "shardId-00000000000000000000-00000009").toString()))
                .startsWith("ResourceNotFoundException");
        assertThat(calls.refused("GetRecords", "{'ShardIterator': 'nonsense'}")).startsWith("ValidationException");
        assertThat(calls.refused("GetRecords",
                "{'ShardIterator': '" + reader.iterator("LATEST", null) + "', 'Limit': 1001}"))
                .startsWith("ValidationException");
    }
}
