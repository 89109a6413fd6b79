package dev.stampede.email;

import dev.stampede.model.table.GuestAccessTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Counts by days in UTC, in the table that counts how often guests ask for codes.
public final class DynamoDbMailCounts implements MailCounts {

    private static final String WHAT = "mail for ";

    private final DynamoDbClient dynamoDb;
    private final String guestAccessTable;
    private final int most;
    private final InstantSource clock;

    /// @param most mails of one mailbox in a day
    public DynamoDbMailCounts(DynamoDbClient dynamoDb, String guestAccessTable, int most, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.guestAccessTable = Objects.requireNonNull(guestAccessTable, "guestAccessTable");
        this.most = most;
        this.clock = clock;
    }

    @Override
    public boolean take(String mailbox, int mails) {
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        try {
            dynamoDb.updateItem(GuestAccessTable
                    .count(WHAT + mailbox, mails, most, day, day.plus(1, ChronoUnit.DAYS))
                    .request(guestAccessTable));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public void giveBack(String mailbox, int mails) {
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        try {
            dynamoDb.updateItem(GuestAccessTable.uncount(WHAT + mailbox, mails, day).request(guestAccessTable));
        } catch (ConditionalCheckFailedException _) {
            // They were counted yesterday.
        }
    }
}
