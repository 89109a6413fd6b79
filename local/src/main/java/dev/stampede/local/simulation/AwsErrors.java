package dev.stampede.local.simulation;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

    static RuntimeException conflict() {
        return TransactionConflictException.builder()
                .awsErrorDetails(details("TransactionConflictException"))
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }

    static RuntimeException invalid(String message) {
        return DynamoDbException.builder()
                .message(message)
                .awsErrorDetails(details("ValidationException"))
                .statusCode(400)
                .writableStackTrace(false)
                .build();
    }

    /// @param item as it is; null where there is none
    static RuntimeException conditionFailed(Map<String, AttributeValue> item) {
        var failed = ConditionalCheckFailedException.builder();
        if (item != null) {
            failed.item(item);
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
