package dev.stampede.dynamodb.api;

import static dev.stampede.dynamodb.api.Shapes.ANY;
import static dev.stampede.dynamodb.api.Shapes.FLAG;
import static dev.stampede.dynamodb.api.Shapes.RESOURCE_NAME;
import static dev.stampede.dynamodb.api.Shapes.TEXT;
import static dev.stampede.dynamodb.api.Shapes.items;
import static dev.stampede.dynamodb.api.Shapes.oneOf;
import static dev.stampede.dynamodb.api.Shapes.optional;
import static dev.stampede.dynamodb.api.Shapes.required;
import static dev.stampede.dynamodb.api.Shapes.structure;
import static dev.stampede.dynamodb.api.Shapes.text;
import static dev.stampede.dynamodb.api.Shapes.whole;

import dev.stampede.dynamodb.api.Shape.Items;
import dev.stampede.dynamodb.api.Shape.Member;
import dev.stampede.dynamodb.api.Shape.Structure;
import dev.stampede.dynamodb.api.Shape.TableName;
import dev.stampede.dynamodb.api.Shape.Whole;
import java.util.Map;

/// Requests about tables: what they are made of, how they expire, their tags and backups.
final class TableRequests {

    private static final Member NAME = optional("TableName", new TableName(true));

    /// The composite keys that only global indexes have may be four and four.
    private static final Items KEYS = keySchema(2);
    private static final Items INDEX_KEYS = keySchema(8);

    private static final Items DEFINITIONS = items(
            structure(
                    "AttributeDefinition",
                    required("AttributeName", text(1, 255)),
                    required("AttributeType", oneOf("B", "N", "S"))),
            0,
            ANY);

    private static final Structure THROUGHPUT = structure(
            "ProvisionedThroughput",
            required("ReadCapacityUnits", new Whole("Long", 1, Long.MAX_VALUE)),
            required("WriteCapacityUnits", new Whole("Long", 1, Long.MAX_VALUE)));

    private static final Structure PROJECTION = structure(
            "Projection",
            optional("ProjectionType", oneOf("ALL", "INCLUDE", "KEYS_ONLY")),
            optional("NonKeyAttributes", items(text(1, 255), 1, 20)));

    private static final Structure STREAM = structure(
            "StreamSpecification",
            required("StreamEnabled", FLAG),
            optional("StreamViewType", oneOf("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY")));

    private static final Structure ENCRYPTION = structure(
            "SSESpecification",
            optional("Enabled", FLAG),
            optional("SSEType", oneOf("AES256", "KMS")),
            optional("KMSMasterKeyId", TEXT));

    private static final Structure TAG =
            structure("Tag", required("Key", text(1, 128)), required("Value", text(0, 256)));

    private static final Member BILLING = optional("BillingMode", oneOf("PROVISIONED", "PAY_PER_REQUEST"));
    private static final Member TABLE_CLASS = optional("TableClass", oneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS"));
    private static final Member PROTECTION = optional("DeletionProtectionEnabled", FLAG);

    private TableRequests() {}

    static Map<String, Structure> all() {
        return Map.ofEntries(
                Map.entry("CreateTable", structure(
                        "",
                        NAME,
                        required("AttributeDefinitions", DEFINITIONS),
                        required("KeySchema", KEYS),
                        optional("LocalSecondaryIndexes", items(index("LocalSecondaryIndex", KEYS), 0, ANY)),
                        optional("GlobalSecondaryIndexes", items(
                                index("GlobalSecondaryIndex", INDEX_KEYS), 0, ANY)),
                        BILLING,
                        optional("ProvisionedThroughput", THROUGHPUT),
                        optional("StreamSpecification", STREAM),
                        optional("SSESpecification", ENCRYPTION),
                        optional("Tags", items(TAG, 0, ANY)),
                        TABLE_CLASS,
                        PROTECTION)),
                Map.entry("UpdateTable", structure(
                        "",
                        NAME,
                        optional("AttributeDefinitions", DEFINITIONS),
                        BILLING,
                        optional("ProvisionedThroughput", THROUGHPUT),
                        optional("GlobalSecondaryIndexUpdates", items(indexUpdate(), 0, ANY)),
                        optional("StreamSpecification", STREAM),
                        optional("SSESpecification", ENCRYPTION),
                        TABLE_CLASS,
                        PROTECTION)),
                Map.entry("DescribeTable", structure("", NAME)),
                Map.entry("DeleteTable", structure("", NAME)),
                Map.entry("ListTables", structure(
                        "",
                        optional("ExclusiveStartTableName", RESOURCE_NAME),
                        optional("Limit", whole(1, 100)))),
                Map.entry("UpdateTimeToLive", structure(
                        "",
                        NAME,
                        required("TimeToLiveSpecification", structure(
                                "TimeToLiveSpecification",
                                required("Enabled", FLAG),
                                required("AttributeName", text(1, 255)))))),
                Map.entry("DescribeTimeToLive", structure("", NAME)),
                // That a resource or tags are missing is said in other words than usual, by the operations.
                Map.entry("TagResource", structure(
                        "", optional("ResourceArn", TEXT), optional("Tags", items(TAG, 0, ANY)))),
                Map.entry("UntagResource", structure(
                        "", optional("ResourceArn", TEXT), optional("TagKeys", items(text(1, 128), 0, ANY)))),
                Map.entry("ListTagsOfResource", structure(
                        "", optional("ResourceArn", TEXT), optional("NextToken", TEXT))),
                Map.entry("DescribeLimits", structure("")),
                Map.entry("DescribeEndpoints", structure("")),
                Map.entry("DescribeContinuousBackups", structure("", NAME)),
                Map.entry("UpdateContinuousBackups", structure(
                        "",
                        NAME,
                        required("PointInTimeRecoverySpecification", structure(
                                "PointInTimeRecoverySpecification",
                                required("PointInTimeRecoveryEnabled", FLAG),
                                optional("RecoveryPeriodInDays", whole(1, 35)))))));
    }

    private static Items keySchema(int most) {
        return items(
                structure(
                        "KeySchemaElement",
                        required("AttributeName", text(1, 255)),
                        required("KeyType", oneOf("HASH", "RANGE"))),
                1,
                most);
    }

    private static Structure index(String type, Items keys) {
        return structure(
                type,
                required("IndexName", RESOURCE_NAME),
                required("KeySchema", keys),
                required("Projection", PROJECTION),
                optional("ProvisionedThroughput", THROUGHPUT));
    }

    private static Structure indexUpdate() {
        return structure(
                "GlobalSecondaryIndexUpdate",
                optional("Update", structure(
                        "UpdateGlobalSecondaryIndexAction",
                        required("IndexName", RESOURCE_NAME),
                        required("ProvisionedThroughput", THROUGHPUT))),
                optional("Create", index("CreateGlobalSecondaryIndexAction", INDEX_KEYS)),
                optional("Delete", structure(
                        "DeleteGlobalSecondaryIndexAction", required("IndexName", RESOURCE_NAME))));
    }
}
