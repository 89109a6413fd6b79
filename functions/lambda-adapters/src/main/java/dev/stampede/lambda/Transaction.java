package dev.stampede.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// One TransactWriteItems and what became of it, told the same way everywhere
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
public final class Transaction {

    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    public sealed interface Outcome {
        /// All of it is written.
        record Committed() implements Outcome {}

        /// Nothing is written: something was not as a condition wants it.
        ///
        /// @param reasons one for each action, in their order
        record Refused(List<CancellationReason> reasons) implements Outcome {

            public Refused {
                reasons = List.copyOf(reasons);
            }

            /// @param action by its place in the transaction
            public boolean isFailed(int action) {
                return isFailedCondition(reasons.get(action));
            }

            /// The item of an action whose condition failed, as it stands; empty where there is none.
            public Optional<Map<String, AttributeValue>> found(int action) {
                return Optional.of(reasons.get(action))
                        .filter(Transaction::isFailedCondition)
                        .map(CancellationReason::item)
                        .filter(item -> !item.isEmpty());
            }

            /// Whether others were in the way of some actions besides: whether the conditions of those hold is not
            /// known.
            public boolean isContended() {
                return reasons.stream().anyMatch(Transaction::isPassing);
            }
        }

        /// Nothing is written: others were in the way, or the table is throttled or out of order. The same may go
        /// through in a moment.
        record Busy() implements Outcome {}

        /// Whether it is written is not known: no answer came in time. The same again at once would only add to what a
        /// slow table has to do.
        record Unanswered(SdkException cause) implements Outcome {}

        /// Nothing is written, and the same again would not be either: the whole transaction is refused for one part
        /// of it.
        record Impossible(String why, SdkException cause) implements Outcome {}
    }

    private Transaction() {}

    /// @param actions at most [Packing#MAX_ITEMS], of distinct items
    public static Outcome write(DynamoDbClient dynamoDb, List<TransactWriteItem> actions) {
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions));
            return new Outcome.Committed();
        } catch (TransactionCanceledException e) {
            return outcome(e);
        } catch (SdkException e) {
            if (PassingFailure.isBusy(e)) {
                return new Outcome.Busy();
            }
            if (PassingFailure.isUnanswered(e)) {
                return new Outcome.Unanswered(e);
            }
            if (isInvalid(e)) {
                return new Outcome.Impossible("ValidationException", e);
            }
            throw e;
        }
    }

    private static Outcome outcome(TransactionCanceledException e) {
        List<CancellationReason> reasons = e.cancellationReasons();
        if (reasons.stream().anyMatch(Transaction::isFailedCondition)) {
            return new Outcome.Refused(reasons);
        }
        return reasons.stream().anyMatch(Transaction::isPassing)
                ? new Outcome.Busy()
                : new Outcome.Impossible(
                        reasons.stream().map(CancellationReason::code).distinct().collect(Collectors.joining(",")), e);
    }

    private static boolean isFailedCondition(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private static boolean isPassing(CancellationReason reason) {
        return PASSING.contains(reason.code());
    }

    private static boolean isInvalid(SdkException e) {
        return e instanceof DynamoDbException refused
                && refused.awsErrorDetails() != null
                && "ValidationException".equals(refused.awsErrorDetails().errorCode());
    }
}
