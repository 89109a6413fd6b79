package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expiry.Expiry;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.stream.Streams;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// CreateTable, DescribeTable, DeleteTable and ListTables. A table can be used as soon as CreateTable has answered, and
/// is gone as soon as DeleteTable has; their answers say CREATING and DELETING, as callers expect.
final class TableOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_LIST = 100;

    private final Database database;
    private final InstantSource clock;
    private final Streams streams;
    private final Expiry expiry;
    private final TableDescription description;

    TableOperations(
            Database database, Streams streams, Expiry expiry, InstantSource clock, TableDescription description) {
        this.database = database;
        this.streams = streams;
        this.expiry = expiry;
        this.clock = clock;
        this.description = description;
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("CreateTable", (request, _) -> create(request));
        operations.put("DescribeTable", (request, _) -> describe(request));
        operations.put("DeleteTable", (request, _) -> delete(request));
        operations.put("ListTables", (request, _) -> list(request));
    }

    private ObjectNode create(ObjectNode request) {
        Table table = table(request);
        Optional<StreamSpecification> stream = StreamSpecification.of(request);
        Table created = database.write(writer -> {
            if (database.find(table.name()).isPresent()) {
                throw Refusals.inUse("Table already exists: " + table.name());
            }
            Table streamed = stream.map(specification -> specification.applied(writer, streams, table))
                    .orElse(table);
            database.keep(writer, streamed);
            return streamed;
        });
        return answer("TableDescription", description.of(atCreation(request, created)));
    }

    private Table table(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        Requests.refuse(request, "ResourcePolicy", "WarmThroughput", "GlobalTableSourceArn");
        boolean onDemand = Settings.asksForOnDemand(request);
        Throughput throughput = Throughput.ofNewTable(request, onDemand);
        KeySchemas keys = new KeySchemas(request.path("AttributeDefinitions"));
        KeySchema key = keys.ofTable(request.path("KeySchema"));
        boolean indexed = Requests.has(request.get("LocalSecondaryIndexes"))
                || Requests.has(request.get("GlobalSecondaryIndexes"));
        if (!indexed) {
            keys.checkExact();
        }
        IndexDefinitions definitions = new IndexDefinitions(keys, onDemand);
        List<Index> indexes = new ArrayList<>(definitions.locals(request.get("LocalSecondaryIndexes"), key));
        indexes.addAll(definitions.globals(request.get("GlobalSecondaryIndexes")));
        keys.checkAllUsed();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Table(
                name,
                UUID.randomUUID().toString(),
                Table.Status.ACTIVE,
                now,
                key,
                keys.types(),
                List.copyOf(indexes),
                Optional.empty(),
                Optional.empty(),
                Tags.with(Map.of(), request.path("Tags")),
                Settings.ofNewTable(request, throughput, now));
    }

    private static Table atCreation(ObjectNode request, Table table) {
        List<Index> indexes = table.indexes().stream()
                .map(index -> index.withStatus(Index.Status.CREATING))
                .toList();
        return table.withStatus(Table.Status.CREATING)
                .withIndexes(table.types(), indexes)
                .withSettings(Settings.atCreation(request, table.settings()));
    }

    private ObjectNode describe(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        Table table = database.find(name).orElseThrow(() -> Refusals.noTable(name));
        return answer("Table", description.of(table));
    }

    private ObjectNode delete(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        ObjectNode said = database.write(writer -> {
            Table table = database.find(name).orElseThrow(() -> Refusals.noTable(name));
            if (table.status() != Table.Status.ACTIVE) {
                throw Refusals.inUse(
                        "Attempt to change a resource which is still in use: Table is being updated: " + name);
            }
            if (Settings.isProtected(table)) {
                throw Refusals.invalid("Table '" + name + "' can't be deleted while DeletionProtectionEnabled is set to"
                        + " True");
            }
            ObjectNode json = description.brief(table.withStatus(Table.Status.DELETING));
            streams.end(writer, table);
            expiry.forget(writer, table);
            database.drop(writer, table);
            return json;
        });
        return answer("TableDescription", said);
    }

    private ObjectNode list(ObjectNode request) {
        String after = request.path("ExclusiveStartTableName").asText("");
        int limit = request.path("Limit").asInt(LONGEST_LIST);
        List<String> names = database.tables().stream()
                .map(Table::name)
                .filter(name -> name.compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        ObjectNode answer = JSON.objectNode();
        ArrayNode page = answer.putArray("TableNames");
        names.stream().limit(limit).forEach(page::add);
        if (names.size() > limit) {
            answer.put("LastEvaluatedTableName", names.get(limit - 1));
        }
        return answer;
    }

    private static ObjectNode answer(String member, ObjectNode description) {
        return JSON.objectNode().set(member, description);
    }
}
