package dev.stampede.guestaccess;

import dev.stampede.model.KeptCode;
import java.util.Optional;

/// The codes that were mailed, the newest of each order.
public interface AccessCodes {

    /// The code to compare with, after one try is counted; empty where there is none that may be tried now.
    Optional<KeptCode> tryOnce(String orderId);

    /// @return false where somebody else used it first, or a newer one took its place
    boolean use(String orderId, String requestId);
}
