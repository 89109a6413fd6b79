package dev.stampede.model;

/// Where an order stands. `PENDING` is accepted and not yet recorded: no stored order has it.
public enum OrderStatus {
    PENDING,
    RESERVED,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    REJECTED,
    CANCELLED,
    EXPIRED,
    REFUNDED,
    RETURN_REQUESTED,
    RETURNED;

    /// Whether nothing moves the order on any more.
    public boolean isTerminal() {
        return switch (this) {
            case REJECTED, CANCELLED, EXPIRED, REFUNDED, RETURNED -> true;
            case PENDING, RESERVED, CONFIRMED, SHIPPED, DELIVERED, RETURN_REQUESTED -> false;
        };
    }
}
