package dev.stampede.lambda;

/// The secret that tokens are made and recognised with: those of receipts, of carts, and of codes in the mail.
@FunctionalInterface
public interface SigningKey {

    byte[] secret();
}
