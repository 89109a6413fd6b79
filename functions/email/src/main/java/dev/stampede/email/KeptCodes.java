package dev.stampede.email;

import dev.stampede.model.AccessRequest;

/// The newest access code of each order.
@FunctionalInterface
public interface KeptCodes {

    /// Stores a code, replacing an older one.
    ///
    /// @return whether this code is the valid one now; false if a newer one is stored or it was used
    boolean keep(AccessRequest request);
}
