package dev.stampede.dynamodb.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import dev.stampede.dynamodb.table.ChangeListener;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {

    private static final String TABLE =
            """
                    {'TableName': 'carts', 'BillingMode': 'PAY_PER_REQUEST',
                     'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}, {'AttributeName': 'shop', 'AttributeType': 'S'}],
                     'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                     'GlobalSecondaryIndexes': [{'IndexName': 'byShop', 'Projection': {'ProjectionType': 'ALL'},
                       'KeySchema': [{'AttributeName': 'shop', 'KeyType': 'HASH'}]}],
                     'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_AND_OLD_IMAGES'}}
                    """;

    private final HandClock clock = new HandClock();
    private final Calls calls = new Calls(DynamoDb.inMemory(clock.settings()));

    private void create() {
        calls.ok("CreateTable", TABLE);
    }

    private static void timeToLive(Calls calls, String attribute, boolean enabled) {
        calls.ok("UpdateTimeToLive",
                "{'TableName': 'carts', 'TimeToLiveSpecification': {'AttributeName': '%s', 'Enabled': %s}}"
                        .formatted(attribute, enabled));
    }

    private static void put(Calls calls, String id, String until) {
        calls.ok("PutItem", "{'TableName': 'carts', 'Item': {'id': {'S': '%s'}, 'shop': {'S': 'one'}, 'until': %s}}"
                .formatted(id, until));
    }

    private String in(Duration time) {
        return "{'N': '" + clock.instant().plus(time).getEpochSecond() + "'}";
    }

    private static List<String> ids(Calls calls) {
        List<String> ids = new ArrayList<>();
        calls.ok("Scan", "{'TableName': 'carts'}").get("Items").forEach(item -> ids.add(item.at("/id/S").asText()));
        return ids;
    }

    @Test
    void deletesWhatIsDueAndNothingElse() {
        create();
        timeToLive(calls, "until", true);
        put(calls, "due", in(Duration.ofSeconds(-1)));
        put(calls, "dueInExponents", "{'N': '1.7e9'}");
        put(calls, "dueWithAFraction", "{'N': '" + (clock.instant().getEpochSecond() - 1) + ".25'}");
        put(calls, "soon", in(Duration.ofSeconds(90)));
        put(calls, "aText", "{'S': '1700000000'}");
        put(calls, "olderThanFiveYears", in(Duration.ofDays(-6 * 366)));
        put(calls, "beyondAllTime", "{'N': '9e100'}");
        put(calls, "negative", "{'N': '-5'}");

        calls.engine().expire();
        assertThat(ids(calls))
                .containsExactlyInAnyOrder("soon", "aText", "olderThanFiveYears", "beyondAllTime", "negative");
        assertThat(calls.ok("Query", """
                {'TableName': 'carts', 'IndexName': 'byShop', 'KeyConditionExpression': 'shop = :s', 'Select': 'COUNT',
                 'ExpressionAttributeValues': {':s': {'S': 'one'}}}
                """).get("Count").asInt()).isEqualTo(5);
        clock.pass(Duration.ofSeconds(91));
        calls.engine().expire();
        assertThat(ids(calls)).doesNotContain("soon");
    }

    @Test
    void anItemWhoseTimeWasPutOffStays() {
        create();
        timeToLive(calls, "until", true);
        put(calls, "cart", in(Duration.ofSeconds(10)));
        put(calls, "cart", in(Duration.ofSeconds(100)));
        put(calls, "kept", in(Duration.ofSeconds(10)));
        calls.ok("UpdateItem", "{'TableName': 'carts', 'Key': {'id': {'S': 'kept'}}, 'UpdateExpression': 'REMOVE #u',"
                + " 'ExpressionAttributeNames': {'#u': 'until'}}");
        clock.pass(Duration.ofSeconds(50));
        calls.engine().expire();
        assertThat(ids(calls)).containsExactlyInAnyOrder("cart", "kept");
        clock.pass(Duration.ofSeconds(51));
        calls.engine().expire();
        assertThat(ids(calls)).containsExactly("kept");
    }

    @Test
    void theStreamSaysThatTheServiceDeletedIt() {
        create();
        timeToLive(calls, "until", true);
        put(calls, "cart", in(Duration.ofSeconds(-1)));
        calls.engine().expire();

        String arn = calls.ok("DescribeTable", "{'TableName': 'carts'}").at("/Table/LatestStreamArn").asText();
        String shard = calls.ok("DescribeStream", "{'StreamArn': '" + arn + "'}")
                .at("/StreamDescription/Shards/0/ShardId")
                .asText();
        String iterator = calls.ok("GetShardIterator", "{'StreamArn': '" + arn + "', 'ShardId': '" + shard
                + "', 'ShardIteratorType': 'TRIM_HORIZON'}")
                .get("ShardIterator")
                .asText();
        JsonNode record = calls.ok("GetRecords", "{'ShardIterator': '" + iterator + "'}").at("/Records/1");
        assertThat(record.get("eventName").asText()).isEqualTo("REMOVE");
        assertThat(record.get("userIdentity"))
                .isEqualTo(Calls.json("{'Type': 'Service', 'PrincipalId': 'dynamodb.amazonaws.com'}"));
        assertThat(record.at("/dynamodb/OldImage/id/S").asText()).isEqualTo("cart");
    }

    @Test
    void itemsFromBeforeItWasEnabledExpireToo() {
        create();
        for (int i = 0; i < 500; i++) {
            put(calls, "cart" + i, in(Duration.ofSeconds(-1)));
        }
        timeToLive(calls, "until", true);
        calls.engine().expire();
        assertThat(ids(calls)).isEmpty();
    }

    @Test
    void nothingExpiresOnceItIsDisabled() {
        create();
        timeToLive(calls, "until", true);
        put(calls, "cart", in(Duration.ofSeconds(-1)));
        timeToLive(calls, "until", false);
        calls.engine().expire();
        assertThat(ids(calls)).containsExactly("cart");
        timeToLive(calls, "other", true);
        calls.engine().expire();
        assertThat(ids(calls)).containsExactly("cart");
        assertThat(calls.ok("DescribeTimeToLive", "{'TableName': 'carts'}"))
                .isEqualTo(Calls
                        .json("{'TimeToLiveDescription': {'TimeToLiveStatus': 'ENABLED', 'AttributeName': 'other'}}"));
    }

    @Test
    void refusesToEnableTwiceAndToDisableWhatIsOff() {
        create();
        String request = "{'TableName': 'carts', 'TimeToLiveSpecification': {'AttributeName': '%s', 'Enabled': %s}}";
        assertThat(calls.refused("UpdateTimeToLive", request.formatted("until", false)))
                .isEqualTo("ValidationException: TimeToLive is already disabled");
        timeToLive(calls, "until", true);
        assertThat(calls.refused("UpdateTimeToLive", request.formatted("until", true)))
                .isEqualTo("ValidationException: TimeToLive is already enabled");
        assertThat(calls.refused("UpdateTimeToLive", request.formatted("other", true)))
                .startsWith("ValidationException: TimeToLive is active on a different AttributeName");
        assertThat(calls.refused("UpdateTimeToLive", request.formatted("other", false)))
                .startsWith("ValidationException: TimeToLive is active on a different AttributeName");
        assertThat(calls.refused("UpdateTimeToLive", request.formatted("until", true).replace("carts", "none")))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void goesOnAfterItWasOpenedAgain(@TempDir Path folder) {
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            new Calls(engine).ok("CreateTable", TABLE);
            timeToLive(new Calls(engine), "until", true);
            put(new Calls(engine), "cart", in(Duration.ofSeconds(5)));
        }
        clock.pass(Duration.ofSeconds(6));
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            engine.expire();
            assertThat(ids(new Calls(engine))).isEmpty();
        }
    }

    @Test
    void whatAnEndedProcessLeftUnfinishedIsFinished(@TempDir Path folder) {
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            new Calls(engine).ok("CreateTable", TABLE);
            put(new Calls(engine), "cart", in(Duration.ofSeconds(-1)));
        }
        try (Store store = Store.open(folder, System.err::println)) {
            DueTimes times = new DueTimes(store);
            Database database = new Database(store, ChangeListener.all(times));
            Table table = database.table("carts");
            Expiry expiry = new Expiry(database, times, clock);
            database.write(writer -> expiry.enable(writer, table, "until"));
        }
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            engine.expire();
            assertThat(ids(new Calls(engine))).isEmpty();
        }
    }

    @Test
    void theEngineLooksByItselfWhenTheClockIsTheSystems() {
        try (DynamoDb engine = DynamoDb.inMemory(DynamoDb.Settings.DEFAULTS)) {
            Calls real = new Calls(engine);
            real.ok("CreateTable", TABLE);
            timeToLive(real, "until", true);
            put(real, "cart", "{'N': '" + (Instant.now().getEpochSecond() - 60) + "'}");
            await().until(() -> ids(real).isEmpty());
        }
    }
}
