package dev.stampede.model;

import java.util.Objects;
import java.util.Optional;

/// One SKU of an order, under the terms in force when the order was accepted.
///
/// @param limitPerCustomer units of it that the customer may have in all, this line included
/// @param sale             the sale it is bought in
public record OrderLine(
        String sku,
        String name,
        Money unitPrice,
        int quantity,
        Optional<Integer> limitPerCustomer,
        Optional<SaleUnits> sale) {

    /// @param id    the sale's id
    /// @param units how many may be sold in it in all
    public record SaleUnits(String id, long units) {
        public SaleUnits {
            Objects.requireNonNull(id, "id");
            if (units < 1) {
                throw new IllegalArgumentException("a sale has at least one unit");
            }
        }
    }

    public static final int MAX_QUANTITY = 10;

    public OrderLine {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(name, "name");
        if (unitPrice.minorUnits() < 0) {
            throw new IllegalArgumentException("a unit price is not below zero");
        }
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 1 to " + MAX_QUANTITY);
        }
        if (limitPerCustomer.filter(limit -> limit < 1).isPresent()) {
            throw new IllegalArgumentException("a limit per customer is at least 1");
        }
    }

    /// A line without a sale or a limit.
    public OrderLine(String sku, String name, Money unitPrice, int quantity) {
        this(sku, name, unitPrice, quantity, Optional.empty(), Optional.empty());
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    /// What a purchase limit counts by: each sale of a SKU counts apart.
    public String limitScope() {
        return sale.map(it -> sku + "@" + it.id()).orElse(sku);
    }
}
