package dev.stampede.cloud.cognito;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// A user that every user pool has here from the start. The passwords are fixed and printed: there is nothing to
/// protect on a laptop.
public record DemoUser(String email, String password, String group) {

    static final List<DemoUser> ALL = List.of(
            new DemoUser("admin@example.com", "Stampede-admin-1", "admin"),
            new DemoUser("shopper@example.com", "Stampede-shopper-1", "customer"));

    /// The same on every machine, so that what is recorded for a user stays theirs after a reset.
    String sub() {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
