package dev.stampede.dynamodb.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.regex.Pattern;

/// The operations of DynamoDB Streams.
public final class StreamOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:dynamodb:[^:]*:[^:]*:table/[a-zA-Z0-9_.-]{3,}/stream/.+");
    private static final int LONGEST_LIST = 100;
    private static final int MOST_RECORDS = 1000;
    private static final int SHORTEST_SHARD_ID = 28;
    private static final String STREAM = "StreamArn";
    private static final String SHARD = "ShardId";

    private final Streams streams;
    private final InstantSource clock;
    private final String region;

    public StreamOperations(Streams streams, InstantSource clock, String region) {
        this.streams = streams;
        this.clock = clock;
        this.region = region;
    }

    public void addTo(Map<String, Operation> operations) {
        operations.put("ListStreams", (request, _) -> list(request));
        operations.put("DescribeStream", (request, _) -> describe(request));
        operations.put("GetShardIterator", (request, _) -> iterator(request));
        operations.put("GetRecords", (request, _) -> records(request));
    }

    private ObjectNode list(ObjectNode request) {
        int limit = limit(request, LONGEST_LIST);
        NavigableMap<String, ChangeStream> from = streams.all();
        if (request.hasNonNull("ExclusiveStartStreamArn")) {
            from = from.tailMap(arn(request, "ExclusiveStartStreamArn"), false);
        }
        String table = request.path("TableName").asText("");
        List<ChangeStream> page = from.values().stream()
                .filter(stream -> table.isEmpty() || stream.table().equals(table))
                .limit(limit + 1L)
                .toList();
        ObjectNode answer = JSON.objectNode();
        ArrayNode array = answer.putArray("Streams");
        page.stream().limit(limit).forEach(stream -> array.addObject()
                .put(STREAM, stream.arn())
                .put("TableName", stream.table())
                .put("StreamLabel", stream.label()));
        if (page.size() > limit) {
            answer.put("LastEvaluatedStreamArn", page.get(limit - 1).arn());
        }
        return answer;
    }

    private ObjectNode describe(ObjectNode request) {
        int limit = limit(request, LONGEST_LIST);
        ChangeStream stream = stream(arn(request, STREAM));
        boolean onlyChildren = onlyChildren(request.path("ShardFilter"));
        String after = request.path("ExclusiveStartShardId").asText("");
        ObjectNode description = JSON.objectNode()
                .put(STREAM, stream.arn())
                .put("StreamLabel", stream.label())
                .put("StreamStatus", stream.end().isPresent() ? "DISABLED" : "ENABLED")
                .put("StreamViewType", stream.view().name())
                .put("CreationRequestDateTime", stream.created().toEpochMilli() / 1000.0)
                .put("TableName", stream.table());
        description.set("KeySchema", stream.key());
        ArrayNode shards = description.putArray("Shards");
        List<String> ids = stream.shardIds();
        for (int shard = 0; shard < ids.size() && !onlyChildren; shard++) {
            if (ids.get(shard).compareTo(after) > 0) {
                if (shards.size() == limit) {
                    description.put("LastEvaluatedShardId", ids.get(shard - 1));
                    break;
                }
                ObjectNode range = shards.addObject().put(SHARD, ids.get(shard)).putObject("SequenceNumberRange");
                range.put(
                        "StartingSequenceNumber",
                        SequenceNumbers.text(streams.shard(stream, shard).horizon()));
                stream.end().ifPresent(end -> range.put("EndingSequenceNumber", SequenceNumbers.text(end.number())));
            }
        }
        return JSON.objectNode().set("StreamDescription", description);
    }

    /// No shard has any: none is ever split.
    private static boolean onlyChildren(JsonNode filter) {
        if (filter.isMissingNode() || filter.isNull()) {
            return false;
        }
        String type = filter.path("Type").asText("");
        if (!type.equals("CHILD_SHARDS")) {
            throw violation("shardFilter.type", type, "Member must satisfy enum value set: [CHILD_SHARDS]");
        }
        String shard = filter.path(SHARD).asText("");
        if (shard.length() < SHORTEST_SHARD_ID) {
            throw violation(
                    "shardFilter.shardId",
                    shard,
                    "Member must have length greater than or equal to " + SHORTEST_SHARD_ID);
        }
        return true;
    }

    private ObjectNode iterator(ObjectNode request) {
        String arn = arn(request, STREAM);
        String type = request.path("ShardIteratorType").asText();
        boolean wantsNumber = type.endsWith("SEQUENCE_NUMBER");
        boolean hasNumber = request.hasNonNull("SequenceNumber");
        if (wantsNumber && !hasNumber) {
            throw DynamoDbException.validation("SequenceNumber is required for the ShardIteratorType " + type);
        }
        if (!wantsNumber && hasNumber) {
            throw DynamoDbException.validation("SequenceNumber must not be given for the ShardIteratorType " + type);
        }
        long number = hasNumber ? SequenceNumbers.parse(request.get("SequenceNumber").asText()) : 0;
        ChangeStream stream = stream(arn);
        int shard = stream.shardIds().indexOf(request.path(SHARD).asText());
        if (shard < 0) {
            throw notFound("Shard " + request.path(SHARD).asText() + " of Stream: " + arn);
        }
        ShardRecords records = streams.shard(stream, shard);
        records.trim();
        long next = switch (type) {
            case "TRIM_HORIZON" -> records.horizon();
            case "LATEST" -> records.tip();
            case "AT_SEQUENCE_NUMBER" -> number;
            case "AFTER_SEQUENCE_NUMBER" -> number + 1;
            default -> throw violation("shardIteratorType", type, "Member must satisfy enum value set:"
                    + " [AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER, TRIM_HORIZON, LATEST]");
        };
        refuseTrimmed(records, next);
        return JSON.objectNode()
                .put("ShardIterator", new ShardIterator(arn, shard, next, clock.instant()).text());
    }

    private static void refuseTrimmed(ShardRecords records, long next) {
        if (next < records.horizon()) {
            throw DynamoDbException.refused("TrimmedDataAccessException", "The requested record is older than 24 hours,"
                    + " and no longer in the stream: use TRIM_HORIZON for the oldest there is");
        }
    }

    private ObjectNode records(ObjectNode request) {
        int limit = limit(request, MOST_RECORDS);
        ShardIterator iterator = ShardIterator.read(request.path("ShardIterator").asText(), clock.instant());
        // Before the records are read: after its end a stream takes none.
        ChangeStream stream = stream(iterator.stream());
        ShardRecords shard = streams.shard(stream, iterator.shard());
        shard.trim();
        refuseTrimmed(shard, iterator.next());
        List<ShardRecords.Numbered> page = shard.page(iterator.next(), limit);
        ObjectNode answer = JSON.objectNode();
        ArrayNode array = answer.putArray("Records");
        page.forEach(each -> array.add(each.record().json(stream, each.number(), region)));
        long next = page.isEmpty() ? iterator.next() : page.getLast().number() + 1;
        if (stream.end().isEmpty() || next < shard.tip()) {
            answer.put(
                    "NextShardIterator",
                    new ShardIterator(stream.arn(), iterator.shard(), next, clock.instant()).text());
        }
        return answer;
    }

    private static int limit(ObjectNode request, int most) {
        int limit = request.path("Limit").asInt(most);
        if (limit < 1) {
            throw violation("limit", Integer.toString(limit), "Member must have value greater than or equal to 1");
        }
        if (limit > most) {
            throw violation("limit", Integer.toString(limit), "Member must have value less than or equal to " + most);
        }
        return limit;
    }

    private static String arn(ObjectNode request, String member) {
        String arn = request.path(member).asText("");
        if (!ARN.matcher(arn).matches()) {
            String shown = arn.length() > 100 ? arn.substring(0, 100) : arn;
            throw DynamoDbException.validation("Invalid StreamArn: " + shown);
        }
        return arn;
    }

    private ChangeStream stream(String arn) {
        ChangeStream stream = streams.all().get(arn);
        if (stream == null) {
            throw notFound("Stream: " + arn);
        }
        return stream;
    }

    private static DynamoDbException notFound(String what) {
        return DynamoDbException.refused(
                "ResourceNotFoundException", "Requested resource not found: " + what + " not found");
    }

    private static DynamoDbException violation(String path, String value, String constraint) {
        return DynamoDbException.validation("1 validation error detected: Value '" + value + "' at '" + path
                + "' failed to satisfy constraint: " + constraint);
    }
}
