package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.Invoker.Result.FunctionError;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps a function that cannot start from being started over and over: while a pause lasts, every invocation gets the
/// last failure at once; the pause doubles up to 30 s. Guarded by the monitor of its `PooledFunction`.
final class StartFailures {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MAX_DOUBLINGS = 6;

    private int count;
    private int crashes;
    private long until;
    private @Nullable Function<String, FunctionError> last;

    /// A process that ended without a word before it was ready is started once more at once, as Lambda does.
    boolean isFirstCrash() {
        return crashes++ == 0;
    }

    void failed(Function<String, FunctionError> failure) {
        last = failure;
        until = System.nanoTime() + FIRST_PAUSE.multipliedBy(1L << Math.min(count++, MAX_DOUBLINGS)).toNanos();
    }

    void cleared() {
        count = 0;
        crashes = 0;
        last = null;
    }

    /// @return the failure by request id, while the pause lasts
    Optional<Function<String, FunctionError>> current() {
        return last != null && System.nanoTime() - until < 0 ? Optional.of(last) : Optional.empty();
    }
}
