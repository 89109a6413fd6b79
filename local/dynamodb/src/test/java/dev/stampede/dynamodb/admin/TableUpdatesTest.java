package dev.stampede.dynamodb.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.Calls;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.HandClock;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.Index.ProjectionType;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableUpdatesTest {

    private static final String TABLE = """
            {'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
             'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}
            """;
    private static final String CREATE_INDEX =
            """
                    {'TableName': 'orders',
                     'AttributeDefinitions': [{'AttributeName': 'day', 'AttributeType': 'S'}, {'AttributeName': 'unused', 'AttributeType': 'N'}],
                     'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'byDay', 'Projection': {'ProjectionType': 'ALL'},
                       'KeySchema': [{'AttributeName': 'day', 'KeyType': 'HASH'}]}}]}
                    """;
    private static final String DELETE_INDEX =
            "{'TableName': 'orders', 'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'byDay'}}]}";

    private final HandClock clock = new HandClock();
    private final Calls calls = new Calls(DynamoDb.inMemory(clock.settings()));

    private static void put(Calls calls, String id, String day) {
        calls.ok("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': '%s'}, 'day': %s}}".formatted(id, day));
    }

    private static Map<String, String> entries(Calls calls) {
        Map<String, String> days = new HashMap<>();
        calls.ok("Scan", "{'TableName': 'orders', 'IndexName': 'byDay'}")
                .get("Items")
                .forEach(item -> days.put(item.at("/id/S").asText(), item.at("/day/S").asText()));
        return days;
    }

    private JsonNode table() {
        return calls.ok("DescribeTable", "{'TableName': 'orders'}").get("Table");
    }

    @Test
    void aNewIndexHoldsTheItemsThatWereThereButForThoseThatCannotBeInIt() {
        calls.ok("CreateTable", TABLE);
        put(calls, "good", "{'S': 'monday'}");
        put(calls, "empty", "{'S': ''}");
        put(calls, "tooLong", "{'S': '" + "x".repeat(2049) + "'}");
        put(calls, "otherType", "{'N': '1'}");
        calls.ok("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': 'none'}}}");

        JsonNode said = calls.ok("UpdateTable", CREATE_INDEX).get("TableDescription");
        assertThat(said.get("TableStatus").asText()).isEqualTo("UPDATING");
        assertThat(said.at("/GlobalSecondaryIndexes/0/IndexStatus").asText()).isEqualTo("CREATING");

        assertThat(entries(calls)).isEqualTo(Map.of("good", "monday"));
        assertThat(table().get("TableStatus").asText()).isEqualTo("ACTIVE");
        assertThat(table().at("/GlobalSecondaryIndexes/0/IndexStatus").asText()).isEqualTo("ACTIVE");
        assertThat(table().at("/GlobalSecondaryIndexes/0/ItemCount").asInt()).isEqualTo(1);
        assertThat(table().get("AttributeDefinitions")).hasSize(2);
    }

    @Test
    void noWriteDuringTheFillingIsMissedOrUndone() {
        calls.ok("CreateTable", TABLE);
        int items = 3000;
        for (int i = 0; i < items; i++) {
            put(calls, "id" + i, "{'S': 'before'}");
        }
        AtomicBoolean filled = new AtomicBoolean();
        Map<String, String> written = new HashMap<>();
        CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> {
            Random random = new Random(7);
            for (int i = 0; !filled.get() || i < 500; i++) {
                String id = "id" + random.nextInt(items);
                if (i % 3 == 0) {
                    calls.ok("DeleteItem", "{'TableName': 'orders', 'Key': {'id': {'S': '%s'}}}".formatted(id));
                    written.put(id, "gone");
                } else {
                    put(calls, id, "{'S': 'day" + i + "'}");
                    written.put(id, "day" + i);
                }
            }
        });
        calls.ok("UpdateTable", CREATE_INDEX);
        filled.set(true);
        writes.join();

        Map<String, String> expected = new HashMap<>();
        for (int i = 0; i < items; i++) {
            String day = written.getOrDefault("id" + i, "before");
            if (!day.equals("gone")) {
                expected.put("id" + i, day);
            }
        }
        assertThat(entries(calls)).isEqualTo(expected);
    }

    @Test
    void anIndexThatAnEndedProcessLeftHalfFilledIsFilled(@TempDir Path folder) {
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            new Calls(engine).ok("CreateTable", TABLE);
            put(new Calls(engine), "a", "{'S': 'monday'}");
        }
        try (Store store = Store.open(folder, System.err::println)) {
            Database database = new Database(store, (_, _, _, _, _) -> {});
            Index index = new Index("byDay", true, new KeySchema(new KeyAttribute("day", "S"), Optional.empty()),
                    ProjectionType.ALL, List.of(), Index.Status.CREATING);
            database.write(writer -> {
                Table table = database.table("orders");
                database.keep(writer, table.withStatus(Table.Status.UPDATING)
                        .withIndexes(Map.of("id", "S", "day", "S"), List.of(index)));
                return table;
            });
        }
        try (DynamoDb engine = DynamoDb.open(folder, clock.settings())) {
            assertThat(entries(new Calls(engine))).isEqualTo(Map.of("a", "monday"));
            assertThat(
                    new Calls(engine).ok("DescribeTable", "{'TableName': 'orders'}").at("/Table/TableStatus").asText())
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    void aDeletedIndexIsGoneWithItsEntriesAndItsAttributesAreFree() {
        calls.ok("CreateTable", TABLE);
        calls.ok("UpdateTable", CREATE_INDEX);
        put(calls, "a", "{'S': 'monday'}");
        assertThat(calls.refused("UpdateTable", CREATE_INDEX)).contains("already exists");
        JsonNode said = calls.ok("UpdateTable", DELETE_INDEX).get("TableDescription");
        assertThat(said.at("/GlobalSecondaryIndexes/0/IndexStatus").asText()).isEqualTo("DELETING");
        assertThat(table().has("GlobalSecondaryIndexes")).isFalse();
        assertThat(table().get("AttributeDefinitions")).hasSize(1);
        put(calls, "b", "{'N': '5'}");
        assertThat(calls.refused("UpdateTable", DELETE_INDEX)).startsWith("ResourceNotFoundException");
        calls.ok("DeleteItem", "{'TableName': 'orders', 'Key': {'id': {'S': 'a'}}}");
        calls.ok("UpdateTable", CREATE_INDEX);
        assertThat(entries(calls)).isEmpty();
    }

    @Test
    void refusesUpdatesInTheServicesWords() {
        calls.ok("CreateTable", TABLE);
        List<String> refusals = new ArrayList<>();
        for (String update : new String[]{
            "{'TableName': 'orders'}",
            "{'TableName': 'orders', 'BillingMode': 'PROVISIONED'}",
            "{'TableName': 'nothing', 'BillingMode': 'PAY_PER_REQUEST'}",
            "{'TableName': 'orders', 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}}",
            "{'TableName': 'orders', 'GlobalSecondaryIndexUpdates': [{}]}",
            "{'TableName': 'orders', 'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'abc'}}, {'Delete': {'IndexName': 'abd'}}]}",
            CREATE_INDEX.replace("'day', 'AttributeType'", "'date', 'AttributeType'"),
            CREATE_INDEX.replace("'unused', 'AttributeType': 'N'", "'id', 'AttributeType': 'N'"),
        }) {
            refusals.add(calls.refused("UpdateTable", update));
        }
        assertThat(refusals).containsExactly(
                "ValidationException: At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                        + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required",
                "ValidationException: One or more parameter values were invalid: ProvisionedThroughput must be specified when"
                        + " BillingMode is PROVISIONED",
                "ResourceNotFoundException: Requested resource not found: Table: nothing not found",
                "ValidationException: One or more parameter values were invalid: Neither ReadCapacityUnits nor"
                        + " WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
                "ValidationException: One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update,"
                        + " GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null",
                "LimitExceededException: Subscriber limit exceeded: Only 1 online index can be created or deleted"
                        + " simultaneously per table",
                "ValidationException: One or more parameter values were invalid: Some index key attributes are not defined in"
                        + " AttributeDefinitions. Keys: [day], AttributeDefinitions: [date, unused]",
                "ValidationException: One or more parameter values were invalid: Attributes cannot be redefined. Please check"
                        + " that your attribute has the same type as previously defined. Existing schema: {id=S}, new"
                        + " schema: {day=S, id=N}");
    }

    @Test
    void throughputAndBillingAreSaidBack() {
        calls.ok("CreateTable", TABLE);
        String five = "'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 5}";
        calls.ok("UpdateTable", "{'TableName': 'orders', 'BillingMode': 'PROVISIONED', " + five + "}");
        assertThat(table().at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(5);
        assertThat(table().at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PROVISIONED");
        assertThat(calls.refused("UpdateTable", "{'TableName': 'orders', " + five + "}"))
                .startsWith("ValidationException: The provisioned throughput for the table will not change.");
        JsonNode said =
                calls.ok("UpdateTable", "{'TableName': 'orders', " + five.replace("Units': 5", "Units': 3") + "}");
        assertThat(said.at("/TableDescription/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(5);
        assertThat(table().at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(3);
        assertThat(table().at("/ProvisionedThroughput/NumberOfDecreasesToday").asInt()).isEqualTo(1);
    }

    @Test
    void aProtectedTableIsNotDeleted() {
        calls.ok("CreateTable", TABLE);
        calls.ok("UpdateTable", "{'TableName': 'orders', 'DeletionProtectionEnabled': true}");
        assertThat(calls.refused("DeleteTable", "{'TableName': 'orders'}")).contains("DeletionProtectionEnabled");
        calls.ok("UpdateTable", "{'TableName': 'orders', 'DeletionProtectionEnabled': false}");
        calls.ok("DeleteTable", "{'TableName': 'orders'}");
    }
}
