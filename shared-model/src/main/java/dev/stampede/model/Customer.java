package dev.stampede.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who an order is for: an e-mail address, a customer id, or both. Without an address no mail is sent.
///
/// @param proven whether the address is surely theirs, for they were signed in with it; anybody can write any other
public record Customer(Optional<String> email, Optional<String> id, boolean proven) {

    /// Both names of one provider, which ignores dots: https://support.google.com/mail/answer/7436150
    private static final Set<String> IGNORE_DOTS = Set.of("gmail.com", "googlemail.com");

    /// Whoever says so.
    public Customer(Optional<String> email, Optional<String> id) {
        this(email, id, false);
    }

    public Customer {
        email = email.map(address -> address.strip().toLowerCase(Locale.ROOT));
        if (email.isEmpty() && id.isEmpty()) {
            throw new IllegalArgumentException("a customer has an e-mail address or an id");
        }
        if (proven && email.isEmpty()) {
            throw new IllegalArgumentException("it is an address that is proven");
        }
    }

    /// The same, known by more than their word.
    public Customer asProven() {
        return new Customer(email, id, true);
    }

    /// The same for every way in which one person can write one mailbox: case, a `+tag`, dots where the provider
    /// ignores them. Purchase limits count by it.
    public String identity() {
        return email.map(Customer::mailbox).orElseGet(() -> "id:" + id.orElseThrow().strip());
    }

    private static String mailbox(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "email:" + address;
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        int tag = local.indexOf('+');
        if (tag > 0) {
            local = local.substring(0, tag);
        }
        if (IGNORE_DOTS.contains(domain)) {
            local = local.replace(".", "");
            domain = "gmail.com";
        }
        return "email:" + local + "@" + domain;
    }
}
