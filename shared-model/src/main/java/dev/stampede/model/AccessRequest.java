package dev.stampede.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// A guest's wish to open an order with a mailed code instead of its receipt. Whether there is such an order, and
/// whether the address is its own, nobody has looked yet.
///
/// @param code     eight digits, to be mailed; the same however often the request is delivered
/// @param codeHash what is kept of the code
public record AccessRequest(
        String requestId, String orderId, String email, String code, String codeHash, Instant requestedAt) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);
    public static final int MAX_TRIES = 5;

    public AccessRequest {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(codeHash, "codeHash");
        Objects.requireNonNull(requestedAt, "requestedAt");
        email = email.strip().toLowerCase(Locale.ROOT);
        if (!code.matches("\\d{8}")) {
            throw new IllegalArgumentException("a code has eight digits");
        }
    }

    public Instant expiresAt() {
        return requestedAt.plus(LIFETIME);
    }

    /// The code is left out: what is logged by accident opens nothing.
    @Override
    public String toString() {
        return "AccessRequest[" + requestId + " for " + orderId + "]";
    }
}
