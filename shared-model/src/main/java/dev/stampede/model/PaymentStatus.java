package dev.stampede.model;

public enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    VOIDED
}
