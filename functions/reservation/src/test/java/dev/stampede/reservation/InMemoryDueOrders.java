package dev.stampede.reservation;

import dev.stampede.testing.InMemoryOrders;

final class InMemoryDueOrders extends InMemoryOrders implements DueOrders {}
