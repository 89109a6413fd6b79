package dev.stampede.guestaccess;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Hmac;
import java.util.Base64;
import java.util.Locale;

/// What is kept of a mailed code: an HMAC over order, address and code. There are few codes, so without the secret a
/// bare hash could be tried through.
final class AccessCode {

    private AccessCode() {}

    static String hash(String orderId, String email, String code, SigningKey key) {
        // A receipt's text begins with an order's id: no code can pass for one, nor the other way round.
        String text = "access-code:" + orderId + ":" + email.toLowerCase(Locale.ROOT) + ":" + code;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.of(text, key.secret()));
    }
}
