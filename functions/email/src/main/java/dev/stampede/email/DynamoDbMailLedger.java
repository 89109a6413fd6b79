package dev.stampede.email;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.email.MailLedger.Claim.AlreadySent;
import dev.stampede.email.MailLedger.Claim.Busy;
import dev.stampede.email.MailLedger.Claim.Granted;
import dev.stampede.model.table.ConditionalUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The ledger in the Emails table: `state` SENDING or SENT, `lease` and `leaseUntil` (epoch milliseconds) of the last
/// claim, unless it was given back.
public final class DynamoDbMailLedger implements MailLedger {

    /// Longer than a call to SES may take, shorter than the queue's visibility timeout.
    static final Duration LEASE = Duration.ofMinutes(1);

    /// Longer than a dead-letter queue keeps a message (14 days): after that no repeat can come.
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Map<String, String> STATE = Map.of("#state", "state");

    private final DynamoDbClient dynamoDb;
    private final String emailsTable;
    private final InstantSource clock;

    public DynamoDbMailLedger(DynamoDbClient dynamoDb, String emailsTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.emailsTable = Objects.requireNonNull(emailsTable, "emailsTable");
        this.clock = clock;
    }

    @Override
    public Claim claim(String mailId) {
        Instant now = clock.instant();
        String lease = UUID.randomUUID().toString();
        ConditionalUpdate claim = new ConditionalUpdate(
                key(mailId),
                "SET #state = :sending, lease = :lease, leaseUntil = :until, expiresAt = :expiresAt",
                "attribute_not_exists(mailId)"
                        + " OR (#state = :sending AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now))",
                STATE,
                Map.of(
                        ":sending", AttributeValue.fromS("SENDING"),
                        ":lease", AttributeValue.fromS(lease),
                        ":now", number(now.toEpochMilli()),
                        ":until", number(now.plus(LEASE).toEpochMilli()),
                        ":expiresAt", number(now.plus(KEPT).getEpochSecond())));
        try {
            dynamoDb.updateItem(claim.request(emailsTable));
            return new Granted(lease);
        } catch (ConditionalCheckFailedException e) {
            return required(e.item(), "state").s().equals("SENT") ? new AlreadySent() : new Busy();
        }
    }

    @Override
    public void release(String mailId, String lease) {
        ConditionalUpdate free = new ConditionalUpdate(
                key(mailId),
                "REMOVE lease, leaseUntil",
                "lease = :lease AND #state = :sending",
                STATE,
                Map.of(":sending", AttributeValue.fromS("SENDING"), ":lease", AttributeValue.fromS(lease)));
        try {
            dynamoDb.updateItem(free.request(emailsTable));
        } catch (ConditionalCheckFailedException _) {
            // Somebody else has it now.
        }
    }

    @Override
    public boolean complete(String mailId, String lease) {
        ConditionalUpdate sent = new ConditionalUpdate(
                key(mailId),
                "SET #state = :sent",
                "lease = :lease",
                STATE,
                Map.of(":sent", AttributeValue.fromS("SENT"), ":lease", AttributeValue.fromS(lease)));
        try {
            dynamoDb.updateItem(sent.request(emailsTable));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String mailId) {
        return Map.of("mailId", AttributeValue.fromS(mailId));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
