package dev.stampede.model;

/// The units of one SKU. `available + reserved + sold` changes only when units are restocked or written off.
public record Stock(String sku, long available, long reserved, long sold) {

    public Stock {
        if (available < 0 || reserved < 0 || sold < 0) {
            throw new IllegalArgumentException("negative stock of " + sku);
        }
    }

    public static Stock of(String sku, long available) {
        return new Stock(sku, available, 0, 0);
    }

    public long total() {
        return available + reserved + sold;
    }
}
