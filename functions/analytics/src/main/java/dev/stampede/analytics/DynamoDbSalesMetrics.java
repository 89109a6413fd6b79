package dev.stampede.analytics;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.analytics.SalesMetrics.Outcome.Busy;
import dev.stampede.analytics.SalesMetrics.Outcome.Counted;
import dev.stampede.analytics.SalesMetrics.Outcome.Repeated;
import dev.stampede.analytics.SalesMetrics.Outcome.Unanswered;
import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Metrics under (`day`, hour and `metric`), such as (`2026-11-27`, `09#rejects#SOLD_OUT`), with their sum in `amount`;
/// the marks of counted events under (`event#<event id>`, `counted`). A day is summed up when it is read: so each event
/// writes as many items as a day alone would take.
public final class DynamoDbSalesMetrics implements SalesMetrics {

    /// Longer than a dead-letter queue keeps a message (14 days): after that no repeat can come.
    private static final Duration MARKS_KEPT = Duration.ofDays(30);

    /// A day has some hundred items, and a page holds thousands of them.
    private static final int MAX_READS = 10;

    private final DynamoDbClient dynamoDb;
    private final String salesMetricsTable;
    private final InstantSource clock;

    public DynamoDbSalesMetrics(DynamoDbClient dynamoDb, String salesMetricsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.salesMetricsTable = Objects.requireNonNull(salesMetricsTable, "salesMetricsTable");
        this.clock = clock;
    }

    @Override
    public Outcome add(List<Count> counts) {
        List<TransactWriteItem> actions = new ArrayList<>();
        counts.forEach(count -> actions.add(mark(count.eventId())));
        Fold.amounts(counts).forEach((metric, amount) -> actions.add(addition(metric, amount)));
        return switch (Transaction.write(dynamoDb, actions)) {
            case Transaction.Outcome.Committed _ -> new Counted();
            case Refused refused -> new Repeated(repeated(counts, refused));
            case Transaction.Outcome.Busy _ -> new Busy();
            case Transaction.Outcome.Unanswered _ -> new Unanswered();
            case Impossible(_, SdkException cause) -> throw cause;
        };
    }

    /// Nothing but the marks has a condition, and they come first.
    private static Set<String> repeated(List<Count> counts, Refused refused) {
        return IntStream.range(0, counts.size())
                .filter(refused::isFailed)
                .mapToObj(action -> counts.get(action).eventId())
                .collect(Collectors.toSet());
    }

    @Override
    public DaySales of(LocalDate day) {
        QueryRequest query = QueryRequest.builder()
                .tableName(salesMetricsTable)
                .keyConditionExpression("#day = :day")
                .expressionAttributeNames(Map.of("#day", "day"))
                .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(day.toString())))
                .build();
        Map<Integer, Map<String, Long>> hours = new HashMap<>();
        for (int read = 0; read < MAX_READS; read++) {
            QueryResponse page = dynamoDb.query(query);
            page.items().forEach(item -> put(item, hours));
            if (page.lastEvaluatedKey().isEmpty()) {
                return new DaySales(day, hours);
            }
            query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        }
        // A part of the day would look like all of it.
        throw new IllegalStateException(day + " has more metrics than " + MAX_READS + " pages hold");
    }

    private static void put(Map<String, AttributeValue> item, Map<Integer, Map<String, Long>> hours) {
        String[] key = required(item, "metric").s().split("#", 2);
        hours.computeIfAbsent(Integer.valueOf(key[0]), _ -> new HashMap<>())
                .put(key[1], Long.valueOf(required(item, "amount").n()));
    }

    /// Each in a partition of its own, for one takes a thousand writes a second.
    private TransactWriteItem mark(String eventId) {
        long expiresAt = clock.instant().plus(MARKS_KEPT).getEpochSecond();
        return TransactWriteItem.builder()
                .put(put -> put.tableName(salesMetricsTable)
                        .item(Map.of(
                                "day", AttributeValue.fromS("event#" + eventId),
                                "metric", AttributeValue.fromS("counted"),
                                "expiresAt", AttributeValue.fromN(Long.toString(expiresAt))))
                        .conditionExpression("attribute_not_exists(metric)"))
                .build();
    }

    private TransactWriteItem addition(Fold.Metric metric, long amount) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(salesMetricsTable)
                        .key(Map.of(
                                "day", AttributeValue.fromS(metric.hour().toLocalDate().toString()),
                                "metric",
                                AttributeValue.fromS("%02d#%s".formatted(metric.hour().getHour(), metric.name()))))
                        .updateExpression("ADD amount :amount")
                        .expressionAttributeValues(Map.of(":amount", AttributeValue.fromN(Long.toString(amount)))))
                .build();
    }
}
