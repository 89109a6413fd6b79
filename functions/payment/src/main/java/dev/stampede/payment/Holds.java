package dev.stampede.payment;

import java.time.Duration;

/// How long an order's units are kept for it.
///
/// @param answered   from when its money is held, where it is not confirmed at once
/// @param unanswered from when its card was asked for the first time and gave no answer
public record Holds(Duration answered, Duration unanswered) {}
