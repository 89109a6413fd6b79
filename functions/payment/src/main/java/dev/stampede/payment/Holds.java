package dev.stampede.payment;

import java.time.Duration;

/// How long an order's units stay reserved.
///
/// @param answered   after the money was authorised, if the order is not confirmed at once
/// @param unanswered after the first authorisation request that got no answer
public record Holds(Duration answered, Duration unanswered) {}
