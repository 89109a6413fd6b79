package dev.stampede.cloud.fault;

import dev.stampede.cloud.fault.LiveRule.Hit;
import java.time.Duration;

/// What goes wrong with one invocation.
///
/// @param delay how long it waits before anything else
public record InvocationFault(Duration delay, Outcome outcome) {

    static final InvocationFault NONE = new InvocationFault(Duration.ZERO, Outcome.INVOKED);

    public enum Outcome {
        INVOKED,
        /// Refused as Lambda does when there are too many at once.
        THROTTLED,
        /// A function error; the function is not asked.
        FAILED
    }

    static Outcome outcome(Hit hit) {
        return switch (hit.rule().kind()) {
            case THROTTLE -> Outcome.THROTTLED;
            case ERROR -> Outcome.FAILED;
            case LATENCY, KILL, ERROR_AFTER_COMMIT, LOST_REQUEST, LOST_REPLY, CONFLICT, DUPLICATE, REORDER, PAUSE ->
                    Outcome.INVOKED;
        };
    }
}
