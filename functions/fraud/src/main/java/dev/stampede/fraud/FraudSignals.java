package dev.stampede.fraud;

/// Counters over many orders.
public interface FraudSignals {

    /// Counts the order under a signal, once however often it is called.
    ///
    /// @param signal a name that holds no personal data in the clear
    /// @return how many orders the signal has with this one; exact up to [#COUNTED], then "at least as many"
    int count(String signal, String orderId);

    /// Above every threshold of the rules, and small enough for an item of a few kilobytes.
    int COUNTED = 64;
}
