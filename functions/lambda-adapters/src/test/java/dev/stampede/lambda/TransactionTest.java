package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.lambda.Transaction.Outcome;
import dev.stampede.lambda.Transaction.Outcome.Busy;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// The one classification of what DynamoDB says to a transaction.
class TransactionTest {

    @Test
    void whatIsNotRefusedIsCommitted() {
        assertThat(Transaction.write(new Answering(null), List.of())).isEqualTo(new Committed());
    }

    @Test
    void aFailedConditionRefusesWithTheItemAsItStands() {
        Map<String, AttributeValue> item = Map.of("sku", AttributeValue.fromS("gpu"));

        Refused refused = (Refused) write(cancelled(
                reason("None"), reason("ConditionalCheckFailed").toBuilder().item(item).build(),
                reason("ConditionalCheckFailed")));

        assertThat(List.of(refused.isFailed(0), refused.isFailed(1), refused.isFailed(2)))
                .containsExactly(false, true, true);
        assertThat(refused.found(1)).contains(item);
        assertThat(refused.found(2)).isEmpty();
        assertThat(refused.isContended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void whoeverWasInTheWayHidesWhatHisConditionWouldSay(String code) {
        Refused refused = (Refused) write(cancelled(reason(code), reason("ConditionalCheckFailed")));

        assertThat(refused.isFailed(0)).isFalse();
        assertThat(refused.isContended()).isTrue();
        assertThat(write(cancelled(reason("None"), reason(code)))).isEqualTo(new Busy());
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400", "ProvisionedThroughputExceededException, 400", "InternalServerError, 500",
        "ServiceUnavailable, 503"})
    void aThrottleOrAFailureOfTheServiceIsBusy(String code, int status) {
        assertThat(write(refused(code, status))).isEqualTo(new Busy());
    }

    @Test
    void theSameRequestAtWorkIsBusy() {
        assertThat(write(TransactionInProgressException.builder().statusCode(400).build())).isEqualTo(new Busy());
    }

    @Test
    void noAnswerInTimeIsNoRefusal() {
        Stream.of(
                ApiCallTimeoutException.create(10_000),
                ApiCallAttemptTimeoutException.create(4_000),
                SdkClientException.create("unable to execute", new ConnectException("refused")))
                .forEach(failure -> assertThat(write(failure)).isEqualTo(new Unanswered(failure)));
    }

    @Test
    void whatWouldBeRefusedAgainIsImpossible() {
        DynamoDbException invalid = refused("ValidationException", 400);
        TransactionCanceledException cancelled = cancelled(reason("None"), reason("ValidationError"));

        assertThat(write(invalid)).isEqualTo(new Impossible("ValidationException", invalid));
        assertThat(write(cancelled)).isEqualTo(new Impossible("None,ValidationError", cancelled));
    }

    @Test
    void aMissingGrantIsNoOutcome() {
        assertThatThrownBy(() -> write(refused("AccessDeniedException", 400))).isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> write((RuntimeException) DynamoDbException.builder().statusCode(400).build()))
                .isInstanceOf(DynamoDbException.class);
    }

    private static Outcome write(RuntimeException failure) {
        return Transaction.write(new Answering(failure), List.of());
    }

    private static TransactionCanceledException cancelled(CancellationReason... reasons) {
        return TransactionCanceledException.builder().cancellationReasons(reasons).statusCode(400).build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private static DynamoDbException refused(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(status)
                .build();
    }

    /// @param failure null to take the transaction
    private record Answering(RuntimeException failure) implements DynamoDbClient {

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (failure != null) {
                throw failure;
            }
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
