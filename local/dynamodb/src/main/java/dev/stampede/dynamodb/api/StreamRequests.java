package dev.stampede.dynamodb.api;

import static dev.stampede.dynamodb.api.Shapes.RESOURCE_NAME;
import static dev.stampede.dynamodb.api.Shapes.oneOf;
import static dev.stampede.dynamodb.api.Shapes.optional;
import static dev.stampede.dynamodb.api.Shapes.required;
import static dev.stampede.dynamodb.api.Shapes.structure;
import static dev.stampede.dynamodb.api.Shapes.text;
import static dev.stampede.dynamodb.api.Shapes.whole;

import dev.stampede.dynamodb.api.Shape.Structure;
import dev.stampede.dynamodb.api.Shape.Text;
import java.util.Map;

/// Requests that read the changes of tables.
final class StreamRequests {

    private static final Text ARN = text(37, 1024);
    private static final Text SHARD = text(28, 65);

    private StreamRequests() {}

    static Map<String, Structure> all() {
        return Map.of(
                "ListStreams", structure(
                        "",
                        optional("TableName", RESOURCE_NAME),
                        optional("Limit", whole(1, 100)),
                        optional("ExclusiveStartStreamArn", ARN)),
                "DescribeStream", structure(
                        "",
                        required("StreamArn", ARN),
                        optional("Limit", whole(1, 100)),
                        optional("ExclusiveStartShardId", SHARD),
                        optional("ShardFilter", structure(
                                "ShardFilter",
                                optional("Type", oneOf("CHILD_SHARDS")),
                                optional("ShardId", SHARD)))),
                "GetShardIterator", structure(
                        "",
                        required("StreamArn", ARN),
                        required("ShardId", SHARD),
                        required("ShardIteratorType", oneOf(
                                "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER")),
                        optional("SequenceNumber", text(21, 40))),
                "GetRecords", structure(
                        "",
                        required("ShardIterator", text(1, 2048)),
                        optional("Limit", whole(1, 1000))));
    }
}
