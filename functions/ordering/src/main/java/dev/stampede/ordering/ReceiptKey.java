package dev.stampede.ordering;

/// The secret that receipts are signed with.
@FunctionalInterface
public interface ReceiptKey {

    byte[] secret();
}
