package dev.stampede.model;

import java.util.Optional;

/// Proof of having placed an order with a certain body. The token is half of the body's fingerprint and half of an
/// HMAC-SHA256 over the order id and that; 128 bits of each are as good as never guessed, and short enough for a
/// header.
public record Receipt(String orderId, String fingerprintHead) {

    /// 16 bytes in base64url.
    private static final int HALF = 22;

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
        return Hmac.isSame(claimed.signature(secret), token.substring(split)) ? Optional.of(claimed) : Optional.empty();
    }

    /// Whether the recorded order is the one that this receipt was given for, not another body under the same key.
    public boolean isFor(PlacedOrder placed) {
        return equals(of(placed));
    }

    private String signature(byte[] secret) {
        return Hmac.token(orderId + ":" + fingerprintHead, secret);
    }

    private static String head(String fingerprint) {
        return fingerprint.substring(0, Math.min(HALF, fingerprint.length()));
    }
}
