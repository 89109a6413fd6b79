package dev.stampede.guestaccess;

import dev.stampede.model.KeptCode;
import dev.stampede.model.table.ConditionalUpdate;
import dev.stampede.model.table.GuestAccessTable;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

public final class DynamoDbAccessCodes implements AccessCodes {

    private final DynamoDbClient dynamoDb;
    private final String guestAccessTable;
    private final InstantSource clock;

    public DynamoDbAccessCodes(DynamoDbClient dynamoDb, String guestAccessTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.guestAccessTable = Objects.requireNonNull(guestAccessTable, "guestAccessTable");
        this.clock = clock;
    }

    @Override
    public Optional<KeptCode> tryOnce(String orderId) {
        return changed(GuestAccessTable.tryOnce(orderId, clock.instant())).map(GuestAccessTable::code);
    }

    @Override
    public boolean use(String orderId, String requestId) {
        return changed(GuestAccessTable.use(orderId, requestId, clock.instant())).isPresent();
    }

    private Optional<Map<String, AttributeValue>> changed(ConditionalUpdate update) {
        try {
            return Optional.of(dynamoDb.updateItem(update.request(guestAccessTable).toBuilder()
                    .returnValues(ReturnValue.ALL_NEW).build()).attributes());
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }
}
