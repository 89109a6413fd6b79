package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/// Units of one SKU in a cart.
///
/// @param priceWhenAdded what one cost when units were last put in; told, never charged
/// @param expiresAt      when it is forgotten unless the cart is used, in whole seconds
/// @param keys           marks of the requests that put units in last, so that none of them does it twice
///                       ([CartAddition])
public record CartLine(
        String sku, int quantity, Money priceWhenAdded, Instant addedAt, Instant expiresAt, Set<String> keys) {

    public CartLine {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(priceWhenAdded, "priceWhenAdded");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        keys = Set.copyOf(keys);
        if (quantity < 1 || quantity > OrderLine.MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 1 to " + OrderLine.MAX_QUANTITY);
        }
    }

    /// How many more units there is room for.
    public int room() {
        return OrderLine.MAX_QUANTITY - quantity;
    }

    public CartLine withQuantity(int units) {
        return new CartLine(sku, units, priceWhenAdded, addedAt, expiresAt, keys);
    }

    public CartLine keptUntil(Instant until) {
        return new CartLine(sku, quantity, priceWhenAdded, addedAt, until, keys);
    }
}
