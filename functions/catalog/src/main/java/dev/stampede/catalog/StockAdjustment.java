package dev.stampede.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One change of a product's units by hand.
///
/// @param key       names it among all changes of the SKU
/// @param units     how many came, or below zero how many went
/// @param available the level that was set; empty where units were added or taken away, whatever the level
/// @param by        who did it
public record StockAdjustment(
        String sku, String key, long units, Optional<Long> available, String reason, Instant at, String by) {

    public StockAdjustment {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    /// Whether it asks for the same as another one, whoever asked and when.
    boolean isRepeatOf(StockAdjustment other) {
        return sku.equals(other.sku)
                && key.equals(other.key)
                && units == other.units
                && available.equals(other.available)
                && reason.equals(other.reason);
    }

    /// What there had to be for a level to be set.
    Optional<Long> expected() {
        return available.map(level -> level - units);
    }
}
