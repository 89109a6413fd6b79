package dev.stampede.analytics;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Metrics under (`day`, `metric`) with their sum in `amount`; the marks of counted events under (`event`, event id).
public final class DynamoDbSalesMetrics implements SalesMetrics {

    /// Longer than a dead-letter queue keeps a message (14 days): after that no repeat can come.
    private static final Duration MARKS_KEPT = Duration.ofDays(30);

    private static final Set<String> WORTH_ANOTHER_TRY =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;
    private final String salesMetricsTable;
    private final InstantSource clock;

    public DynamoDbSalesMetrics(DynamoDbClient dynamoDb, String salesMetricsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.salesMetricsTable = Objects.requireNonNull(salesMetricsTable, "salesMetricsTable");
        this.clock = clock;
    }

    @Override
    public Outcome add(String eventId, LocalDate day, Map<String, Long> amounts) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(mark(eventId));
        new TreeMap<>(amounts).forEach((metric, amount) -> actions.add(addition(day, metric, amount)));
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(actions));
            return Outcome.COUNTED;
        } catch (TransactionCanceledException e) {
            List<CancellationReason> reasons = e.cancellationReasons();
            if ("ConditionalCheckFailed".equals(reasons.getFirst().code())) {
                return Outcome.REPEATED;
            }
            if (reasons.stream().anyMatch(reason -> WORTH_ANOTHER_TRY.contains(reason.code()))) {
                return Outcome.BUSY;
            }
            throw e;
        }
    }

    private TransactWriteItem mark(String eventId) {
        long expiresAt = clock.instant().plus(MARKS_KEPT).getEpochSecond();
        return TransactWriteItem.builder()
                .put(put -> put.tableName(salesMetricsTable)
                        .item(Map.of(
                                "day", AttributeValue.fromS("event"),
                                "metric", AttributeValue.fromS(eventId),
                                "expiresAt", AttributeValue.fromN(Long.toString(expiresAt))))
                        .conditionExpression("attribute_not_exists(metric)"))
                .build();
    }

    private TransactWriteItem addition(LocalDate day, String metric, long amount) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(salesMetricsTable)
                        .key(Map.of(
                                "day", AttributeValue.fromS(day.toString()),
                                "metric", AttributeValue.fromS(metric)))
                        .updateExpression("ADD amount :amount")
                        .expressionAttributeValues(Map.of(":amount", AttributeValue.fromN(Long.toString(amount)))))
                .build();
    }
}
