package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.stream.Streams;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// UpdateTable. It answers when the update is done, a new index filled; its answer says UPDATING all the same, as
/// callers expect, and so does DescribeTable in the meantime.
final class TableUpdates {

    private static final String[] WORTH_A_CALL = {
        Throughput.MEMBER, "BillingMode", "StreamSpecification", "GlobalSecondaryIndexUpdates", "SSESpecification",
        "TableClass", "DeletionProtectionEnabled", "OnDemandThroughput"
    };

    private final Database database;
    private final Streams streams;
    private final InstantSource clock;
    private final TableDescription description;
    /// Held while an index is being filled: one at a time.
    private final ReentrantLock filling = new ReentrantLock();

    TableUpdates(Database database, Streams streams, InstantSource clock, TableDescription description) {
        this.database = database;
        this.streams = streams;
        this.clock = clock;
        this.description = description;
        resume();
    }

    /// Fills the indexes that were left half filled, by the end of the process or a failed write.
    void resume() {
        if (filling.tryLock()) {
            try {
                database.tables().stream()
                        .filter(table -> table.status() == Table.Status.UPDATING)
                        .forEach(this::fill);
            } finally {
                filling.unlock();
            }
        }
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("UpdateTable", (request, _) -> update(request));
    }

    /// @param said what the answer describes
    private record Updated(Table table, ObjectNode said) {}

    private ObjectNode update(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        check(request);
        Optional<StreamSpecification> stream = StreamSpecification.of(request);
        Updated updated = database.write(writer -> {
            Table table = database.find(name).orElseThrow(() -> Refusals.noTable(name));
            if (table.status() != Table.Status.ACTIVE) {
                throw Refusals.inUse(
                        "Attempt to change a resource which is still in use: Table is being updated: " + name);
            }
            return update(writer, table, request, stream);
        });
        filling.lock();
        try {
            database.find(name)
                    .filter(table -> table.id().equals(updated.table().id()))
                    .filter(table -> table.status() == Table.Status.UPDATING)
                    .ifPresent(this::fill);
        } finally {
            filling.unlock();
        }
        return JsonNodeFactory.instance.objectNode().set("TableDescription", updated.said());
    }

    private static void check(ObjectNode request) {
        Requests.refuse(request, "ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
                "GlobalTableSettingsReplicationMode", "WarmThroughput");
        if (Stream.of(WORTH_A_CALL).noneMatch(member -> Requests.has(request.get(member))
                && !(request.get(member).isArray() && request.get(member).isEmpty()))) {
            throw DynamoDbException.validation("At least one of ProvisionedThroughput, BillingMode,"
                    + " UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        if (request.path("BillingMode").asText().equals("PROVISIONED")
                && !Requests.has(request.get(Throughput.MEMBER))) {
            throw invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }
        Throughput.of(request.path(Throughput.MEMBER)).inBounds();
        IndexUpdates.check(request);
    }

    private Updated update(Writer writer, Table table, ObjectNode request, Optional<StreamSpecification> stream) {
        IndexUpdates indexes = IndexUpdates.of(request);
        ThroughputUpdate throughput = new ThroughputUpdate(table, request, indexes.throughputs());
        indexes.checkKnown(table);
        Optional<Index> removed = indexes.removed(table);
        Table indexed = indexes.applied(table, throughput.toOnDemand());
        Instant now = clock.instant();
        // What the answer says of has begun, and is done a little later.
        ObjectNode settings = throughput.applied(now.plusMillis(1));
        indexes.create().ifPresent(definition -> Settings.addIndex(settings, definition));
        removed.ifPresent(index -> settings.withObject("/" + Settings.INDEXES).remove(index.name()));
        Settings.take(settings, request);
        Table changed = indexed.withSettings(settings);
        if (stream.isPresent()) {
            if (stream.get().view().isEmpty() && table.stream().isEmpty()) {
                throw DynamoDbException.validation("Table has no stream to disable: TableName: " + table.name());
            }
            changed = stream.get().applied(writer, streams, changed);
        }
        removed.ifPresent(index -> database.drop(writer, table, index));
        Table kept = changed.withStatus(indexes.create().isPresent() ? Table.Status.UPDATING : Table.Status.ACTIVE);
        database.keep(writer, kept);
        return new Updated(kept, said(kept, removed, throughput, now));
    }

    /// What is on its way has the old figures, and an index that goes is still there.
    private ObjectNode said(Table table, Optional<Index> removed, ThroughputUpdate throughput, Instant now) {
        Table said = table.withStatus(Table.Status.UPDATING).withSettings(throughput.meanwhile(table, now));
        return description.of(removed.map(index -> said.withIndexes(said.types(), Stream.concat(
                said.indexes().stream(), Stream.of(index.withStatus(Index.Status.DELETING)))
                .toList()))
                .orElse(said));
    }

    /// Fills the index that is being made, and says that the table is active again. Items that change
    /// meanwhile come into the index by their own writes.
    private void fill(Table table) {
        for (Index index : table.indexes()) {
            if (index.status() == Index.Status.CREATING) {
                database.inPieces(table, (writer, item) -> writer.fill(table, index, item));
            }
        }
        database.write(writer -> {
            database.find(table.name())
                    .filter(now -> now.id().equals(table.id()))
                    .ifPresent(now -> database.keep(writer, active(now)));
            return table;
        });
    }

    private static Table active(Table table) {
        return table.withStatus(Table.Status.ACTIVE)
                .withIndexes(
                        table.types(),
                        table.indexes().stream()
                                .map(index -> index.withStatus(Index.Status.ACTIVE))
                                .toList());
    }
}
