package dev.stampede.guestaccess;

import dev.stampede.model.AccessRequest;

/// Where guests' requests wait until somebody looks whether there is such an order.
@FunctionalInterface
public interface AccessQueue {

    void send(AccessRequest request);
}
