package dev.stampede.fraud;

import dev.stampede.model.PlacedOrder;

/// What the rules look at.
///
/// @param ordersThisHour orders of the same buyer within the clock hour, this one included
public record Evidence(PlacedOrder order, int ordersThisHour) {}
