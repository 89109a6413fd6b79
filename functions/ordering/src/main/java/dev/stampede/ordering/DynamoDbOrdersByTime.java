package dev.stampede.ordering;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.table.OrdersTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Everybody's orders by the time at which they were placed, newest first, out of the index `byMonth`.
final class DynamoDbOrdersByTime {

    /// Beyond that many months a list of all orders ends; a day may be any day.
    static final int MONTHS = 24;

    private static final Comparator<OrderCursor> NEWEST_FIRST =
            Comparator.comparing((OrderCursor order) -> order.createdAt().orElseThrow())
                    .thenComparing(OrderCursor::orderId)
                    .reversed();
    private static final String AFTER_ALL = "~";

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final InstantSource clock;

    DynamoDbOrdersByTime(DynamoDbClient dynamoDb, String ordersTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = ordersTable;
        this.clock = clock;
    }

    /// Where the next orders are; fewer than the limit only at the end of the list.
    List<OrderCursor> next(Optional<LocalDate> day, Optional<OrderCursor> after, int limit) {
        // The clock of whoever accepted an order may be ahead of this one.
        Instant now = clock.instant().plus(Duration.ofHours(1));
        YearMonth newest = monthOf(now);
        YearMonth month = day.map(YearMonth::from)
                .or(() -> after.flatMap(OrderCursor::createdAt).map(Instant::parse).filter(now::isAfter)
                        .map(DynamoDbOrdersByTime::monthOf))
                .orElse(newest);
        YearMonth oldest = day.isPresent() ? month : newest.minusMonths(MONTHS);
        String first = day.map(LocalDate::toString).orElse("");
        List<OrderCursor> found = new ArrayList<>();
        while (found.size() < limit && !month.isBefore(oldest)) {
            found.addAll(inMonth(month, first, after, limit - found.size()));
            month = month.minusMonths(1);
        }
        return found;
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private List<OrderCursor> inMonth(YearMonth month, String first, Optional<OrderCursor> after, int limit) {
        List<Future<List<OrderCursor>>> shards;
        // Side by side: a list that ends looks through the months of two years.
        try (ExecutorService reads = Executors.newVirtualThreadPerTaskExecutor()) {
            shards = IntStream.range(0, OrdersTable.MONTH_SHARDS)
                    .mapToObj(shard -> OrdersTable.placedIn(month.toString(), shard))
                    .map(placedIn -> reads.submit(() -> inShard(placedIn, first, after, limit)))
                    .toList();
        }
        return shards.stream().flatMap(shard -> read(shard).stream()).sorted(NEWEST_FIRST).limit(limit).toList();
    }

    /// As the read itself would have ended.
    private static List<OrderCursor> read(Future<List<OrderCursor>> ended) {
        if (ended.state() == Future.State.FAILED && ended.exceptionNow() instanceof RuntimeException failure) {
            throw failure;
        }
        return ended.resultNow();
    }

    /// A query knows no order among those of one millisecond: all of them are read, and what was shown is left out.
    private List<OrderCursor> inShard(String placedIn, String first, Optional<OrderCursor> after, int limit) {
        String last = after.flatMap(OrderCursor::createdAt).orElse(first + AFTER_ALL);
        QueryRequest query = QueryRequest.builder()
                .tableName(ordersTable)
                .indexName(OrdersTable.BY_MONTH)
                .keyConditionExpression(OrdersTable.PLACED_IN + " = :in AND " + OrdersTable.CREATED_AT
                        + " BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":in", AttributeValue.fromS(placedIn),
                        ":first", AttributeValue.fromS(first.isEmpty() ? "0" : first),
                        ":last", AttributeValue.fromS(last)))
                .scanIndexForward(false)
                .limit(limit + 1)
                .build();
        List<OrderCursor> found = new ArrayList<>();
        Map<String, AttributeValue> key = Map.of();
        do {
            QueryResponse read = dynamoDb.query(
                    query.toBuilder().exclusiveStartKey(key.isEmpty() ? null : key).build());
            read.items().stream()
                    .map(DynamoDbOrdersByTime::of)
                    .filter(order -> after.isEmpty() || NEWEST_FIRST.compare(order, after.get()) > 0)
                    .forEach(found::add);
            key = read.lastEvaluatedKey();
        } while (!key.isEmpty() && !isEnough(found, limit));
        return found;
    }

    private static boolean isEnough(List<OrderCursor> found, int limit) {
        return found.size() > limit && !found.get(limit - 1).createdAt().equals(found.getLast().createdAt());
    }

    private static OrderCursor of(Map<String, AttributeValue> item) {
        return new OrderCursor(
                required(item, OrdersTable.KEY).s(), Optional.of(required(item, OrdersTable.CREATED_AT).s()));
    }
}
