package dev.stampede.lambda;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/// Why DynamoDB cancelled a transaction: one reason for each of its actions, in their order
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
public final class Cancellation {

    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private Cancellation() {}

    public static boolean isFailedCondition(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    /// Another transaction or a throttle was in the way; the same action may go through in a moment.
    public static boolean isPassing(CancellationReason reason) {
        return PASSING.contains(reason.code());
    }

    /// Whether to read again and write what fits then: nothing is wrong but that others wrote meanwhile.
    public static boolean isLostRace(List<CancellationReason> reasons) {
        return reasons.stream().allMatch(
                reason -> "None".equals(reason.code()) || isFailedCondition(reason) || isPassing(reason));
    }
}
