package dev.stampede.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proof of having placed an order with a certain body. The token is half of the body's fingerprint and half of an
/// HMAC-SHA256 over the order id and that; 128 bits of each are as good as never guessed, and short enough for a
/// header.
public record Receipt(String orderId, String fingerprintHead) {

    /// 16 bytes in base64url.
    private static final int HALF = 22;
    private static final int MAC_BYTES = 16;

    public static Receipt of(PlacedOrder placed) {
        return new Receipt(placed.orderId(), head(placed.fingerprint()));
    }

    /// @param secret that signs the tokens of carts and mailed codes too
    public String token(byte[] secret) {
        return fingerprintHead + signature(secret);
    }

    /// The receipt for this order, or empty where the token is not one.
    public static Optional<Receipt> read(String orderId, String token, byte[] secret) {
        if (token.length() < HALF || token.length() > 2 * HALF) {
            return Optional.empty();
        }
        int split = token.length() - HALF;
        Receipt claimed = new Receipt(orderId, token.substring(0, split));
        // In constant time, so that a wrong token cannot be mended letter by letter.
        return MessageDigest.isEqual(bytes(claimed.signature(secret)), bytes(token.substring(split)))
                ? Optional.of(claimed)
                : Optional.empty();
    }

    /// Whether the recorded order is the one that this receipt was given for, not another body under the same key.
    public boolean isFor(PlacedOrder placed) {
        return equals(of(placed));
    }

    private String signature(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal(bytes(orderId + ":" + fingerprintHead));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String head(String fingerprint) {
        return fingerprint.substring(0, Math.min(HALF, fingerprint.length()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
