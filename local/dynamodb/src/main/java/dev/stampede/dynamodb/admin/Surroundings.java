package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What of the service around the tables is only said back, and what is refused by name: backups, global tables,
/// exports and imports, Kinesis, resource policies and insights.
final class Surroundings {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> REFUSED = List.of(
            "CreateBackup", "DescribeBackup", "ListBackups", "DeleteBackup", "RestoreTableFromBackup",
            "RestoreTableToPointInTime", "CreateGlobalTable", "DescribeGlobalTable", "ListGlobalTables",
            "UpdateGlobalTable", "DescribeGlobalTableSettings", "UpdateGlobalTableSettings", "ExportTableToPointInTime",
            "DescribeExport", "ListExports", "ImportTable", "DescribeImport", "ListImports",
            "EnableKinesisStreamingDestination", "DisableKinesisStreamingDestination",
            "UpdateKinesisStreamingDestination", "DescribeKinesisStreamingDestination", "GetResourcePolicy",
            "PutResourcePolicy", "DeleteResourcePolicy", "DescribeContributorInsights", "ListContributorInsights",
            "UpdateContributorInsights", "DescribeTableReplicaAutoScaling", "UpdateTableReplicaAutoScaling");

    private final Database database;
    private final Arns arns;
    private final InstantSource clock;

    Surroundings(Database database, Arns arns, InstantSource clock) {
        this.database = database;
        this.arns = arns;
        this.clock = clock;
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("DescribeLimits", (_, _) -> limits());
        operations.put("DescribeEndpoints", (_, _) -> endpoints());
        operations.put("DescribeContinuousBackups", (request, _) -> backups(request));
        operations.put("UpdateContinuousBackups", (request, _) -> updateBackups(request));
        for (String operation : REFUSED) {
            operations.put(operation, (_, _) -> {
                throw DynamoDbException.refused(
                        "UnknownOperationException", "This engine does not support the operation " + operation);
            });
        }
    }

    private static ObjectNode limits() {
        return JSON.objectNode()
                .put("AccountMaxReadCapacityUnits", 80_000)
                .put("AccountMaxWriteCapacityUnits", 80_000)
                .put("TableMaxReadCapacityUnits", 40_000)
                .put("TableMaxWriteCapacityUnits", 40_000);
    }

    /// The service's own; whoever answers for a port of its own says that.
    private ObjectNode endpoints() {
        ObjectNode answer = JSON.objectNode();
        answer.putArray("Endpoints")
                .addObject()
                .put("Address", "dynamodb." + arns.region() + ".amazonaws.com")
                .put("CachePeriodInMinutes", 1440);
        return answer;
    }

    private ObjectNode backups(ObjectNode request) {
        return described(table(request));
    }

    private ObjectNode updateBackups(ObjectNode request) {
        boolean enabled = request.path("PointInTimeRecoverySpecification")
                .path("PointInTimeRecoveryEnabled")
                .asBoolean();
        return described(database.write(writer -> {
            Table table = table(request);
            ObjectNode settings = table.settings().deepCopy();
            if (!enabled) {
                settings.remove(Settings.RECOVERY);
            } else if (!settings.has(Settings.RECOVERY)) {
                settings.put(Settings.RECOVERY, clock.millis());
            }
            Table changed = table.withSettings(settings);
            database.keep(writer, changed);
            return changed;
        }));
    }

    private Table table(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        return database.find(name)
                .orElseThrow(() -> DynamoDbException.refused("TableNotFoundException", "Table not found: " + name));
    }

    private ObjectNode described(Table table) {
        String status = table.settings().has(Settings.RECOVERY) ? "ENABLED" : "DISABLED";
        ObjectNode answer = JSON.objectNode();
        ObjectNode recovery = answer.putObject("ContinuousBackupsDescription")
                .put("ContinuousBackupsStatus", status)
                .putObject("PointInTimeRecoveryDescription")
                .put("PointInTimeRecoveryStatus", status);
        if (table.settings().has(Settings.RECOVERY)) {
            recovery.put("EarliestRestorableDateTime",
                    Throughput.seconds(Instant.ofEpochMilli(table.settings().get(Settings.RECOVERY).asLong())))
                    .put("LatestRestorableDateTime", Throughput.seconds(clock.instant()));
        }
        return answer;
    }
}
