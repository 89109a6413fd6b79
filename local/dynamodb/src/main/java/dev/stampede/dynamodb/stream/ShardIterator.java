package dev.stampede.dynamodb.stream;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A position in a shard, as a text for whoever reads it. Good for 15 minutes.
///
/// @param next the lowest sequence number that has not been read
public record ShardIterator(String stream, int shard, long next, Instant issued) {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    String text() {
        String parts = String.join("|", stream, Integer.toString(shard), Long.toString(next),
                Long.toString(issued.toEpochMilli()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /// The ARN of the stream that an iterator reads; empty when the text is none.
    public static Optional<String> streamOf(String text) {
        try {
            return Optional.of(read(text).stream());
        } catch (DynamoDbException e) {
            return Optional.empty();
        }
    }

    /// @throws DynamoDbException when it is none, or was issued too long ago
    static ShardIterator read(String text, Instant now) {
        ShardIterator iterator = read(text);
        if (iterator.issued.plus(GOOD_FOR).isBefore(now)) {
            throw DynamoDbException.refused(
                    "ExpiredIteratorException",
                    "The shard iterator was issued more than 15 minutes ago: ask for another");
        }
        return iterator;
    }

    private static ShardIterator read(String text) {
        try {
            String parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] fields = parts.split("\\|", 5);
            if (fields.length == 4) {
                int shard = Math.clamp(number(fields[1]), 0, Integer.MAX_VALUE);
                Instant issued = Instant.ofEpochMilli(number(fields[3]));
                return new ShardIterator(fields[0], shard, number(fields[2]), issued);
            }
        } catch (IllegalArgumentException _) {
            // Not ours, as what has another form.
        }
        throw DynamoDbException.validation("Invalid ShardIterator");
    }

    /// @throws IllegalArgumentException when it is none that this class has written
    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
