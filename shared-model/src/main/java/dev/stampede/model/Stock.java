package dev.stampede.model;

import java.util.Map;
import java.util.Objects;

/// The units of one SKU. `available + reserved + sold` changes only when units are restocked or written off.
///
/// @param saleUnitsLeft by sale id, how many units that sale has left; a sale that sold none yet is not in it
/// @param forSale       when the product is sold of which it is stock: orders of any other time take no units
public record Stock(
        String sku, long available, long reserved, long sold, Map<String, Long> saleUnitsLeft, ForSale forSale) {

    public Stock {
        if (available < 0 || reserved < 0 || sold < 0) {
            throw new IllegalArgumentException("negative stock of " + sku);
        }
        saleUnitsLeft = Map.copyOf(saleUnitsLeft);
        Objects.requireNonNull(forSale, "forSale");
    }

    /// Stock of a product that was always there.
    public Stock(String sku, long available, long reserved, long sold, Map<String, Long> saleUnitsLeft) {
        this(sku, available, reserved, sold, saleUnitsLeft, ForSale.ALWAYS);
    }

    public Stock(String sku, long available, long reserved, long sold) {
        this(sku, available, reserved, sold, Map.of());
    }

    public static Stock of(String sku, long available) {
        return new Stock(sku, available, 0, 0);
    }

    public long total() {
        return available + reserved + sold;
    }

    /// Units that can be had in a sale now.
    public long availableIn(Sale sale) {
        return Math.min(available, saleUnitsLeft.getOrDefault(sale.id(), sale.units()));
    }
}
