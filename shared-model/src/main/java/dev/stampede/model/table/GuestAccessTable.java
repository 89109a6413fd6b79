package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.optionalText;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.Digest;
import dev.stampede.model.KeptCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What guests need to open an order by a mailed code, keyed by `accessKey`: the newest code of an order, and how often
/// somebody tried in a stretch of time. All of it expires; time to live only tidies up, every condition looks at the
/// clock itself.
public final class GuestAccessTable {

    public static final String KEY = "accessKey";

    private GuestAccessTable() {}

    public static Map<String, AttributeValue> codeKey(String orderId) {
        return Map.of(KEY, text("code#" + orderId));
    }

    public static KeptCode code(Map<String, AttributeValue> item) {
        return new KeptCode(text(item, "requestId"), text(item, "codeHash"), item.containsKey("usedAt"));
    }

    /// The item of a failed condition, where it is a code.
    public static Optional<KeptCode> optionalCode(Map<String, AttributeValue> item) {
        return optionalText(item, "requestId").map(_ -> code(item));
    }

    /// Puts a code in the place of an older one. A repeat changes nothing: neither its tries nor that it was used.
    public static ConditionalUpdate keep(AccessRequest request) {
        return new ConditionalUpdate(
                codeKey(request.orderId()),
                "SET requestId = :id, requestedAt = :at, codeHash = :hash, tries = :none, expiresAt = :end REMOVE usedAt",
                "attribute_not_exists(accessKey) OR requestedAt < :at",
                Map.of(),
                Map.of(":id", text(request.requestId()), ":at", number(request.requestedAt().toEpochMilli()),
                        ":hash", text(request.codeHash()), ":none", number(0),
                        ":end", number(request.expiresAt().getEpochSecond())));
    }

    /// Counts a try before it is looked at, so that guesses at the same moment are counted as well.
    public static ConditionalUpdate tryOnce(String orderId, Instant now) {
        return new ConditionalUpdate(
                codeKey(orderId),
                "SET tries = tries + :one",
                "attribute_exists(accessKey) AND tries < :most AND expiresAt > :now AND attribute_not_exists(usedAt)",
                Map.of(),
                Map.of(":one", number(1), ":most", number(AccessRequest.MAX_TRIES),
                        ":now", number(now.getEpochSecond())));
    }

    /// Uses a code up; of two who have it one is first.
    public static ConditionalUpdate use(String orderId, String requestId, Instant now) {
        return new ConditionalUpdate(
                codeKey(orderId),
                "SET usedAt = :now",
                "requestId = :id AND attribute_not_exists(usedAt)",
                Map.of(),
                Map.of(":id", text(requestId), ":now", number(now.getEpochSecond())));
    }

    /// Counts somebody's tries within a stretch of time, only while they are no more than the most.
    ///
    /// @param what what is counted and for whom; hashed, for the table is no list of addresses
    public static ConditionalUpdate count(String what, int times, int most, Instant start, Instant end) {
        return new ConditionalUpdate(
                countKey(what, start),
                "SET seen = if_not_exists(seen, :none) + :times, expiresAt = :end",
                "attribute_not_exists(seen) OR seen <= :room",
                Map.of(),
                Map.of(":none", number(0), ":times", number(times), ":room", number(most - times),
                        ":end", number(end.getEpochSecond())));
    }

    /// Takes tries back that came to nothing, where they were counted.
    public static ConditionalUpdate uncount(String what, int times, Instant start) {
        return new ConditionalUpdate(
                countKey(what, start),
                "SET seen = seen - :times",
                "seen >= :times",
                Map.of(),
                Map.of(":times", number(times)));
    }

    private static Map<String, AttributeValue> countKey(String what, Instant start) {
        return Map.of(KEY, text("count#" + Digest.hex(what).substring(0, 32) + "#" + start.getEpochSecond()));
    }
}
