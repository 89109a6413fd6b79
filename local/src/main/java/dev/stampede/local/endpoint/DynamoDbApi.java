package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.local.engine.DynamoDbEngine;
import dev.stampede.local.engine.Reply;
import dev.stampede.local.fault.CallFault.Spot;
import dev.stampede.local.iam.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// DynamoDB and its streams, forwarded to DynamoDB Local.
final class DynamoDbApi implements Api {

    private static final String STREAMS = "DynamoDBStreams_20120810";

    private final DynamoDbEngine engine;
    private final DynamoDbAccesses accesses;
    private final Capacity capacity;
    private final ItemLimits limits;

    /// @param nanoTime a clock like `System.nanoTime()`
    DynamoDbApi(DynamoDbEngine engine, Map<String, TableSchema> tables, Meter meter, LongSupplier nanoTime) {
        KnownItems known = new KnownItems();
        this.engine = engine;
        this.accesses = new DynamoDbAccesses(tables);
        this.capacity = new Capacity(tables, known, meter);
        this.limits = new ItemLimits(tables, known, nanoTime);
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        return accesses.of(request.operation(), request.json());
    }

    @Override
    public Answer handle(AwsRequest request) {
        if (request.target().startsWith(STREAMS) || request.operation().equals("DescribeTable")) {
            return translated(request);
        }
        return limits.within(request, this::metered);
    }

    private Answer metered(AwsRequest request) {
        boolean asks = capacity.asks(request);
        Reply reply = engine.send(request.target(), asks ? asking(request) : request.body());
        boolean succeeded = reply.status() == 200;
        JsonNode body = succeeded ? tree(reply.body()) : Protocol.MAPPER.missingNode();
        capacity.meter(request, succeeded, body);
        if (asks && body instanceof ObjectNode object && object.remove("ConsumedCapacity") != null) {
            return Answer.of(new Reply(200, Protocol.json(object), reply.contentType(), reply.headers()));
        }
        return Answer.of(reply);
    }

    private static byte[] asking(AwsRequest request) {
        return Protocol.json(((ObjectNode) request.json().deepCopy()).put("ReturnConsumedCapacity", "TOTAL"));
    }

    /// Streams have ARNs of the engine's own in the engine, and iterators that hold them.
    private Answer translated(AwsRequest request) {
        Reply reply = engine.send(request.target(),
                engine.toEngine(new String(request.body(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        byte[] body = engine.fromEngine(new String(reply.body(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        return Answer.of(new Reply(reply.status(), body, reply.contentType(), reply.headers()));
    }

    @Override
    public Answer throttled(AwsRequest request, Spot spot) {
        return isTransaction(request) ? cancelled(request, DynamoDbRefusals.THROTTLED, spot)
                : DynamoDbRefusals.throttled(request);
    }

    @Override
    public Answer conflicted(AwsRequest request, Spot spot) {
        return isTransaction(request) ? cancelled(request, DynamoDbRefusals.CONFLICT, spot)
                : DynamoDbRefusals.conflicted(request);
    }

    private static boolean isTransaction(AwsRequest request) {
        return request.json().has("TransactItems");
    }

    private static Answer cancelled(AwsRequest request, DynamoDbRefusals.Reason reason, Spot spot) {
        List<String> tables = request.json().get("TransactItems").valueStream()
                .map(action -> action.findPath("TableName").asText())
                .toList();
        return DynamoDbRefusals.cancelled(request, reason, List.of(spot.among(tables)));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Protocol.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
