package dev.stampede.model;

/// The money of an order. A part that was refunded leaves it `CAPTURED`; `REFUNDED` is all of it.
public enum PaymentStatus {
    PENDING, AUTHORIZED, DECLINED, CAPTURED, VOIDED, REFUNDED
}
