package dev.stampede.model;

/// Where an order's units are. Only the inventory function moves it on, in one transaction with the stock itself.
public enum StockState {
    /// The order never had units.
    NONE,
    RESERVED,
    SOLD,
    /// Given back because the order ended before it was shipped.
    RELEASED,
    /// Came back from the customer and are for sale again.
    RESTOCKED,
    /// Stay sold though the sale was undone: kept by the customer, or not fit to be sold again.
    WRITTEN_OFF;

    /// Where stock counts the units of an order. At every moment what a SKU has available and what its orders hold
    /// reserved and sold is what there was of it.
    public enum Bucket {
        AVAILABLE, RESERVED, SOLD;

        /// Whether an order holds the units that count here.
        public boolean isTaken() {
            return this != AVAILABLE;
        }
    }

    public Bucket bucket() {
        return switch (this) {
            case RESERVED -> Bucket.RESERVED;
            case SOLD, WRITTEN_OFF -> Bucket.SOLD;
            case NONE, RELEASED, RESTOCKED -> Bucket.AVAILABLE;
        };
    }

    /// Whether the customer has the units no more, or has them for nothing: they do not count against a purchase limit.
    public boolean isGivenUp() {
        return switch (this) {
            case NONE, RELEASED, RESTOCKED, WRITTEN_OFF -> true;
            case RESERVED, SOLD -> false;
        };
    }
}
