package dev.stampede.model;

/// Why an order did not go through, or where its returned units went: stable codes that a storefront can explain.
public enum Reason {
    SOLD_OUT,
    /// The product had been deleted when the order was placed, or another one had come under its id since.
    NOT_FOR_SALE,
    /// The customer has as many of it as one customer may have.
    LIMIT_REACHED,
    PAYMENT_DECLINED,
    /// The payment provider gave no answer; nothing was charged.
    PAYMENT_UNAVAILABLE,
    FRAUD_REJECTED,
    /// The reservation ran out while the payment was awaited.
    PAYMENT_TIMED_OUT,
    /// The reservation ran out while the order was awaiting a decision about fraud.
    REVIEW_TIMED_OUT,
    CANCELLED_BY_CUSTOMER,
    CANCELLED_BY_STAFF,
    /// Returned units that are sellable again.
    RESTOCKED,
    /// Returned units that nobody will buy.
    WRITTEN_OFF
}
