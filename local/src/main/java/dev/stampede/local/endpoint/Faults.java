package dev.stampede.local.endpoint;

import java.time.Duration;

/// Asked before every call whether something should go wrong with it.
@FunctionalInterface
public interface Faults {

    Faults NONE = (_, _, _, _) -> new Fault.None();

    sealed interface Fault {
        record None() implements Fault {}

        /// Refuse it as the service does when it is called too often.
        record Throttle() implements Fault {}

        /// Let it wait, then do it.
        record Delay(Duration duration) implements Fault {}

        /// Do it, then answer with a server error: the caller cannot know that it was done.
        record FailAfterCommit() implements Fault {}
    }

    /// @param session  who calls: a function's name, or `operator`
    /// @param service  such as `dynamodb`
    /// @param action   the operation, such as `TransactWriteItems`
    /// @param resource names of what it is on, such as `Orders` or `Orders+Stock`
    Fault before(String session, String service, String action, String resource);
}
