package dev.stampede.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// What DynamoDB holds single items to, on a clock that stands still.
class ItemLimitsTest {

    private static final int KB = 1024;

    private final AtomicLong now = new AtomicLong(System.nanoTime());
    private RunningEndpoint running;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void start() {
        running = new RunningEndpoint(Optional.empty());
        running.clock = now::get;
        dynamoDb = running.operator(DynamoDbClient.builder());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void anItemTakesAThousandWriteUnitsASecondAndItsNeighbourTakesItsOwn() {
        put("a", 390);
        put("a", 390);
        assertThat(isThrottled(() -> put("a", 390))).isTrue();
        put("a", 200);
        put("b", 390);

        now.addAndGet(300_000_000);
        assertThat(isThrottled(() -> put("a", 390))).isTrue();
        now.addAndGet(100_000_000);
        put("a", 390);
    }

    @Test
    void anUpdateCostsItsWholeItemAndATransactionTwiceThat() {
        put("a", 390);
        assertThat(reasons(() -> transact("b", "a"))).containsExactly("None", "ThrottlingError");

        now.addAndGet(1_000_000_000);
        transact("a");
        assertThat(isThrottled(() -> add("a"))).isTrue();
        assertThat(available("a")).isEqualTo(1);
    }

    @Test
    void oneConcurrentTransactionOnAnItemIsCancelledOrTheOtherAndNoUnitIsLost() throws Exception {
        put("hot", 1);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger conflicts = new AtomicInteger();

        at16(() -> {
            List<String> codes = reasons(() -> transact("cold-" + Thread.currentThread().threadId(), "hot"));
            (codes.isEmpty() ? done : conflicts).incrementAndGet();
            assertThat(codes).isIn(List.of(), List.of("None", "TransactionConflict"));
            return null;
        });

        assertThat(conflicts).hasPositiveValue();
        assertThat(available("hot")).isEqualTo(done.get());
    }

    @Test
    void aSingleWriteDuringATransactionOnItsItemIsRefused() throws Exception {
        put("hot", 1);
        AtomicInteger conflicts = new AtomicInteger();

        at16(() -> {
            if (Thread.currentThread().threadId() % 2 == 0) {
                reasons(() -> transact("hot"));
            } else if (catchThrowableOfType(TransactionConflictException.class, () -> add("hot")) != null) {
                conflicts.incrementAndGet();
            }
            return null;
        });

        assertThat(conflicts).hasPositiveValue();
    }

    private static void at16(Callable<Void> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Void> each : threads.invokeAll(IntStream.range(0, 200).mapToObj(_ -> call).toList())) {
                each.get();
            }
        }
    }

    private void put(String sku, int kilobytes) {
        dynamoDb.putItem(put -> put.tableName("Stock").item(Map.of(
                "sku", AttributeValue.fromS(sku),
                "available", AttributeValue.fromN("0"),
                "note", AttributeValue.fromS("x".repeat(kilobytes * KB - 50)))));
    }

    private void add(String sku) {
        dynamoDb.updateItem(update -> update.tableName("Stock").key(key(sku)).updateExpression("ADD available :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    private void transact(String... skus) {
        dynamoDb.transactWriteItems(write -> write.transactItems(java.util.Arrays.stream(skus)
                .map(sku -> TransactWriteItem.builder().update(update -> update
                        .tableName("Stock").key(key(sku)).updateExpression("ADD available :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))).build())
                .toList()));
    }

    private long available(String sku) {
        return Long.parseLong(dynamoDb.getItem(get -> get.tableName("Stock").key(key(sku)).consistentRead(true))
                .item().get("available").n());
    }

    private static boolean isThrottled(Runnable call) {
        return catchThrowableOfType(ThrottlingException.class, call::run) != null;
    }

    private static List<String> reasons(Runnable transaction) {
        var cancelled = catchThrowableOfType(TransactionCanceledException.class, transaction::run);
        return cancelled == null ? List.of()
                : cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
    }

    private static Map<String, AttributeValue> key(String sku) {
        return Map.of("sku", AttributeValue.fromS(sku));
    }
}
