package dev.stampede.model;

/// Where an order stands. `PENDING` is accepted and not yet recorded: no stored order has it.
public enum OrderStatus {
    PENDING, RESERVED, CONFIRMED, SHIPPED, DELIVERED, REJECTED, CANCELLED, EXPIRED, REFUNDED, RETURN_REQUESTED, RETURNED;

    /// Whether nothing moves the order on any more, but for the refund of what was returned.
    public boolean isTerminal() {
        return switch (this) {
            case REJECTED, CANCELLED, EXPIRED, REFUNDED, RETURNED -> true;
            case PENDING, RESERVED, CONFIRMED, SHIPPED, DELIVERED, RETURN_REQUESTED -> false;
        };
    }

    /// Whether the order came to nothing, so that no money may be kept and no unit stay with it.
    public boolean isFailed() {
        return switch (this) {
            case REJECTED, CANCELLED, EXPIRED -> true;
            case PENDING, RESERVED, CONFIRMED, SHIPPED, DELIVERED, REFUNDED, RETURN_REQUESTED, RETURNED -> false;
        };
    }
}
