package dev.stampede.model;

/// Names what counts a customer's purchases of something that is limited.
public final class PurchaseCounter {

    private PurchaseCounter() {}

    /// The counter that a line adds to: a digest of the customer's identity, `#`, and what the limit counts by. The
    /// identity is hashed, so that what is kept is no list of customers. Who is known to own an address counts apart
    /// from everybody who writes it, so that no stranger uses up an owner's limit.
    public static String of(Customer customer, OrderLine line) {
        String who = (customer.proven() ? "the owner of " : "") + customer.identity();
        return Digest.hex(who).substring(0, 32) + "#" + line.limitScope();
    }
}
