package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.cancelled;
import static dev.stampede.inventory.Sample.confirmed;
import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.inventory.StockLedger.Outcome;
import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// What the ledger makes of each refusal. A transaction here is two orders' marks and one item of stock.
final class DynamoDbStockLedgerTest {

    private static final CancellationReason NONE = reason("None");
    private static final CancellationReason FAILED = reason("ConditionalCheckFailed");

    private final Order first = confirmed(reserved("a", line("gpu", 1)));
    private final Order second = confirmed(reserved("b", line("gpu", 1)));

    /// Requirement 3.
    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void anotherWriterOrAThrottleIsWorthAnotherTry(String code) {
        assertThat(move(cancelledBy(NONE, reason(code), NONE))).isEqualTo(new Busy());
    }

    /// Requirement 3.
    @Test
    void stockThatSeemsShortWhileAnotherMovesTheSameUnitsIsWorthAnotherTry() {
        assertThat(move(cancelledBy(reason("TransactionConflict"), NONE, FAILED))).isEqualTo(new Busy());
    }

    /// Requirement 2.
    @Test
    void anOrderThatHasMovedOnIsHandedBackWhateverElseIsInTheWay() {
        Order current = cancelled(first);
        CancellationReason stale = FAILED.toBuilder().item(OrdersTable.toItem(current)).build();

        assertThat(move(cancelledBy(stale, reason("TransactionConflict"), FAILED)))
                .isEqualTo(new Stale(Map.of("a", current)));
    }

    /// Requirement 4.
    @Test
    void whatTheTableDoesNotTakeIsImpossible() {
        assertThat(move(cancelledBy(NONE, NONE, FAILED))).isInstanceOf(Impossible.class);
        assertThat(move(cancelledBy(NONE, reason("ValidationError"), NONE))).isInstanceOf(Impossible.class);
        assertThat(move(refused(400, "ValidationException"))).isInstanceOf(Impossible.class);
    }

    /// Requirement 3.
    @Test
    void aThrottledOrBrokenCallIsWorthAnotherTry() {
        assertThat(move(refused(400, "ThrottlingException"))).isEqualTo(new Busy());
        assertThat(move(refused(500, "InternalServerError"))).isEqualTo(new Busy());
        assertThat(move(TransactionInProgressException.builder().build())).isEqualTo(new Busy());
    }

    /// Requirement 3.
    @Test
    void aCallThatIsNotAllowedGoesOnToTheCaller() {
        assertThatThrownBy(() -> move(refused(400, "AccessDeniedException"))).isInstanceOf(DynamoDbException.class);
    }

    private Outcome move(DynamoDbException refusal) {
        StockLedger ledger = new DynamoDbStockLedger(new Refusing(refusal), "Orders", "Stock", "PurchaseLimits");
        return ledger.move(Stream.of(first, second).map(order -> Movement.of(order).orElseThrow()).toList());
    }

    private static DynamoDbException cancelledBy(CancellationReason... reasons) {
        return TransactionCanceledException.builder().cancellationReasons(List.of(reasons)).build();
    }

    private static DynamoDbException refused(int status, String code) {
        return (DynamoDbException) DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private record Refusing(DynamoDbException refusal) implements DynamoDbClient {

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            assertThat(request.transactItems()).hasSize(3);
            throw refusal;
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
