package dev.stampede.ordering;

import dev.stampede.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// SHA-256 over what makes two requests the same one.
final class Fingerprint {

    private Fingerprint() {}

    static String of(Map<String, Object> canonical) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(Json.write(canonical)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
