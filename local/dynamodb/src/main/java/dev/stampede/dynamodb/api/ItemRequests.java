package dev.stampede.dynamodb.api;

import static dev.stampede.dynamodb.api.Shapes.ANY;
import static dev.stampede.dynamodb.api.Shapes.ATTRIBUTES;
import static dev.stampede.dynamodb.api.Shapes.ATTRIBUTES_TO_GET;
import static dev.stampede.dynamodb.api.Shapes.ATTRIBUTE_NAME;
import static dev.stampede.dynamodb.api.Shapes.COMPARISON_OPERATOR;
import static dev.stampede.dynamodb.api.Shapes.CONDITIONAL_OPERATOR;
import static dev.stampede.dynamodb.api.Shapes.EXPRESSION_NAMES;
import static dev.stampede.dynamodb.api.Shapes.EXPRESSION_VALUES;
import static dev.stampede.dynamodb.api.Shapes.FLAG;
import static dev.stampede.dynamodb.api.Shapes.RESOURCE_NAME;
import static dev.stampede.dynamodb.api.Shapes.RETURN_CONSUMED_CAPACITY;
import static dev.stampede.dynamodb.api.Shapes.RETURN_METRICS;
import static dev.stampede.dynamodb.api.Shapes.RETURN_ON_FAILURE;
import static dev.stampede.dynamodb.api.Shapes.TABLE;
import static dev.stampede.dynamodb.api.Shapes.TEXT;
import static dev.stampede.dynamodb.api.Shapes.VALUE;
import static dev.stampede.dynamodb.api.Shapes.entries;
import static dev.stampede.dynamodb.api.Shapes.items;
import static dev.stampede.dynamodb.api.Shapes.oneOf;
import static dev.stampede.dynamodb.api.Shapes.optional;
import static dev.stampede.dynamodb.api.Shapes.required;
import static dev.stampede.dynamodb.api.Shapes.structure;
import static dev.stampede.dynamodb.api.Shapes.whole;

import dev.stampede.dynamodb.api.Shape.Entries;
import dev.stampede.dynamodb.api.Shape.Items;
import dev.stampede.dynamodb.api.Shape.Member;
import dev.stampede.dynamodb.api.Shape.Structure;
import dev.stampede.dynamodb.api.Shape.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Requests that read and write single items, and those of queries, scans and batches.
final class ItemRequests {

    private static final Entries EXPECTED = entries(ATTRIBUTE_NAME, "ExpectedAttributeValue", structure(
            "ExpectedAttributeValue",
            optional("Value", VALUE),
            optional("Exists", FLAG),
            optional("ComparisonOperator", COMPARISON_OPERATOR),
            optional("AttributeValueList", items(VALUE, 0, ANY))));

    private static final Entries UPDATES = entries(ATTRIBUTE_NAME, "AttributeValueUpdate", structure(
            "AttributeValueUpdate",
            optional("Value", VALUE),
            optional("Action", oneOf("ADD", "DELETE", "PUT"))));

    private static final Entries CONDITIONS = entries(ATTRIBUTE_NAME, "Condition", structure(
            "Condition",
            optional("AttributeValueList", items(VALUE, 0, ANY)),
            required("ComparisonOperator", COMPARISON_OPERATOR)));

    private static final List<Member> WRITE = List.of(
            required("TableName", TABLE),
            optional("Expected", EXPECTED),
            optional("ConditionalOperator", CONDITIONAL_OPERATOR),
            optional("ReturnValues", oneOf("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW")),
            optional("ReturnConsumedCapacity", RETURN_CONSUMED_CAPACITY),
            optional("ReturnItemCollectionMetrics", RETURN_METRICS),
            optional("ReturnValuesOnConditionCheckFailure", RETURN_ON_FAILURE),
            optional("ConditionExpression", TEXT),
            optional("ExpressionAttributeNames", EXPRESSION_NAMES),
            optional("ExpressionAttributeValues", EXPRESSION_VALUES));

    private static final List<Member> READ = List.of(
            required("TableName", TABLE),
            optional("AttributesToGet", ATTRIBUTES_TO_GET),
            optional("ConsistentRead", FLAG),
            optional("ReturnConsumedCapacity", RETURN_CONSUMED_CAPACITY),
            optional("ProjectionExpression", TEXT),
            optional("ExpressionAttributeNames", EXPRESSION_NAMES));

    private static final List<Member> SEARCH = with(
            READ,
            optional("IndexName", RESOURCE_NAME),
            optional("Select", oneOf("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES")),
            optional("Limit", whole(1, ANY)),
            optional("ConditionalOperator", CONDITIONAL_OPERATOR),
            optional("ExclusiveStartKey", ATTRIBUTES),
            optional("FilterExpression", TEXT),
            optional("ExpressionAttributeValues", EXPRESSION_VALUES));

    private static final Text LISTED_TABLE = RESOURCE_NAME;

    private static final Structure KEYS_AND_ATTRIBUTES = structure(
            "KeysAndAttributes",
            required("Keys", items(new Entries(ATTRIBUTE_NAME, "AttributeValue", VALUE, 0, ANY, true), 1, 100)),
            optional("AttributesToGet", ATTRIBUTES_TO_GET),
            optional("ConsistentRead", FLAG),
            optional("ProjectionExpression", TEXT),
            optional("ExpressionAttributeNames", EXPRESSION_NAMES));

    private static final Structure WRITE_REQUEST = structure(
            "WriteRequest",
            optional("PutRequest", structure("PutRequest", required("Item", ATTRIBUTES))),
            optional("DeleteRequest", structure("DeleteRequest", required("Key", ATTRIBUTES))));

    private ItemRequests() {}

    static Map<String, Structure> all() {
        return Map.of(
                "PutItem", input(with(WRITE, required("Item", ATTRIBUTES))),
                "UpdateItem", input(with(
                        WRITE,
                        required("Key", ATTRIBUTES),
                        optional("AttributeUpdates", UPDATES),
                        optional("UpdateExpression", TEXT))),
                "DeleteItem", input(with(WRITE, required("Key", ATTRIBUTES))),
                "GetItem", input(with(READ, required("Key", ATTRIBUTES))),
                "Query", input(with(
                        SEARCH,
                        optional("KeyConditions", CONDITIONS),
                        optional("QueryFilter", CONDITIONS),
                        optional("ScanIndexForward", FLAG),
                        optional("KeyConditionExpression", TEXT))),
                "Scan", input(with(
                        SEARCH,
                        optional("ScanFilter", CONDITIONS),
                        optional("TotalSegments", whole(1, 1_000_000)),
                        optional("Segment", whole(0, 999_999)))),
                "BatchGetItem", structure(
                        "",
                        required("RequestItems", new Entries(
                                LISTED_TABLE, "KeysAndAttributes", KEYS_AND_ATTRIBUTES, 1, 100, false)),
                        optional("ReturnConsumedCapacity", RETURN_CONSUMED_CAPACITY)),
                "BatchWriteItem", structure(
                        "",
                        required("RequestItems", new Entries(
                                LISTED_TABLE,
                                "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>",
                                new Items(WRITE_REQUEST, 1, 25, true),
                                1,
                                25,
                                false)),
                        optional("ReturnConsumedCapacity", RETURN_CONSUMED_CAPACITY),
                        optional("ReturnItemCollectionMetrics", RETURN_METRICS)));
    }

    private static Structure input(List<Member> members) {
        return new Structure("", members);
    }

    private static List<Member> with(List<Member> members, Member... more) {
        return Stream.concat(members.stream(), Stream.of(more)).toList();
    }
}
