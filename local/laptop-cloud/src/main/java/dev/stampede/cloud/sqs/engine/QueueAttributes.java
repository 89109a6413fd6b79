package dev.stampede.cloud.sqs.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What can be set of a standard queue
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html).
final class QueueAttributes {

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_VISIBILITY = 43_200;
    static final int MOST_DELAY = 900;
    static final int MOST_WAIT = 20;

    private record Range(int from, int to, int usual) {}

    private static final Map<String, Range> RANGES = Map.of(
            "DelaySeconds", new Range(0, MOST_DELAY, 0),
            "MaximumMessageSize", new Range(1024, MOST_BYTES, MOST_BYTES),
            "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
            "ReceiveMessageWaitTimeSeconds", new Range(0, MOST_WAIT, 0),
            "VisibilityTimeout", new Range(0, MOST_VISIBILITY, 30),
            "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400, 300));
    private static final Set<String> FIFO =
            Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");
    /// Texts; an empty one takes the attribute back.
    private static final Set<String> TEXTS =
            Set.of("Policy", RedrivePolicy.NAME, RedriveAllowPolicy.NAME, "KmsMasterKeyId", "SqsManagedSseEnabled");

    private static final Set<String> READ_ONLY = Set.of("QueueArn", "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed", "CreatedTimestamp",
            "LastModifiedTimestamp");

    static final QueueAttributes USUAL = new QueueAttributes(new TreeMap<>(Map.of("SqsManagedSseEnabled", "true")));

    private final SortedMap<String, String> set;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Optional<RedrivePolicy> redrive;
    private final RedriveAllowPolicy redriveAllow;

    private QueueAttributes(SortedMap<String, String> set) {
        this.set = set;
        RANGES.forEach((name, range) -> numbers.put(name, number(name, range)));
        this.redrive = Optional.ofNullable(set.get(RedrivePolicy.NAME)).map(RedrivePolicy::parse);
        this.redriveAllow = Optional.ofNullable(set.get(RedriveAllowPolicy.NAME))
                .map(RedriveAllowPolicy::parse)
                .orElse(RedriveAllowPolicy.ALL);
    }

    private int number(String name, Range range) {
        String text = set.get(name);
        if (text == null) {
            return range.usual();
        }
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= range.from() && value <= range.to()) {
                return value;
            }
        }
        throw new SqsException(SqsException.Code.INVALID_ATTRIBUTE_VALUE, "Invalid value for the parameter " + name
                + ". Reason: " + text + " is not from " + range.from() + " to " + range.to() + ".");
    }

    /// @throws SqsException when one is unknown, out of its range, or of FIFO queues only
    QueueAttributes with(Map<String, String> changes) {
        SortedMap<String, String> changed = new TreeMap<>(set);
        changes.forEach((name, value) -> {
            if (FIFO.contains(name)) {
                throw new SqsException(SqsException.Code.UNSUPPORTED,
                        name + " is of FIFO queues, which are not served here; there are standard queues only.");
            }
            if (!RANGES.containsKey(name) && !TEXTS.contains(name)) {
                throw new SqsException(SqsException.Code.INVALID_ATTRIBUTE_NAME, "Unknown Attribute " + name + ".");
            }
            if (name.equals("SqsManagedSseEnabled") && !Set.of("true", "false").contains(value)) {
                throw new SqsException(SqsException.Code.INVALID_ATTRIBUTE_VALUE,
                        "Invalid value for the parameter SqsManagedSseEnabled. Reason: it is true or false.");
            }
            if (value.isEmpty() && TEXTS.contains(name)) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new QueueAttributes(changed);
    }

    /// Whether it may be asked for.
    static boolean isKnown(String name) {
        return RANGES.containsKey(name) || TEXTS.contains(name) || READ_ONLY.contains(name) || FIFO.contains(name);
    }

    SortedMap<String, String> set() {
        return Collections.unmodifiableSortedMap(set);
    }

    /// All of them, those that nobody set with what they usually are.
    SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>(set);
        numbers.forEach((name, value) -> {
            if (!name.startsWith("Kms") || set.containsKey("KmsMasterKeyId")) {
                all.put(name, Integer.toString(value));
            }
        });
        return all;
    }

    private int number(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    int delaySeconds() {
        return number("DelaySeconds");
    }

    int maximumMessageSize() {
        return number("MaximumMessageSize");
    }

    Duration retention() {
        return Duration.ofSeconds(number("MessageRetentionPeriod"));
    }

    int waitSeconds() {
        return number("ReceiveMessageWaitTimeSeconds");
    }

    int visibilityTimeout() {
        return number("VisibilityTimeout");
    }

    Optional<RedrivePolicy> redrive() {
        return redrive;
    }

    RedriveAllowPolicy redriveAllow() {
        return redriveAllow;
    }
}
