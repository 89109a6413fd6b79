package dev.stampede.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names a cart and says whose it is: a guest's id is random (UUID version 4), a customer's own is derived from the
/// subject of their token (version 8). Whoever shows the id's token holds the cart; nothing has to be stored for that,
/// and nothing be looked up to refuse it.
public record CartId(String value) {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Duration GUESTS_KEPT = Duration.ofDays(1);
    private static final Duration CUSTOMERS_KEPT = Duration.ofDays(7);
    /// 128 bits are as good as never guessed, and short enough for a header.
    private static final int MAC_BYTES = 16;

    // The secret signs receipts too. What it signs there begins with an order's id, so that neither of these opens an
    // order and no receipt a cart.
    private static final String TOKEN = "cart:";
    private static final String CUSTOMER = "cart of customer:";

    public CartId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no cart has such an id");
        }
    }

    /// Empty where a text can be no cart's id.
    public static Optional<CartId> of(String text) {
        return Optional.of(text).filter(it -> FORM.matcher(it).matches()).map(CartId::new);
    }

    /// @param random its version and variant are set here
    public static CartId ofGuest(UUID random) {
        return uuid(random.getMostSignificantBits(), random.getLeastSignificantBits(), 4);
    }

    /// The one cart of a customer, the same on every device.
    public static CartId ofCustomer(String subject, byte[] secret) {
        ByteBuffer mac = ByteBuffer.wrap(mac(CUSTOMER + subject, secret));
        return uuid(mac.getLong(), mac.getLong(), 8);
    }

    public String token(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Arrays.copyOf(mac(TOKEN + value, secret), MAC_BYTES));
    }

    /// In constant time, so that a wrong token cannot be mended letter by letter.
    public boolean opensWith(String token, byte[] secret) {
        return MessageDigest.isEqual(
                token(secret).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
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

    private static byte[] mac(String text, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
