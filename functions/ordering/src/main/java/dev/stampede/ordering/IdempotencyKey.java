package dev.stampede.ordering;

import dev.stampede.model.CartId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The client's name for one attempt to order; it decides the order's id, so that a retry names the same order.
///
/// @param fresh made here because the client sent none: no order can have it yet
record IdempotencyKey(String value, boolean fresh) {

    /// Keys of guests share one scope: a key sent again with another address is a reused key, not another order.
    private static final String GUEST_SCOPE = "guest";

    /// A namespace of the shop's own, as RFC 9562 section 6.6 allows.
    private static final UUID NAMESPACE = UUID.fromString("5c1f6d0a-2f0e-4c8e-9d57-6f0b8f1f7a11");

    /// So many of the characters that a key is made of hold 128 bits; a UUID has more.
    private static final int UNGUESSABLE = 22;
    /// In which a retry comes.
    private static final Duration RETRY = Duration.ofMinutes(5);

    static IdempotencyKey sent(String value) {
        return new IdempotencyKey(value, false);
    }

    static IdempotencyKey fresh(UUID random) {
        return new IdempotencyKey(random.toString(), true);
    }

    /// Whether who sends it is surely who ordered under it. A short one may be guessed, and the order with it, so it
    /// shows that only while retries come.
    boolean proves(Instant ordered, Instant now) {
        return value.length() >= UNGUESSABLE || now.isBefore(ordered.plus(RETRY));
    }

    String orderId() {
        return orderId(GUEST_SCOPE);
    }

    /// Each cart is a scope of its own, apart from those of the orders that come without one: who holds a cart's token
    /// names orders of this cart and no others.
    String orderIdIn(CartId cart) {
        return orderId("cart:" + cart.value());
    }

    /// A name-based UUID, version 5 (RFC 9562 section 5.5).
    private String orderId(String scope) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest((scope + ":" + value).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
