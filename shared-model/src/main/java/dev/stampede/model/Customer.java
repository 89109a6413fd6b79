package dev.stampede.model;

import java.util.Locale;
import java.util.Optional;

/// Who an order is for: an e-mail address, a customer id, or both. Without an address no mail is sent.
public record Customer(Optional<String> email, Optional<String> id) {

    public Customer {
        email = email.map(address -> address.strip().toLowerCase(Locale.ROOT));
        if (email.isEmpty() && id.isEmpty()) {
            throw new IllegalArgumentException("a customer has an e-mail address or an id");
        }
    }
}
