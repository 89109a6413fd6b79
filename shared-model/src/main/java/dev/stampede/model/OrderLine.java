package dev.stampede.model;

import java.util.Objects;

/// One SKU of an order at the price in force when the order was accepted.
public record OrderLine(String sku, String name, Money unitPrice, int quantity) {

    public static final int MAX_QUANTITY = 10;

    public OrderLine {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(name, "name");
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 1 to " + MAX_QUANTITY);
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
