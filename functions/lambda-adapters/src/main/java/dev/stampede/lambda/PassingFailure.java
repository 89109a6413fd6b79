package dev.stampede.lambda;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// Tells calls of AWS that failed for now from those that would fail again: the one home of that rule. What fails for
/// now is nobody's fault, neither the request's nor the message's.
public final class PassingFailure {

    private PassingFailure() {}

    public static boolean is(Throwable failure) {
        return isBusy(failure) || isUnanswered(failure);
    }

    /// The service refused: it throttles, is out of order, or is at work on the same item for somebody else. The same
    /// call may go through in a moment.
    public static boolean isBusy(Throwable failure) {
        return failure instanceof AwsServiceException refused
                && (refused.isThrottlingException()
                        || refused.statusCode() >= 500
                        || refused instanceof TransactionConflictException
                        || refused instanceof TransactionInProgressException);
    }

    /// Nobody answered in the time that a call or its attempts have, or nobody could be reached. Whether the call had
    /// its effect is not known, and the same again at once only adds to what a slow service has to do.
    public static boolean isUnanswered(Throwable failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof SdkClientException && failure.getCause() instanceof IOException;
    }
}
