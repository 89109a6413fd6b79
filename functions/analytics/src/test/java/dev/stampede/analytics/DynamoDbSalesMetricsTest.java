package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Requirement 7.
class DynamoDbSalesMetricsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void aDayOfSeveralPagesIsReadToItsEnd() {
        var table = new OneItemAPage(3);

        DaySales sales = metrics(table).of(DAY);

        assertThat(sales.hours()).isEqualTo(Map.of(
                0, Map.of("orders", 1L), 1, Map.of("orders", 1L), 2, Map.of("orders", 1L)));
        assertThat(table.reads).isEqualTo(3);
    }

    @Test
    void aDayThatHasNoEndIsNotShownInPart() {
        var table = new OneItemAPage(24);

        assertThatThrownBy(() -> metrics(table).of(DAY)).isInstanceOf(IllegalStateException.class);
        assertThat(table.reads).isEqualTo(10);
    }

    @Test
    void whatFailsForNowIsNamedAsThat() {
        List<SalesMetrics.Count> one = List.of(new SalesMetrics.Count("o#1", DAY.atStartOfDay(), Map.of("orders", 1L)));

        assertThat(metrics(new Failing(ApiCallTimeoutException.create(10_000))).add(one))
                .isEqualTo(new SalesMetrics.Outcome.Unanswered());
        assertThat(metrics(new Failing(InternalServerErrorException.builder().statusCode(500).build())).add(one))
                .isEqualTo(new SalesMetrics.Outcome.Busy());
        assertThatThrownBy(() -> metrics(new Failing(SdkClientException.create("no credentials"))).add(one))
                .isInstanceOf(SdkClientException.class);
    }

    private record Failing(SdkException failure) implements DynamoDbClient {

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            throw failure;
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    private static DynamoDbSalesMetrics metrics(DynamoDbClient client) {
        return new DynamoDbSalesMetrics(client, "SalesMetrics", InstantSource.system());
    }

    /// One order in each hour.
    private static final class OneItemAPage implements DynamoDbClient {

        private final int pages;
        private int reads;

        OneItemAPage(int pages) {
            this.pages = pages;
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            Map<String, AttributeValue> key = key(reads);
            assertThat(request.exclusiveStartKey()).isEqualTo(reads == 0 ? Map.of() : key(reads - 1));
            reads++;
            return QueryResponse.builder()
                    .items(List.of(Map.of(
                            "day", key.get("day"), "metric", key.get("metric"), "amount", AttributeValue.fromN("1"))))
                    .lastEvaluatedKey(reads < pages ? key : Map.of())
                    .build();
        }

        private static Map<String, AttributeValue> key(int hour) {
            return Map.of(
                    "day", AttributeValue.fromS(DAY.toString()),
                    "metric", AttributeValue.fromS("%02d#orders".formatted(hour)));
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
