package dev.stampede.email;

import dev.stampede.model.AccessRequest;

/// The codes that open orders, the newest of each.
@FunctionalInterface
public interface KeptCodes {

    /// Keeps a code in the place of an older one.
    ///
    /// @return whether it is the one that opens the order now; false where a newer one is kept, or it was used
    boolean keep(AccessRequest request);
}
