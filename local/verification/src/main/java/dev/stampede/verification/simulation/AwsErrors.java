package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// What the SDK throws. Without stack traces: they are thrown by the thousand and read by nobody.
final class AwsErrors {

    private AwsErrors() {}

    /// Whether the call had its effect is unknown.
    static RuntimeException unanswered() {
        return ApiCallTimeoutException.builder().message("no answer in time").writableStackTrace(false).build();
    }

    static RuntimeException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(details("ProvisionedThroughputExceededException"))
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }

    /// What the engine refused, as the SDK throws it.
    static RuntimeException of(dev.stampede.dynamodb.operation.DynamoDbException refusal) {
        return switch (refusal.code()) {
            case "ConditionalCheckFailedException" -> conditionFailed(refusal.members().get("Item"));
            case "TransactionCanceledException" -> cancelled(reasons(refusal));
            case "TransactionConflictException" -> TransactionConflictException.builder()
                    .awsErrorDetails(details(refusal.code()))
                    .statusCode(refusal.status())
                    .writableStackTrace(false)
                    .build();
            default -> DynamoDbException.builder()
                    .message(refusal.getMessage())
                    .awsErrorDetails(details(refusal.code()))
                    .statusCode(refusal.status())
                    .writableStackTrace(false)
                    .build();
        };
    }

    /// Of a transaction that was cancelled; none where the request was refused as a whole.
    static List<CancellationReason> reasons(dev.stampede.dynamodb.operation.DynamoDbException refusal) {
        JsonNode reasons = refusal.members().get("CancellationReasons");
        return reasons == null ? List.of() : reasons.valueStream().map(AwsErrors::reason).toList();
    }

    private static CancellationReason reason(JsonNode json) {
        var reason = CancellationReason.builder().code(json.get("Code").textValue());
        if (json.has("Message")) {
            reason.message(json.get("Message").textValue());
        }
        if (json.has("Item")) {
            reason.item(ItemJson.item(json.get("Item")));
        }
        return reason.build();
    }

    /// @param item as it is; null where it is not shown
    private static RuntimeException conditionFailed(@Nullable JsonNode item) {
        var failed = ConditionalCheckFailedException.builder();
        if (item != null) {
            failed.item(ItemJson.item(item));
        }
        return failed.awsErrorDetails(details("ConditionalCheckFailedException"))
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }

    static RuntimeException cancelled(List<CancellationReason> reasons) {
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .awsErrorDetails(details("TransactionCanceledException"))
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(code).serviceName("DynamoDb").build();
    }
}
