package dev.stampede.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// How transactions meet in virtual time. What each call does by itself is the engine's matter, and tested there.
class SimulatedDynamoDbTest {

    private final List<List<String>> cancelled = new ArrayList<>();
    private Cloud cloud;
    private int written;

    @BeforeEach
    void begin() {
        begin(1);
    }

    private void begin(long seed) {
        cloud = new Cloud(seed, PlantedBug.NONE, _ -> {});
        cloud.faults.stop();
        for (String sku : List.of("a", "b", "c")) {
            cloud.tables.put(cloud.tables.stock, Map.of("sku", AttributeValue.fromS(sku), "available", number(1)));
        }
    }

    @Test
    void ofTransactionsThatMeetOnAnItemOneIsWrittenAndTheOtherToldWhichItemItWas() {
        for (int seed = 1; seed <= 20; seed++) {
            begin(seed);
            worker(() -> write("a", "b"));
            worker(() -> write("b", "c"));
            run();
            assertThat(available("b")).isZero();
        }

        assertThat(written).isEqualTo(20);
        assertThat(cancelled).hasSize(20).contains(
                List.of("TransactionConflict", "None"), List.of("None", "TransactionConflict"));
    }

    @Test
    void transactionsThatDoNotMeetGoSideBySide() {
        worker(() -> write("a"));
        worker(() -> write("b", "c"));

        run();

        assertThat(written).isEqualTo(2);
        assertThat(available("c")).isZero();
    }

    @Test
    void aFailedConditionCancelsTheWholeTransactionAndShowsTheItem() {
        List<CancellationReason> reasons = new ArrayList<>();
        worker(() -> {
            write("a");
            try {
                cloud.dynamoDb.transactWriteItems(it -> it.transactItems(take("b"), take("a")));
            } catch (TransactionCanceledException e) {
                reasons.addAll(e.cancellationReasons());
            }
        });

        run();

        assertThat(reasons).extracting(CancellationReason::code).containsExactly("None", "ConditionalCheckFailed");
        assertThat(reasons.getLast().item()).containsEntry("available", number(0));
        assertThat(available("b")).isEqualTo(1);
    }

    @Test
    void aTransactionThatNamesAnItemTwiceIsInvalid() {
        List<String> codes = new ArrayList<>();
        worker(() -> {
            try {
                cloud.dynamoDb.transactWriteItems(it -> it.transactItems(take("a"), take("a")));
            } catch (DynamoDbException e) {
                codes.add(e.awsErrorDetails().errorCode());
            }
        });

        run();

        assertThat(codes).containsExactly("ValidationException");
    }

    @Test
    void aSingleWriteWaitsForTheTransactionThatIsAtItsItem() {
        List<String> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= 20; seed++) {
            begin(seed);
            worker(() -> write("a"));
            worker(() -> outcomes.add(writeAlone("a")));
            run();
            assertThat(available("a")).isZero();
        }

        assertThat(outcomes).contains("written", "refused").doesNotContain("conflict");
        assertThat(written).isEqualTo((int) outcomes.stream().filter("refused"::equals).count());
    }

    @Test
    void aStrangerAtOneOfItsItemsCancelsATransactionAndEachOtherItemAnswersForItself() {
        for (int seed = 1; seed <= 60; seed++) {
            cloud = new Cloud(seed, PlantedBug.NONE, _ -> {});
            cloud.tables.put(cloud.tables.stock, Map.of("sku", AttributeValue.fromS("a"), "available", number(1)));
            cloud.tables.put(cloud.tables.stock, Map.of("sku", AttributeValue.fromS("b"), "available", number(0)));
            worker(() -> {
                try {
                    write("a", "b");
                } catch (DynamoDbException _) {
                    // Throttled as a whole.
                }
            });
            run();
            assertThat(available("a")).isEqualTo(1);
        }

        assertThat(written).isZero();
        assertThat(cancelled).contains(
                List.of("TransactionConflict", "ConditionalCheckFailed"), List.of("None", "TransactionConflict"),
                List.of("ThrottlingError", "ConditionalCheckFailed"), List.of("None", "ConditionalCheckFailed"));
    }

    @Test
    void aWriteThatNoStreamHasToldIsNoticed() {
        assertThat(cloud.tables.untold()).isEmpty();

        cloud.tables.read("DeleteItem",
                ItemJson.request(DeleteItemRequest.builder().tableName("Stock").key(key("a")).build()));

        assertThat(cloud.tables.untold()).containsExactly("Stock");
    }

    private String writeAlone(String sku) {
        try {
            cloud.dynamoDb.updateItem(it -> it.tableName("Stock").key(key(sku))
                    .updateExpression("SET available = available - :one").conditionExpression("available >= :one")
                    .expressionAttributeValues(Map.of(":one", number(1))));
            return "written";
        } catch (ConditionalCheckFailedException e) {
            assertThat(e.hasItem()).as("an item that nobody asked for").isFalse();
            return "refused";
        } catch (DynamoDbException e) {
            return "conflict";
        }
    }

    private void write(String... skus) {
        try {
            cloud.dynamoDb.transactWriteItems(it -> it.transactItems(List.of(skus).stream().map(this::take).toList()));
            written++;
        } catch (TransactionCanceledException e) {
            cancelled.add(e.cancellationReasons().stream().map(CancellationReason::code).toList());
        }
    }

    private TransactWriteItem take(String sku) {
        return TransactWriteItem.builder().update(update -> update.tableName("Stock").key(key(sku))
                .updateExpression("SET available = available - :one").conditionExpression("available >= :one")
                .expressionAttributeValues(Map.of(":one", number(1)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).build();
    }

    private long available(String sku) {
        return Long.parseLong(cloud.tables.stock.get(sku).get("available").n());
    }

    private void worker(Runnable work) {
        cloud.scheduler.start(new Invocation("worker", 0, cloud.scheduler, work), () -> {});
    }

    private void run() {
        cloud.scheduler.run(() -> false);
    }

    private static Map<String, AttributeValue> key(String sku) {
        return Map.of("sku", AttributeValue.fromS(sku));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
