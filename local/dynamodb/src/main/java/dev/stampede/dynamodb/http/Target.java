package dev.stampede.dynamodb.http;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operation that a request is for, as `X-Amz-Target` names it.
final class Target {

    private static final String TABLES = "DynamoDB_20120810.";
    private static final String STREAMS = "DynamoDBStreams_20120810.";
    private static final Set<String> OF_STREAMS =
            Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

    /// What the service offers and this engine does not.
    private static final Set<String> NOT_OFFERED = Set.of(
            "CreateBackup", "CreateGlobalTable", "DeleteBackup", "DeleteResourcePolicy", "DescribeBackup",
            "DescribeContributorInsights", "DescribeExport", "DescribeGlobalTable", "DescribeGlobalTableSettings",
            "DescribeImport", "DescribeKinesisStreamingDestination", "DescribeTableReplicaAutoScaling",
            "DisableKinesisStreamingDestination", "EnableKinesisStreamingDestination", "ExportTableToPointInTime",
            "GetResourcePolicy", "ImportTable", "ListBackups", "ListContributorInsights", "ListExports",
            "ListGlobalTables", "ListImports", "PutResourcePolicy", "RestoreTableFromBackup",
            "RestoreTableToPointInTime", "UpdateContributorInsights", "UpdateGlobalTable",
            "UpdateGlobalTableSettings", "UpdateKinesisStreamingDestination", "UpdateTableReplicaAutoScaling");

    /// Only the server knows where it is.
    static final String OF_SERVER = "DescribeEndpoints";

    private Target() {}

    /// @param target the header; null where there is none
    /// @throws DynamoDbException UnknownOperationException, with a message only where the service knows the operation
    static String operation(@Nullable String target, DynamoDb engine) {
        String operation = target == null ? "" : target.substring(target.indexOf('.') + 1);
        boolean known = (OF_STREAMS.contains(operation) ? STREAMS : TABLES).concat(operation).equals(target);
        if (known && NOT_OFFERED.contains(operation)) {
            throw DynamoDbException.refused(
                    "UnknownOperationException", "This engine does not offer the operation " + operation);
        }
        if (!known || !operation.equals(OF_SERVER) && !engine.offers(operation)) {
            throw DynamoDbException.refused("UnknownOperationException", null);
        }
        return operation;
    }
}
