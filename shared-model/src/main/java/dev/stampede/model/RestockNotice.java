package dev.stampede.model;

import java.util.Objects;

/// Somebody who waits for units of a product.
///
/// @param recipient names their mailbox, however the address is written
/// @param email     as it was written
public record RestockNotice(String productId, String recipient, String email) {

    public RestockNotice {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(email, "email");
    }
}
