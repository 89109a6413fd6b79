package dev.stampede.model;

/// Where an order's units are. Only the inventory function moves it on, in one transaction with the stock itself.
public enum StockState {
    NONE,
    RESERVED,
    SOLD,
    RELEASED
}
