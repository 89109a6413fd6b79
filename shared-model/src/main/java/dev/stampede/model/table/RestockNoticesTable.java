package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Customer;
import dev.stampede.model.Digest;
import dev.stampede.model.RestockNotice;
import dev.stampede.model.wire.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who wants to be told that units of a product are back, keyed by `productId` and `recipient`, a digest of the
/// address. Two more kinds of items live under keys that no product has: `#waiting` lists the products that somebody
/// waits for, and `#asked#` counts what one address asked for in a window of time. All of them expire.
public final class RestockNoticesTable {

    public static final String KEY = "productId";
    public static final String SORT = "recipient";
    public static final String EXPIRES_AT = "expiresAt";
    public static final String ASKED_AT = "askedAt";

    /// The partition that lists the products that somebody waits for.
    public static final String WAITING = "#waiting";

    /// How long somebody waits; also the window in which requests of one address are counted.
    public static final Duration KEPT = Duration.ofDays(30);

    private RestockNoticesTable() {}

    public static Map<String, AttributeValue> key(String productId, String recipient) {
        return Map.of(KEY, text(productId), SORT, text(recipient));
    }

    /// The same for every way in which one mailbox can be written: who has it can be asked for once only.
    public static String recipient(String email) {
        String identity = new Customer(Optional.of(email), Optional.empty()).identity();
        return Digest.hex(identity).substring(0, 32);
    }

    public static Map<String, AttributeValue> toItem(RestockNotice notice, Instant askedAt) {
        return Map.of(
                KEY, text(notice.productId()),
                SORT, text(notice.recipient()),
                "email", text(notice.email()),
                ASKED_AT, text(Timestamps.format(askedAt)),
                EXPIRES_AT, number(askedAt.plus(KEPT).getEpochSecond()));
    }

    public static RestockNotice fromItem(Map<String, AttributeValue> item) {
        return new RestockNotice(text(item, KEY), text(item, SORT), text(item, "email"));
    }

    /// That somebody waits for a product.
    public static Map<String, AttributeValue> waiting(String productId, Instant askedAt) {
        return Map.of(
                KEY, text(WAITING),
                SORT, text(productId),
                ASKED_AT, text(Timestamps.format(askedAt)),
                EXPIRES_AT, number(askedAt.plus(KEPT).getEpochSecond()));
    }

    /// Counts one more request of an address, only while it made fewer than the limit since the window began.
    public static ConditionalUpdate count(String recipient, Instant askedAt, int limit) {
        long window = askedAt.getEpochSecond() / KEPT.toSeconds();
        return new ConditionalUpdate(
                key("#asked#" + recipient, Long.toString(window)),
                "SET asked = if_not_exists(asked, :none) + :one, " + EXPIRES_AT + " = :expiresAt",
                "attribute_not_exists(asked) OR asked < :limit",
                Map.of(),
                Map.of(
                        ":none", number(0),
                        ":one", number(1),
                        ":limit", number(limit),
                        ":expiresAt", number(askedAt.plus(KEPT).getEpochSecond())));
    }
}
