package dev.stampede.ordering;

import dev.stampede.model.Digest;
import dev.stampede.model.wire.Json;
import java.util.Base64;
import java.util.Map;

/// SHA-256 over what makes two requests the same one.
final class Fingerprint {

    private Fingerprint() {}

    static String of(Map<String, Object> canonical) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(Json.write(canonical)));
    }
}
