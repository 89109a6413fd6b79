package dev.stampede.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Texts signed with HMAC-SHA256 under the shop's one secret. Each kind of text begins in a way of its own, so that
/// what was signed for one purpose is worth nothing for another: `address:`, `cart:`, `cart of customer:` and
/// `access-code:`; that of a receipt begins with an order's id.
public final class Hmac {

    /// 128 bits are as good as never guessed, and short enough for a header.
    private static final int TOKEN_BYTES = 16;

    private Hmac() {}

    /// All 32 bytes.
    public static byte[] of(String text, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /// Half of it, in 22 characters of base64url.
    public static String token(String text, byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(of(text, secret), TOKEN_BYTES));
    }

    /// Compared in constant time, so that a wrong token cannot be mended letter by letter.
    public static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
