package dev.stampede.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stampede.cloud.fault.FaultPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Faults of calls as clients of the AWS SDK meet them.
class CallFaultsTest {

    private static RunningEndpoint running;
    private static DynamoDbClient dynamoDb;
    private static SqsClient sqs;

    private final String sku = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        running = new RunningEndpoint(Optional.empty());
        dynamoDb = running.operator(DynamoDbClient.builder());
        sqs = running.operator(SqsClient.builder());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void calm() {
        running.faults.calm();
    }

    @Test
    void aThrottledCallIsRefusedAsItsServiceDoesAndIsNotDone() {
        fault("throttle:operator:*");

        assertThatThrownBy(this::put).isInstanceOfSatisfying(ThrottlingException.class, throttled -> {
            assertThat(throttled.statusCode()).isEqualTo(400);
            assertThat(throttled.isThrottlingException()).isTrue();
            assertThat(throttled)
                    .hasMessageContaining("Throughput exceeds the current capacity of your table or index");
        });
        assertThat(catchThrowableOfType(AwsServiceException.class, this::send).isThrottlingException()).isTrue();
        assertThat(catchThrowableOfType(AwsServiceException.class,
                () -> running.operator(SnsClient.builder()).listTopics())
                .isThrottlingException()).isTrue();
        running.faults.calm();
        assertThat(isPut()).isFalse();
        assertThat(running.drain("EmailQueue")).isEmpty();
    }

    @Test
    void aThrottledTransactionIsCancelledForOneActionOnTheNamedTable() {
        fault("throttle:operator:dynamodb:TransactWriteItems:Stock");

        assertThat(reasons()).containsExactly("None", "ThrottlingError");
        assertThat(isPut()).isFalse();
    }

    @Test
    void aTransactionThatConflictsIsCancelledForOneActionOnTheNamedTable() {
        fault("conflict:operator:Orders");

        assertThat(reasons()).containsExactly("TransactionConflict", "None");
        assertThat(isPut()).isFalse();
        assertThat(running.endpoint.meter().snapshot().get("calls"))
                .anySatisfy(call -> assertThat(call.get("outcome").asText())
                        .isEqualTo("TransactionCanceledException TransactionConflict"));
    }

    @Test
    void aSingleWriteThatConflictsIsRefused() {
        fault("conflict:operator");

        assertThatThrownBy(this::put).isInstanceOfSatisfying(TransactionConflictException.class, conflict -> {
            assertThat(conflict.statusCode()).isEqualTo(400);
            assertThat(conflict).hasMessageContaining("Transaction is ongoing for the item");
        });
        assertThat(isPut()).isFalse();
    }

    @Test
    void aServerErrorComesBeforeOrAfterItIsDone() {
        fault("error:operator:dynamodb:PutItem");
        assertThatThrownBy(this::put).isInstanceOf(InternalServerErrorException.class);
        assertThat(isPut()).isFalse();

        fault("error-after-commit:operator:dynamodb:PutItem");
        assertThatThrownBy(this::put).isInstanceOf(InternalServerErrorException.class);
        assertThat(isPut()).isTrue();
    }

    @Test
    void aConnectionIsClosedBeforeOrAfterItIsDone() {
        fault("lost-request:operator:dynamodb:PutItem");
        assertThatThrownBy(this::put).isInstanceOf(SdkClientException.class);
        assertThat(isPut()).isFalse();

        fault("lost-reply:operator:dynamodb:PutItem");
        assertThatThrownBy(this::put).isInstanceOf(SdkClientException.class);
        assertThat(isPut()).isTrue();
    }

    @Test
    void aMessageWhoseReplyWasLostIsInItsQueue() {
        fault("lost-reply:operator:sqs:SendMessage:EmailQueue");

        assertThatThrownBy(this::send).isInstanceOf(SdkClientException.class);
        assertThat(running.drain("EmailQueue")).hasSize(1);
    }

    @Test
    void aTransactionWhoseReplyWasLostIsDoneOnceHoweverOftenItIsRepeatedUnderItsToken() {
        fault("lost-reply:operator:dynamodb:TransactWriteItems");
        assertThatThrownBy(() -> transact(sku)).isInstanceOf(SdkClientException.class);
        running.faults.calm();

        transact(sku);

        assertThat(dynamoDb.getItem(get -> get.tableName("Stock").key(key())).item().get("available").n())
                .isEqualTo("1");
    }

    @Test
    void aCallWaitsForItsLatencyAndIsThenServed() {
        fault("latency:operator:dynamodb:PutItem:30ms");
        long start = System.nanoTime();

        put();

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
        assertThat(isPut()).isTrue();
        assertThat(running.faults.counts()).containsKey("latency");
    }

    @Test
    void aFunctionIsHitByItsNameAndTheOperatorIsNot() {
        fault("error:Processor:dynamodb");

        put();
        assertThatThrownBy(() -> running.processor(DynamoDbClient.builder())
                .updateItem(update -> update.tableName("Stock").key(key())))
                .isInstanceOf(InternalServerErrorException.class);
    }

    private static void fault(String rules) {
        running.faults.start(FaultPlan.parse(rules, 1));
    }

    private void put() {
        dynamoDb.putItem(put -> put.tableName("Stock").item(key()));
    }

    private void send() {
        sqs.sendMessage(send -> send.queueUrl(running.queueUrl("EmailQueue")).messageBody(sku));
    }

    private void transact(String token) {
        dynamoDb.transactWriteItems(write -> write.clientRequestToken(token).transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("Orders")
                        .item(Map.of("orderId", AttributeValue.fromS(sku)))
                        .conditionExpression("attribute_not_exists(orderId)")).build(),
                TransactWriteItem.builder().update(update -> update.tableName("Stock").key(key())
                        .updateExpression("ADD available :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))).build()));
    }

    private List<String> reasons() {
        return catchThrowableOfType(TransactionCanceledException.class, () -> transact(sku))
                .cancellationReasons().stream().map(CancellationReason::code).toList();
    }

    private boolean isPut() {
        return dynamoDb.getItem(get -> get.tableName("Stock").key(key()).consistentRead(true)).hasItem();
    }

    private Map<String, AttributeValue> key() {
        return Map.of("sku", AttributeValue.fromS(sku));
    }
}
