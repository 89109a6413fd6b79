package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.time.Instant;

/// Provisioned throughput of a table or an index, which is said back and limits nothing.
record Throughput(long read, long write) {

    static final Throughput NONE = new Throughput(0, 0);
    static final String MEMBER = "ProvisionedThroughput";
    private static final String READ = "ReadCapacityUnits";
    private static final String WRITE = "WriteCapacityUnits";
    private static final String DECREASES = "NumberOfDecreasesToday";
    private static final String DECREASED = "LastDecreaseDateTime";
    private static final long LARGEST = 1_000_000_000_000L;
    private static final double MILLIS = 1000;

    /// @param json of a request, or of a description
    static Throughput of(JsonNode json) {
        return new Throughput(json.path(READ).asLong(), json.path(WRITE).asLong());
    }

    /// What a new table asks for.
    static Throughput ofNewTable(JsonNode request, boolean onDemand) {
        JsonNode json = request.get(MEMBER);
        if (onDemand) {
            if (Requests.has(json)) {
                throw invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                        + " PAY_PER_REQUEST");
            }
            return NONE;
        }
        if (!Requests.has(json) || !Requests.has(json.get(READ)) || !Requests.has(json.get(WRITE))) {
            throw invalid("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
                    + " PROVISIONED");
        }
        return of(json).inBounds();
    }

    Throughput inBounds() {
        if (read > LARGEST) {
            throw DynamoDbException.validation("Given value " + read + " for ReadCapacityUnits is out of bounds");
        }
        if (write > LARGEST) {
            throw DynamoDbException.validation("Given value " + write + " for WriteCapacityUnits is out of bounds");
        }
        return this;
    }

    boolean outOfBounds() {
        return read > LARGEST || write > LARGEST;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(DECREASES, 0)
                .put(READ, read)
                .put(WRITE, write);
    }

    /// The description after a change to this throughput.
    ///
    /// @param json the description before
    ObjectNode after(ObjectNode json, Instant now) {
        Throughput before = of(json);
        ObjectNode after = json.deepCopy().put(READ, read).put(WRITE, write);
        if (read > before.read || write > before.write) {
            after.put("LastIncreaseDateTime", seconds(now));
        }
        if (read < before.read || write < before.write) {
            boolean sameDay = day(json.path(DECREASED).asDouble()) == day(seconds(now));
            after.put(DECREASES, sameDay ? json.path(DECREASES).asInt() + 1 : 1).put(DECREASED, seconds(now));
        }
        return after;
    }

    private static long day(double seconds) {
        return Math.floorDiv((long) seconds, 86_400L);
    }

    static double seconds(Instant time) {
        return time.toEpochMilli() / MILLIS;
    }
}
