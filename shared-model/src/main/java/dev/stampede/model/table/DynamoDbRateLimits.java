package dev.stampede.model.table;

import dev.stampede.model.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Counts by quarters of the hour. Across the border of two there may be twice as many, which is still few.
public final class DynamoDbRateLimits implements RateLimits {

    private final DynamoDbClient dynamoDb;
    private final String guestAccessTable;
    private final InstantSource clock;

    public DynamoDbRateLimits(DynamoDbClient dynamoDb, String guestAccessTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.guestAccessTable = Objects.requireNonNull(guestAccessTable, "guestAccessTable");
        this.clock = clock;
    }

    @Override
    public Optional<Duration> take(String what, int times, int most) {
        Instant now = clock.instant();
        long seconds = WINDOW.toSeconds();
        Instant start = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
        Instant end = start.plus(WINDOW);
        try {
            dynamoDb.updateItem(GuestAccessTable.count(what, times, most, start, end).request(guestAccessTable));
            return Optional.empty();
        } catch (ConditionalCheckFailedException _) {
            return Optional.of(Duration.between(now, end));
        }
    }
}
