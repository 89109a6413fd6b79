package dev.stampede.model;

/// Why an order did not go through: stable codes that a storefront can explain.
public enum Reason {
    SOLD_OUT,
    PAYMENT_DECLINED,
    FRAUD_REJECTED
}
