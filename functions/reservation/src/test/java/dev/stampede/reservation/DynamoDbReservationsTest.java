package dev.stampede.reservation;

import static dev.stampede.testing.Placed.inSale;
import static dev.stampede.testing.Placed.limited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.reservation.Reservations.Outcome.Unanswered;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import java.net.ConnectException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What DynamoDB answers, read as outcomes. Conflicts and throttles, which an engine of one's own has at no certain
/// time, are played here.
class DynamoDbReservationsTest {

    private static final Fold FOLD = new Fold(List.of(
            Placed.named("o1", "ann", limited("a", 2, 3)), Placed.named("o2", "bob", inSale("b", 1, "spring", 5)),
            Placed.named("o3", "eve", Placed.line("a", 3))));

    private final Table table = new Table();
    private final DynamoDbReservations reservations = new DynamoDbReservations(table, "Orders", "Stock", "Limits");

    @Test
    void aFoldIsOneTransactionWithTheSumsPerSku() {
        assertThat(reserve()).isEqualTo(new Reserved());

        List<TransactWriteItem> actions = table.transactions.getFirst().transactItems();
        assertThat(actions).hasSize(6);
        assertThat(actions.subList(0, 3)).allSatisfy(
                action -> assertThat(action.put().conditionExpression()).isEqualTo("attribute_not_exists(orderId)"));
        assertThat(actions.subList(3, 5)).extracting(TransactWriteItem::update)
                .extracting(
                        update -> update.key().get("sku").s() + update.expressionAttributeValues().get(":units").n())
                .containsExactly("a5", "b1");
        assertThat(actions.get(5).update().tableName()).isEqualTo("Limits");
        assertThat(actions.get(5).update().key().get("customerSku").s()).isEqualTo(counter());
    }

    @Test
    void readsACancelledTransactionItemByItem() {
        Stock stock = new Stock("a", 4, 0, 0, Map.of("spring", 1L));
        table.failures.add(cancelled(none(), failed(), none(), failed(StockTable.toItem(stock)), failed(),
                failed(Map.of("bought", AttributeValue.fromN("3")))));

        assertThat(reserve()).isEqualTo(new Refused(
                Set.of("o2"), Map.of("a", stock, "b", Stock.of("b", 0)), Map.of(counter(), 3L)));
    }

    @Test
    void whatIsKnownComesBeforeWhatWasInTheWay() {
        table.failures.add(cancelled(failed(), reason("TransactionConflict"), none(), none(), none(), none()));

        assertThat(reserve()).isEqualTo(new Refused(Set.of("o1"), Map.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void aConflictOrAThrottleOfOnePartIsWorthAnotherTry(String code) {
        table.failures.add(cancelled(none(), none(), none(), reason(code), none(), none()));
        table.failures.add(cancelled(none(), none(), none(), none(), none(), reason(code)));

        assertThat(List.of(reserve(), reserve())).containsOnly(new Busy());
    }

    @Test
    void aThrottleOrAFailureOfTheServiceIsWorthAnotherTry() {
        table.failures.add(refused("ThrottlingException", 400));
        table.failures.add(refused("ProvisionedThroughputExceededException", 400));
        table.failures.add(refused("InternalServerError", 500));

        assertThat(List.of(reserve(), reserve(), reserve())).containsOnly(new Busy());
    }

    @Test
    void aCallThatTookTooLongIsUnansweredWhoeverGaveItUp() {
        table.failures.add(ApiCallTimeoutException.create(10_000));
        table.failures.add(ApiCallAttemptTimeoutException.create(4_000));
        table.failures.add(SdkClientException.create("unable to execute", new ConnectException("refused")));

        assertThat(List.of(reserve(), reserve(), reserve())).containsOnly(new Unanswered());
    }

    @Test
    void anInvalidPartMakesTheTransactionImpossible() {
        table.failures.add(refused("ValidationException", 400));
        table.failures.add(cancelled(none(), reason("ValidationError"), none(), none(), none(), none()));

        assertThat(reserve()).isEqualTo(new Impossible("ValidationException"));
        assertThat(reserve()).isInstanceOf(Impossible.class);
    }

    @Test
    void aMissingGrantIsNoOutcome() {
        table.failures.add(refused("AccessDeniedException", 400));

        assertThatThrownBy(this::reserve).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void rejectionsAreInsertedTwentyFiveAtATime() {
        assertThat(reservations.reject(rejected(60))).isEmpty();

        assertThat(table.inserts).extracting(request -> request.statements().size()).containsExactly(25, 25, 10);
        var statement = table.inserts.getFirst().statements().getFirst();
        assertThat(statement.statement()).startsWith("INSERT INTO \"Orders\" VALUE {'createdAt': ?, ")
                .doesNotContain("customer@example.com");
        assertThat(statement.statement().chars().filter(c -> c == '?')).hasSize(statement.parameters().size());
    }

    @Test
    void aDuplicateIsRecordedAndAThrottleIsNot() {
        table.statementErrors = Arrays.asList("DuplicateItem", null, "ThrottlingError", "ValidationError");

        assertThat(reservations.reject(rejected(4))).containsExactlyInAnyOrder("o2", "o3");
    }

    @Test
    void aThrottledCallRecordsNothing() {
        table.failures.add(refused("ThrottlingException", 400));

        assertThat(reservations.reject(rejected(3))).hasSize(3);
    }

    @Test
    void aCallRefusedForOneOfItsStatementsIsParted() {
        table.failures.add(refused("ValidationException", 400));

        assertThat(reservations.reject(rejected(4))).isEmpty();
        assertThat(table.inserts).extracting(request -> request.statements().size()).containsExactly(4, 2, 2);
    }

    private Reservations.Outcome reserve() {
        return reservations.reserve(FOLD, Instant.EPOCH, Recorded.HOLD);
    }

    private static String counter() {
        PlacedOrder ann = FOLD.orders().getFirst();
        return PurchaseCounter.of(ann.customer(), ann.lines().getFirst());
    }

    private static List<Order> rejected(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Order.rejected(order("o" + i), Reason.SOLD_OUT, Instant.EPOCH))
                .toList();
    }

    private static PlacedOrder order(String orderId) {
        return Placed.order(orderId, Map.of("a", 1));
    }

    private static CancellationReason none() {
        return reason("None");
    }

    private static CancellationReason failed() {
        return reason("ConditionalCheckFailed");
    }

    private static CancellationReason failed(Map<String, AttributeValue> item) {
        return failed().toBuilder().item(item).build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private static DynamoDbException cancelled(CancellationReason... reasons) {
        return TransactionCanceledException.builder().cancellationReasons(reasons).build();
    }

    private static DynamoDbException refused(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(status)
                .build();
    }

    private static final class Table implements DynamoDbClient {

        final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
        final List<BatchExecuteStatementRequest> inserts = new ArrayList<>();
        final Deque<SdkException> failures = new ArrayDeque<>();
        List<String> statementErrors = List.of();

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            transactions.add(request);
            failNow();
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
            inserts.add(request);
            failNow();
            List<BatchStatementResponse> responses = IntStream.range(0, request.statements().size())
                    .mapToObj(i -> i < statementErrors.size() ? statementErrors.get(i) : null)
                    .map(code -> BatchStatementResponse.builder()
                            .error(code == null ? null : BatchStatementError.builder().code(code).build())
                            .build())
                    .toList();
            return BatchExecuteStatementResponse.builder().responses(responses).build();
        }

        private void failNow() {
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
