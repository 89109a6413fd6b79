package dev.stampede.catalog;

import dev.stampede.model.Stock;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.util.Map;

/// Units as the staff sees them.
final class StockView {

    private StockView() {}

    static Map<String, Object> of(Stock stock) {
        return Json.object(
                "sku", stock.sku(),
                "available", stock.available(),
                "reserved", stock.reserved(),
                "sold", stock.sold());
    }

    static Map<String, Object> of(StockAdjustment adjustment) {
        return Json.object(
                "at", Timestamps.format(adjustment.at()),
                "by", adjustment.by(),
                "adjust", adjustment.units(),
                "available", adjustment.available().orElse(null),
                "reason", adjustment.reason());
    }
}
