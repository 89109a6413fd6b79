package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A redrive
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html).
///
/// @param destination ARN; empty takes each letter back to the queue it came from
/// @param perSecond   how many at most; 0 for as many as there are
/// @param last        the number of the newest letter that was there at the start: what dies again meanwhile is not
///                    moved in a circle
/// @param toMove      how many letters there were at the start
/// @param startedAt   milliseconds of the wall clock
/// @param failure     why it failed, in AWS's words
record MoveTask(
        String handle,
        Status status,
        String source,
        String destination,
        int perSecond,
        long last,
        long toMove,
        long moved,
        long startedAt,
        String failure) {

    enum Status {
        RUNNING, CANCELLING, CANCELLED, COMPLETED, FAILED
    }

    boolean isActive() {
        return status == Status.RUNNING || status == Status.CANCELLING;
    }

    MoveTask to(Status other, String why) {
        return new MoveTask(handle, other, source, destination, perSecond, last, toMove, moved, startedAt, why);
    }

    MoveTask movedMore(int more) {
        return new MoveTask(
                handle, status, source, destination, perSecond, last, toMove, moved + more, startedAt, failure);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode()
                .put("status", status.name())
                .put("source", source)
                .put("destination", destination)
                .put("perSecond", perSecond)
                .put("last", last)
                .put("toMove", toMove)
                .put("moved", moved)
                .put("startedAt", startedAt)
                .put("failure", failure);
    }

    static MoveTask read(String handle, JsonNode json) {
        return new MoveTask(handle, Status.valueOf(json.get("status").asText()), json.get("source").asText(),
                json.get("destination").asText(), json.get("perSecond").asInt(), json.get("last").asLong(),
                json.get("toMove").asLong(), json.get("moved").asLong(), json.get("startedAt").asLong(),
                json.get("failure").asText());
    }
}
