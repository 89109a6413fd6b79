package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Protocol;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/// Refusals of DynamoDB that are injected as faults, in DynamoDB's words
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html,
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
final class DynamoDbRefusals {

    /// Why one action of a transaction is refused.
    record Reason(String code, String message) {}

    static final Reason CONFLICT = new Reason("TransactionConflict", "Transaction is ongoing for the item");
    static final Reason THROTTLED = new Reason("ThrottlingError",
            "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your "
                    + "table or index so please try again shortly. If exceptions persist, check if you have a hot key: "
                    + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html");

    private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

    private DynamoDbRefusals() {}

    /// @param places of the actions that are refused for the reason; the others have none
    static Answer cancelled(AwsRequest request, Reason reason, Collection<Integer> places) {
        ObjectNode body = Protocol.MAPPER.createObjectNode().put("__type", NAMESPACE + "TransactionCanceledException");
        ArrayNode reasons = body.putArray("CancellationReasons");
        StringJoiner codes = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < request.json().path("TransactItems").size(); i++) {
            boolean refused = places.contains(i);
            codes.add(refused ? reason.code() : "None");
            ObjectNode its = reasons.addObject().put("Code", refused ? reason.code() : "None");
            if (refused) {
                its.put("Message", reason.message());
            }
        }
        body.put("Message", "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes);
        return Answer.refusal(400, Protocol.JSON.contentType, "TransactionCanceledException " + reason.code(),
                Protocol.json(body), Map.of());
    }

    static Answer conflicted(AwsRequest request) {
        return request.refuse(400, "TransactionConflictException", CONFLICT.message());
    }

    /// As a table on demand says it.
    static Answer throttled(AwsRequest request) {
        return request.refuse(400, "ThrottlingException", THROTTLED.message());
    }
}
