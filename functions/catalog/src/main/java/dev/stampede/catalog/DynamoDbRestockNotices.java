package dev.stampede.catalog;

import dev.stampede.lambda.Transaction;
import dev.stampede.lambda.Transaction.Outcome.Committed;
import dev.stampede.lambda.Transaction.Outcome.Impossible;
import dev.stampede.lambda.Transaction.Outcome.Refused;
import dev.stampede.lambda.Transaction.Outcome.Unanswered;
import dev.stampede.model.RestockNotice;
import dev.stampede.model.table.RestockNoticesTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
                        .item(RestockNoticesTable.toItem(new RestockNotice(productId, recipient, email), now))
                        // What has expired may be there for days until DynamoDB deletes it.
                        .conditionExpression("attribute_not_exists(" + RestockNoticesTable.KEY + ") OR "
                                + RestockNoticesTable.EXPIRES_AT + " <= :now")
                        .expressionAttributeValues(Map.of(
                                ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))))
                .build();
        TransactWriteItem count =
                RestockNoticesTable.count(recipient, now, MAX_OF_AN_ADDRESS).action(noticesTable);
        return switch (Transaction.write(dynamoDb, List.of(note, count))) {
            case Committed _ -> Outcome.NOTED;
            case Refused refused -> refusal(refused);
            case Transaction.Outcome.Busy _ -> Outcome.BUSY;
            case Unanswered(SdkException cause) -> throw cause;
            case Impossible(_, SdkException cause) -> throw cause;
        };
    }

    private static Outcome refusal(Refused refused) {
        if (refused.isFailed(0)) {
            return Outcome.NOTED_BEFORE;
        }
        // A conflict hides whether there is a notice: only where there is none does the count matter.
        return refused.isContended() ? Outcome.BUSY : Outcome.TOO_MANY;
    }

    @Override
    public void waitFor(String productId, Instant now) {
        dynamoDb.putItem(put -> put.tableName(noticesTable).item(RestockNoticesTable.waiting(productId, now)));
    }
}
