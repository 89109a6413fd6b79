package dev.stampede.fraud;

/// Counters over many orders.
public interface FraudSignals {

    /// Counts the order under a signal, once however often this is called.
    ///
    /// @param signal a name that holds no personal data in the clear
    /// @return the signal's number of orders including this one; exact up to [#COUNTED], a lower bound beyond
    int count(String signal, String orderId);

    /// Above every threshold of the rules, and small enough for an item of a few kilobytes.
    int COUNTED = 64;
}
