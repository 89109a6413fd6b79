package dev.stampede.email;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.table.GuestAccessTable;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

public final class DynamoDbKeptCodes implements KeptCodes {

    private final DynamoDbClient dynamoDb;
    private final String guestAccessTable;

    public DynamoDbKeptCodes(DynamoDbClient dynamoDb, String guestAccessTable) {
        this.dynamoDb = dynamoDb;
        this.guestAccessTable = Objects.requireNonNull(guestAccessTable, "guestAccessTable");
    }

    @Override
    public boolean keep(AccessRequest request) {
        try {
            dynamoDb.updateItem(GuestAccessTable.keep(request).request(guestAccessTable));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return GuestAccessTable.optionalCode(e.item())
                    .filter(kept -> kept.requestId().equals(request.requestId()) && !kept.used())
                    .isPresent();
        }
    }
}
