package dev.stampede.load.sale;

import java.util.OptionalLong;

/// The stock of one product. The public API shows only the available units.
public record StockCount(long available, OptionalLong reserved, OptionalLong sold) {

    public static StockCount visible(long available) {
        return new StockCount(available, OptionalLong.empty(), OptionalLong.empty());
    }

    public static StockCount full(long available, long reserved, long sold) {
        return new StockCount(available, OptionalLong.of(reserved), OptionalLong.of(sold));
    }
}
