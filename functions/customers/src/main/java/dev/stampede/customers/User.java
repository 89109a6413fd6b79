package dev.stampede.customers;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Somebody who has an account.
///
/// @param id     the `sub` of their tokens
/// @param status Cognito's, such as `CONFIRMED`
public record User(String id, String email, boolean emailVerified, String status, Instant createdAt) {

    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    Map<String, Object> toTree() {
        return Json.object("id", id, "email", email, "emailVerified", emailVerified, "status", status,
                "createdAt", Timestamps.format(createdAt));
    }
}
