package dev.stampede.dynamodb.stream;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A position in a shard, as a text for whoever reads it. Good for 15 minutes.
///
/// @param next the lowest sequence number that has not been read
public record ShardIterator(String stream, int shard, long next, Instant issued) {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final Pattern FORM = Pattern.compile("(.{1,1000})\\|(\\d{1,9})\\|(\\d{1,18})\\|(\\d{1,18})");

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
            Matcher matcher = FORM.matcher(parts);
            if (matcher.matches()) {
                return new ShardIterator(
                        matcher.group(1),
                        Integer.parseInt(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(4))));
            }
        } catch (IllegalArgumentException _) {
            // Not ours, as what has another form.
        }
        throw DynamoDbException.validation("Invalid ShardIterator");
    }
}
