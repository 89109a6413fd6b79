package dev.stampede.cloud.lambda;

import java.time.Instant;

/// A running process of a function, as a status page shows it.
///
/// @param ready    whether its handler is constructed
/// @param inFlight invocations it works on right now
public record Worker(String function, long pid, Instant since, boolean ready, int inFlight) {}
