package dev.stampede.load.sale;

import java.util.OptionalLong;

/// What the shelf holds. The public API shows only what is available.
public record StockCount(long available, OptionalLong reserved, OptionalLong sold) {

    public static StockCount visible(long available) {
        return new StockCount(available, OptionalLong.empty(), OptionalLong.empty());
    }

    public static StockCount full(long available, long reserved, long sold) {
        return new StockCount(available, OptionalLong.of(reserved), OptionalLong.of(sold));
    }
}
