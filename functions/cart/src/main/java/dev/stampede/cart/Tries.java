package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import java.util.Optional;
import java.util.function.Supplier;

/// What is done to a cart only while it is as it was read: tried again, a few times, where others changed it in
/// between.
final class Tries {

    static final int MOST = 5;

    private Tries() {}

    /// @param change reads the cart anew; empty where it had become another one before the write
    /// @return empty where that was so each time
    static <R> Optional<R> of(Backoff backoff, Supplier<Optional<R>> change) {
        Optional<R> result = change.get();
        for (int pauses = 0; result.isEmpty() && pauses < MOST - 1; pauses++) {
            backoff.pause(pauses);
            result = change.get();
        }
        return result;
    }
}
