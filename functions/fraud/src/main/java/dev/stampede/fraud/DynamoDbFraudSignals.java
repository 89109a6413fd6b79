package dev.stampede.fraud;

import static dev.stampede.model.table.Attributes.required;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Signals as sets of order ids: adding to a set is idempotent by itself, where a number would count a repeat again.
public final class DynamoDbFraudSignals implements FraudSignals {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamoDb;
    private final String fraudSignalsTable;
    private final InstantSource clock;

    public DynamoDbFraudSignals(DynamoDbClient dynamoDb, String fraudSignalsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.fraudSignalsTable = Objects.requireNonNull(fraudSignalsTable, "fraudSignalsTable");
        this.clock = clock;
    }

    @Override
    public int count(String signal, String orderId) {
        long expiresAt = clock.instant().plus(KEPT).getEpochSecond();
        try {
            Map<String, AttributeValue> counted = dynamoDb.updateItem(update -> update.tableName(fraudSignalsTable)
                    .key(Map.of("signal", AttributeValue.fromS(signal)))
                    .updateExpression("ADD orderIds :order SET expiresAt = :expiresAt")
                    .conditionExpression("attribute_not_exists(orderIds) OR size(orderIds) < :counted"
                            + " OR contains(orderIds, :orderId)")
                    .expressionAttributeValues(Map.of(
                            ":order", AttributeValue.fromSs(List.of(orderId)),
                            ":orderId", AttributeValue.fromS(orderId),
                            ":counted", AttributeValue.fromN(Integer.toString(COUNTED)),
                            ":expiresAt", AttributeValue.fromN(Long.toString(expiresAt))))
                    .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes();
            return required(counted, "orderIds").ss().size();
        } catch (ConditionalCheckFailedException e) {
            return COUNTED;
        }
    }
}
