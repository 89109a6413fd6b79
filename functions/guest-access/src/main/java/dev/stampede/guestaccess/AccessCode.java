package dev.stampede.guestaccess;

import dev.stampede.lambda.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What is kept of a mailed code: an HMAC over order, address and code. There are few codes, so without the secret a
/// bare hash could be tried through.
final class AccessCode {

    private AccessCode() {}

    static String hash(String orderId, String email, String code, SigningKey key) {
        // A receipt's text begins with an order's id: no code can pass for one, nor the other way round.
        String text = "access-code:" + orderId + ":" + email.toLowerCase(Locale.ROOT) + ":" + code;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
