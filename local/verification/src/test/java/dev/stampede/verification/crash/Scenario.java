package dev.stampede.verification.crash;

import dev.stampede.testing.Cloud;
import java.time.InstantSource;

/// One message for one handler, with orders and products of its own.
interface Scenario {

    /// Gives the handler its message once.
    ///
    /// @param cloud the clients it works with
    /// @return whether everything in it was handled
    boolean deliver(Cloud cloud, InstantSource clock);

    /// All that the handler may have changed, free of ids and times, so that two runs can be compared.
    Object state();
}
