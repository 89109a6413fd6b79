package dev.stampede.model;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Names a cart and says whose it is: a guest's id is random (UUID version 4), a customer's own is derived from the
/// subject of their token (version 8). Whoever shows the id's token holds the cart; nothing has to be stored for that,
/// and nothing be looked up to refuse it.
public record CartId(String value) {

    private static final Duration GUESTS_KEPT = Duration.ofDays(1);
    private static final Duration CUSTOMERS_KEPT = Duration.ofDays(7);

    private static final String TOKEN = "cart:";
    private static final String CUSTOMER = "cart of customer:";

    public CartId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no cart has such an id");
        }
    }

    /// Empty where a text can be no cart's id.
    public static Optional<CartId> of(String text) {
        return Optional.of(text).filter(CartId::isValid).map(CartId::new);
    }

    /// Of the versions and the variant of RFC 9562 that ids are made with here.
    private static boolean isValid(String text) {
        return Uuid.isValid(text) && "48".indexOf(text.charAt(14)) >= 0 && "89ab".indexOf(text.charAt(19)) >= 0;
    }

    /// @param random its version and variant are set here
    public static CartId ofGuest(UUID random) {
        return uuid(random.getMostSignificantBits(), random.getLeastSignificantBits(), 4);
    }

    /// The one cart of a customer, the same on every device.
    public static CartId ofCustomer(String subject, byte[] secret) {
        ByteBuffer mac = ByteBuffer.wrap(Hmac.of(CUSTOMER + subject, secret));
        return uuid(mac.getLong(), mac.getLong(), 8);
    }

    public String token(byte[] secret) {
        return Hmac.token(TOKEN + value, secret);
    }

    public boolean opensWith(String token, byte[] secret) {
        return Hmac.isSame(token(secret), token);
    }

    public boolean isGuests() {
        return value.charAt(14) == '4';
    }

    /// How long what is in it is kept after it was last used.
    public Duration kept() {
        return isGuests() ? GUESTS_KEPT : CUSTOMERS_KEPT;
    }

    /// Until when what is used now is kept: whole seconds, as DynamoDB's time to live has them.
    public Instant keptUntil(Instant now) {
        return now.plus(kept()).truncatedTo(ChronoUnit.SECONDS);
    }

    /// RFC 9562, sections 5.4 and 5.8.
    private static CartId uuid(long high, long low, int version) {
        return new CartId(new UUID(
                high & 0xffff_ffff_ffff_0fffL | (long) version << 12,
                low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L).toString());
    }
}
