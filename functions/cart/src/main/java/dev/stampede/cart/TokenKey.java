package dev.stampede.cart;

/// The secret that cart tokens are made with.
@FunctionalInterface
public interface TokenKey {

    byte[] secret();
}
