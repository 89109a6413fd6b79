package dev.stampede.catalog;

import dev.stampede.lambda.Cancellation;
import dev.stampede.model.table.RestockNoticesTable;
import dev.stampede.model.table.RestockNoticesTable.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

public final class DynamoDbRestockNotices implements RestockNotices {

    /// In 30 days, and so the mails that strangers can have sent to an address.
    static final int MAX_OF_AN_ADDRESS = 10;

    private final DynamoDbClient dynamoDb;
    private final String noticesTable;

    public DynamoDbRestockNotices(DynamoDbClient dynamoDb, String noticesTable) {
        this.dynamoDb = dynamoDb;
        this.noticesTable = Objects.requireNonNull(noticesTable, "noticesTable");
    }

    @Override
    public Outcome note(String productId, String email, Instant now) {
        String recipient = RestockNoticesTable.recipient(email);
        TransactWriteItem note = TransactWriteItem.builder()
                .put(put -> put
                        .tableName(noticesTable)
                        .item(RestockNoticesTable.toItem(new Notice(productId, recipient, email), now))
                        // What has expired may be there for days until DynamoDB deletes it.
                        .conditionExpression("attribute_not_exists(" + RestockNoticesTable.KEY + ") OR "
                                + RestockNoticesTable.EXPIRES_AT + " <= :now")
                        .expressionAttributeValues(Map.of(
                                ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))))
                .build();
        TransactWriteItem count =
                RestockNoticesTable.count(recipient, now, MAX_OF_AN_ADDRESS).action(noticesTable);
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(note, count));
            return Outcome.NOTED;
        } catch (TransactionInProgressException _) {
            return Outcome.BUSY;
        } catch (TransactionCanceledException e) {
            List<CancellationReason> reasons = e.cancellationReasons();
            if (Cancellation.isFailedCondition(reasons.getFirst())) {
                return Outcome.NOTED_BEFORE;
            }
            return Cancellation.isFailedCondition(reasons.getLast()) ? Outcome.TOO_MANY : Outcome.BUSY;
        }
    }

    @Override
    public void waitFor(String productId, Instant now) {
        dynamoDb.putItem(put -> put.tableName(noticesTable).item(RestockNoticesTable.waiting(productId, now)));
    }
}
